"""The past of plans, read once for all that a forecast asks of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from trueplan.app.activities import owner_of
from trueplan.app.effort import Effort
from trueplan.app.plan_files import PlanFile
from trueplan.app.plan_past import PlansPast, read_plans_past
from trueplan.app.recall import actuals_of
from trueplan.app.repository import Repository
from trueplan.app.stats import measure_efforts
from trueplan.errors import GitError
from trueplan.history.life import Life
from trueplan.model.actual import Actual
from trueplan.model.date import days_between


class Memory:
    """The past of the plans that are collected, kept for what else is asked of it."""

    def __init__(self, today: str, progress: Callable[[int, int], None] | None) -> None:
        self.today, self.progress = today, progress
        self.pasts: PlansPast | None = None
        self.efforts: list[Effort] = []
        self.remarks: tuple[str, ...] = ()

    def recall(self, repository: Repository, files: Sequence[PlanFile]) -> Mapping[str, Actual]:
        """What is known of phases, by reference."""
        if not repository.in_git:
            self.remarks = ("there is no git here, so nothing is known of the past",)
            return {}
        try:
            self.pasts = read_plans_past(repository, files, self.today, self.progress)
            self.efforts = measure_efforts(repository, self.pasts)
        except GitError as error:
            self.pasts = None
            self.remarks = (f"nothing is known of the past: {error.message}",)
            return {}
        if self.pasts.past is not None:
            self.remarks = self.pasts.past.remarks
        return actuals_of(self.pasts, self.efforts)

    def life(self, ref: str) -> Life | None:
        """The life of a plan, where a commit has it."""
        plans = self.pasts.plans if self.pasts is not None else ()
        return next((one.life for one in plans if one.file.ref == ref and one.life.revisions), None)

    @property
    def first_day(self) -> str | None:
        """The day of the first sign of work on any plan."""
        return min((one.days[0] for one in self.efforts if one.days), default=None)

    @property
    def owners(self) -> tuple[str, ...]:
        """Those who own plans, "" for nobody by name."""
        plans = self.pasts.plans if self.pasts is not None else ()
        return tuple(dict.fromkeys(owner_of(one.file.plan) for one in plans))

    def days_of(self, owner: str, window: int) -> set[str]:
        """The days, of so many before today, with work on plans of an owner; in any case."""
        plans = self.pasts.plans if self.pasts is not None else ()
        found: set[str] = set()
        for past, effort in zip(plans, self.efforts, strict=True):
            if owner_of(past.file.plan).casefold() == owner.casefold():
                days = [day for day in effort.days if 0 <= days_between(day, self.today) < window]
                found.update(days)
        return found
