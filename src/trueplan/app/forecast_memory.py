"""The past of plans, read once for all that a forecast asks of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

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
from trueplan.history.stretches import find_stretches
from trueplan.model.actual import Actual
from trueplan.schedule.calendar import Calendars
from trueplan.schedule.levelling import name_resource
from trueplan.text.day import day_number


class Memory:
    """The past of the plans that are collected, kept for what else is asked of it."""

    def __init__(self, today: str, progress: Callable[[int, int], None] | None) -> None:
        self.today, self.progress = today, progress
        self.pasts: PlansPast | None = None
        self.efforts: list[Effort] = []
        self.calendars = Calendars()
        self.remarks: tuple[str, ...] = ()

    def recall(self, repository: Repository, files: Sequence[PlanFile]) -> Mapping[str, Actual]:
        """What is known of phases, by reference."""
        self.pasts, self.efforts = None, []
        self.calendars = repository.configuration.calendars
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
        """When plans were in work, by who does it."""
        if self.pasts is None:
            return {}
        return gather_work(self.pasts, self.efforts, self.calendars, self.today)


def gather_work(
    pasts: PlansPast, efforts: Sequence[Effort], calendars: Calendars, today: str
) -> dict[str, Worked]:
    """When plans were in work and on which days somebody worked, by `name_resource`."""
    stretches: dict[str, list[tuple[int, int]]] = {}
    days: dict[str, set[int]] = {}
    owners: dict[str, str] = {}
    for past, effort in zip(pasts.plans, efforts, strict=True):
        owner = owner_of(past.file.plan)
        worker = name_resource(owner, past.file.ref)
        owners[worker] = owner
        stretches.setdefault(worker, []).extend(
            (day_number(one.first), day_number(one.last or today))
            for one in find_stretches(past.life)
        )
        days.setdefault(worker, set()).update(map(day_number, effort.days))
    return {
        worker: Worked(
            join(found), tuple(sorted(days[worker])), calendars.of(owners[worker]).weekdays
        )
        for worker, found in stretches.items()
        if found
    }


def join(stretches: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The same days, by stretches that rise and lie apart."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)
