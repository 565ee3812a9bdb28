"""`trueplan stats --format json`."""

from __future__ import annotations

import msgspec

from trueplan.app.finished_phases import PhaseRecord
from trueplan.app.stats import PlanRecord, Statistics
from trueplan.app.target_record import TargetRecord


class PlanFigures(msgspec.Struct, frozen=True):
    """The past of a plan in figures.

    `done` and `scope` count boxes of work, `grown` what the scope gained since the first revision.
    `last` is the day of the last sign of work, on the plan or on files that it names, `quiet` the
    days since. `sessions` is what the work took, and `source` how that is known. `slips` are the
    days by which the target was moved, null for a move that is none of days. `stalled_at` is the
    phase, or the plan, at which an open one rests.
    """

    ref: str
    path: str
    state: str
    done: int
    scope: int
    grown: int
    created: str
    started: str | None
    finished: str | None
    last: str
    quiet: int
    longest_rest: int
    days_of_work: int
    sessions: float | None
    source: str
    slips: list[int | None]
    median_days_to_tick: float | None
    stalled_at: str | None


class PhaseFigures(msgspec.Struct, frozen=True):
    """A finished phase: its estimate and what it took, in sessions, and the one by the other."""

    ref: str
    title: str
    owner: str
    estimate: float
    actual: float
    ratio: float
    source: str
    started: str | None
    finished: str | None


class TargetFigures(msgspec.Struct, frozen=True):
    """What became of the plans that were due by the first target they had.

    `behind` counts those that are open behind it. `on_time`, `soon` and `open` are chances of a
    next plan: done by its target, within four weeks of it, not within twelve; null where too few
    were due.
    """

    due: int
    met: int
    late: int
    behind: int
    given_up: int
    on_time: float | None
    soon: float | None
    open: float | None


class StatsAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.stats/1"):
    """All plans together.

    `weeks` are boxes of work ticked in each of the last weeks, `completed` plans completed; the
    week that ends today comes last. Cycle times are in days: of boxes from when they came to their
    tick, of phases from the first sign of work to their end. `median_ratio` and `geometric_mean`
    are of actual to estimate over `phases`. What there is nothing to measure of is null.
    """

    plans: list[PlanFigures]
    weeks: list[int]
    completed: list[int]
    median_days_to_tick: float | None
    median_days_of_phases: float | None
    phases: list[PhaseFigures]
    median_ratio: float | None
    geometric_mean: float | None
    targets: TargetFigures
    today: str
    remarks: list[str]


def stats_answer(found: Statistics) -> StatsAnswer:
    """The statistics as JSON will have them."""
    return StatsAnswer(
        [_plan(one) for one in found.plans],
        list(found.weeks),
        list(found.completed_by_week),
        found.median_days_to_tick,
        found.median_days_of_phases,
        [_phase(one) for one in found.phases],
        _round(found.median_ratio),
        _round(found.geometric_mean),
        _targets(found.targets),
        found.today,
        list(found.remarks),
    )


def _targets(one: TargetRecord) -> TargetFigures:
    counts = (one.due, one.met, one.late, one.behind, one.given_up)
    return TargetFigures(*counts, _round(one.on_time), _round(one.soon), _round(one.open))


def _plan(one: PlanRecord) -> PlanFigures:
    return PlanFigures(
        one.ref,
        one.path,
        one.state,
        one.done,
        one.scope,
        one.grown,
        one.created,
        one.started,
        one.finished,
        one.last,
        one.quiet,
        one.longest_rest,
        one.days_of_work,
        _round(one.sessions),
        one.source,
        [slip.days for slip in one.slips],
        _round(one.median_days_to_tick),
        _stalled_at(one),
    )


def _stalled_at(one: PlanRecord) -> str | None:
    if one.stalled_at is None:
        return None
    return f"{one.ref}#{one.stalled_at}" if one.stalled_at else one.ref


def _phase(one: PhaseRecord) -> PhaseFigures:
    return PhaseFigures(
        one.ref,
        one.title,
        one.owner,
        one.estimate,
        round(one.actual, 4),
        round(one.ratio, 4),
        one.source,
        one.started,
        one.finished,
    )


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
