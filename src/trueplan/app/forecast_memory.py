"""The past of plans, read once for all that a forecast asks of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from trueplan.app.activities import owner_of
from trueplan.app.effort import Effort
from trueplan.app.finished_phases import measure_efforts
from trueplan.app.plan_files import PlanFile
from trueplan.app.plan_past import PlansPast, read_plans_past
from trueplan.app.recall import actuals_of
from trueplan.app.repository import Repository
from trueplan.errors import GitError
from trueplan.forecast.pace import Worked
from trueplan.history.life import Life
from trueplan.model.actual import Actual
from trueplan.schedule.levelling import name_resource
from trueplan.text.day import day_number


class Memory:
    """The past of the plans that are collected, kept for what else is asked of it."""

    def __init__(self, today: str, progress: Callable[[int, int], None] | None) -> None:
        self.today, self.progress = today, progress
        self.pasts: PlansPast | None = None
        self.efforts: list[Effort] = []
        self.remarks: tuple[str, ...] = ()

    def recall(self, repository: Repository, files: Sequence[PlanFile]) -> Mapping[str, Actual]:
        """What is known of phases, by reference."""
        self.pasts, self.efforts = None, []
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
        self.remarks = self.pasts.remarks
        return actuals_of(self.pasts, self.efforts)

    def life(self, ref: str) -> Life | None:
        """The life of a plan, where a commit has it."""
        plans = self.pasts.plans if self.pasts is not None else ()
        return next((one.life for one in plans if one.file.ref == ref and one.life.revisions), None)

    @property
    def worked(self) -> dict[str, Worked]:
        """The days with work on plans, by who does it, since the first of their plans came."""
        return gather_days(self.pasts, self.efforts) if self.pasts is not None else {}


def gather_days(pasts: PlansPast, efforts: Sequence[Effort]) -> dict[str, Worked]:
    """The days with work on plans, by `name_resource`, since the first of their plans came."""
    since: dict[str, int] = {}
    days: dict[str, set[str]] = {}
    for past, effort in zip(pasts.plans, efforts, strict=True):
        if not past.life.revisions:
            continue
        worker = name_resource(owner_of(past.file.plan), past.file.ref)
        first = day_number(min([past.life.revisions[0].at[:10], *effort.days]))
        since[worker] = min(since.get(worker, first), first)
        days.setdefault(worker, set()).update(effort.days)
    return {
        worker: Worked(since[worker], tuple(sorted(map(day_number, found))))
        for worker, found in days.items()
    }
