"""`trueplan schedule --format json`."""

from __future__ import annotations

import msgspec

from trueplan.app.scheduled import PlanEnd, Row, Scheduled, Times
from trueplan.wire.graph import CycleShape, cycle_shape


class TimesShape(msgspec.Struct, frozen=True):
    """Start and finish: in sessions from the start of the schedule, and as ISO days."""

    start: float
    finish: float
    start_day: str
    finish_day: str


class RowShape(msgspec.Struct, frozen=True):
    """A phase, or a plan without phases.

    `sessions` is the estimate, `assumed` where the plan has none; `remaining` is what is left of
    it. `started` and `finished` are days on which that really happened. `start` and `finish` are
    the days of the schedule; what is settled has the real ones, and no times and no slack. `after`
    is what it waits for, `owner_busy_with` what its owner does first. Slack is in sessions.
    """

    ref: str
    plan: str
    title: str
    owner: str
    state: str
    sessions: float
    assumed: bool
    remaining: float
    started: str | None
    finished: str | None
    start: str | None
    finish: str | None
    earliest: TimesShape | None
    latest: TimesShape | None
    slack: float | None
    free_slack: float | None
    critical: bool
    after: list[str]
    owner_busy_with: str | None


class PlanEndShape(msgspec.Struct, frozen=True):
    """When a plan is done; `days_to_spare` before its target are negative where it is late."""

    ref: str
    path: str
    title: str
    owner: str
    state: str
    target: str | None
    finish: str | None
    days_to_spare: int | None
    overdue: bool


class OptimumShape(msgspec.Struct, frozen=True):
    """The end that was found and one that none is before, in working days; `gap` is a share."""

    objective: float
    bound: float
    gap: float
    proved: bool
    by_rule: float


class LeftOutShape(msgspec.Struct, frozen=True):
    """An open plan that does not take part."""

    ref: str
    why: str


class ScheduleAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.schedule/1"):
    """A schedule.

    `remaining` are the sessions left in all, `length` those in the critical path. `optimum` is
    null unless it was asked for.
    """

    today: str
    start: str
    finish: str | None
    level: str
    remaining: float
    length: float
    critical_path: list[str]
    plans: list[PlanEndShape]
    phases: list[RowShape]
    cycles: list[CycleShape]
    optimum: OptimumShape | None
    left_out: list[LeftOutShape]
    assumptions: list[str]


def schedule_answer(scheduled: Scheduled) -> ScheduleAnswer:
    """A schedule as JSON will have it; sessions to the millionth."""
    best = scheduled.optimum
    return ScheduleAnswer(
        scheduled.today,
        scheduled.start,
        scheduled.finish,
        scheduled.level,
        _rounded(scheduled.remaining),
        _rounded(scheduled.length),
        list(scheduled.critical_path),
        [_plan(one) for one in scheduled.plans],
        [_row(one) for one in scheduled.rows],
        [cycle_shape(one) for one in scheduled.cycles],
        OptimumShape(
            _rounded(best.objective),
            _rounded(best.bound),
            _rounded(best.gap),
            best.proved,
            _rounded(best.by_rule),
        )
        if best is not None
        else None,
        [LeftOutShape(*one) for one in scheduled.left_out],
        list(scheduled.assumptions),
    )


def _plan(one: PlanEnd) -> PlanEndShape:
    return PlanEndShape(*one)


def _row(row: Row) -> RowShape:
    return RowShape(
        row.ref,
        row.plan,
        row.title,
        row.owner,
        row.state,
        _rounded(row.sessions),
        row.assumed,
        _rounded(row.remaining),
        row.started,
        row.finished,
        row.first_day,
        row.last_day,
        _times(row.earliest),
        _times(row.latest),
        _rounded(row.slack) if row.slack is not None else None,
        _rounded(row.free_slack) if row.free_slack is not None else None,
        row.critical,
        list(row.after),
        row.owner_busy_with,
    )


def _times(times: Times | None) -> TimesShape | None:
    if times is None:
        return None
    return TimesShape(
        _rounded(times.start), _rounded(times.finish), times.first_day, times.last_day
    )


def _rounded(value: float) -> float:
    return round(value, 6)
