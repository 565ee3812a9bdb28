"""`trueplan --format json`."""

from __future__ import annotations

import msgspec

from trueplan.app.overview import Glance, Overview, Untrue
from trueplan.wire.next import TaskShape, WaitedFor, task_shape


class Tasks(msgspec.Struct, frozen=True):
    """How many are done, out of how many that still count; cancelled ones apart."""

    done: int
    total: int
    cancelled: int


class PlanInProgress(msgspec.Struct, frozen=True):
    """A plan in progress: `position` is that of the current phase among `phases`, from 1."""

    ref: str
    path: str
    phase: str | None
    position: int | None
    phases: int
    tasks: Tasks
    target: str | None
    next: TaskShape | None
    blocked_by: list[WaitedFor]


class UntrueDocument(msgspec.Struct, frozen=True):
    """A document with findings: the worst, and how many `more` there are."""

    ref: str | None
    path: str
    code: str
    severity: str
    message: str
    line: int
    more: int


class Findings(msgspec.Struct, frozen=True):
    """How many findings there are, and in how many plans."""

    errors: int
    warnings: int
    accepted: int
    plans: int


class OverviewAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.overview/1"):
    """The state of all plans. `states` counts plans by state; `next` is what to start.

    `next` is null where a plan in progress has a task of its own to do, or nothing is ready.
    """

    plans: int
    states: dict[str, int]
    in_progress: list[PlanInProgress]
    next: TaskShape | None
    untrue: list[UntrueDocument]
    findings: Findings


def overview_answer(overview: Overview) -> OverviewAnswer:
    """The overview as JSON will have it."""
    return OverviewAnswer(
        plans=overview.plans,
        states={str(state): number for state, number in overview.states},
        in_progress=[_plan(one) for one in overview.in_progress],
        next=task_shape(overview.next) if overview.next is not None else None,
        untrue=[_untrue(one) for one in overview.untrue],
        findings=Findings(
            overview.errors, overview.warnings, overview.accepted, overview.untrue_plans
        ),
    )


def _plan(one: Glance) -> PlanInProgress:
    return PlanInProgress(
        ref=one.ref,
        path=one.path,
        phase=one.phase_ref,
        position=one.phase,
        phases=one.phases,
        tasks=Tasks(*one.tasks),
        target=one.target,
        next=task_shape(one.next) if one.next is not None else None,
        blocked_by=[
            WaitedFor(one.ref + by.ref if by.ref.startswith("#") else by.ref, by.state)
            for by in one.blockers
        ],
    )


def _untrue(one: Untrue) -> UntrueDocument:
    worst = one.worst
    return UntrueDocument(
        ref=one.name if one.name != worst.path else None,
        path=worst.path,
        code=worst.code,
        severity=worst.severity,
        message=worst.message,
        line=worst.place.line,
        more=one.more,
    )
