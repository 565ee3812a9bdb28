"""A schedule as it is told: rows for phases, ends of plans, and what it rests on."""

from __future__ import annotations

from trueplan.model.standing import PhaseState
from trueplan.model.status import PlanState
from trueplan.record import Record
from trueplan.schedule.calendar import Calendars
from trueplan.schedule.network import Cycle
from trueplan.schedule.optimal import Optimum
from trueplan.schedule.timetable import Level


class Times(Record):
    """Start and finish of open work: in sessions from the start, and as ISO days."""

    start: float
    finish: float
    first_day: str
    last_day: str


class Row(Record):
    """A phase, or a plan without phases, in the schedule.

    `sessions` is the estimate, `assumed` where the plan has none. What is settled has `started`
    and `finished` as far as they are known, and neither times nor slack. `after` are the
    references that it waits for by its plan, `owner_busy_with` the one that its owner does first.
    """

    ref: str
    plan: str
    title: str
    owner: str
    state: PhaseState
    sessions: float
    assumed: bool
    remaining: float
    done_share: float
    started: str | None
    finished: str | None
    after: tuple[str, ...]
    owner_busy_with: str | None = None
    earliest: Times | None = None
    latest: Times | None = None
    slack: float | None = None
    free_slack: float | None = None
    critical: bool = False

    @property
    def first_day(self) -> str | None:
        """The day on which its work began, else that on which what is left of it begins."""
        return self.started or (self.earliest.first_day if self.earliest else None)

    @property
    def last_day(self) -> str | None:
        """The day on which it is done, or was."""
        return self.earliest.last_day if self.earliest else self.finished


class PlanEnd(Record):
    """When a plan is done: `finish` is None where nothing is known.

    `days_to_spare` lie between its finish and its target, negative where it is late; `overdue`
    says that the target is behind today.
    """

    ref: str
    path: str
    title: str
    owner: str
    state: PlanState
    target: str | None
    finish: str | None
    days_to_spare: int | None
    overdue: bool


class Scheduled(Record):
    """A schedule. `finish` is the last day of all, None where nothing is open.

    `critical_path` are the references of the chain that ends last, each held up by the one
    before it, and `length` the sessions left in it. `calendars` are those that it was made with,
    and a session has `session_hours`. `left_out` are open plans that do not take
    part, with the reason. `assumptions` are sentences.
    """

    today: str
    start: str
    level: Level
    rows: tuple[Row, ...]
    plans: tuple[PlanEnd, ...]
    finish: str | None
    remaining: float
    critical_path: tuple[str, ...]
    length: float
    cycles: tuple[Cycle, ...]
    calendars: Calendars
    session_hours: float
    optimum: Optimum | None
    left_out: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...]

    def by_plan(self) -> list[tuple[PlanEnd, list[Row]]]:
        """The plans with their rows."""
        groups: dict[str, list[Row]] = {plan.ref: [] for plan in self.plans}
        for row in self.rows:
            groups[row.plan].append(row)
        return [(plan, groups[plan.ref]) for plan in self.plans]
