"""Over all plans: throughput, estimate against actual, where plans stall."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import exp, log

from trueplan.app.effort import Effort
from trueplan.app.finished_phases import PhaseRecord, finished_phases, measure_efforts
from trueplan.app.no_plans import no_plans
from trueplan.app.plan_files import NotRead, PlanFile, read_plan_files, unreadable_places
from trueplan.app.plan_past import PlanPast, read_plans_past
from trueplan.app.repository import open_repository, survey
from trueplan.app.target_record import TargetRecord, record_targets
from trueplan.history.cycle_times import days_of_phases, median, time_to_tick
from trueplan.history.life import Life
from trueplan.history.pace import (
    Slip,
    days_of_work,
    find_rests,
    find_slips,
    ticks_by_week,
)
from trueplan.history.progress import first_scope, follow_progress, kinds_of_work
from trueplan.model.standing import derive_standing
from trueplan.record import AnyPath, Record
from trueplan.text.day import days_between

_OPEN = ("planned", "in_progress", "paused")
STALLED = 14  # days without a sign of work after which an open plan in progress has stalled


class PlanRecord(Record):
    """The past of one plan in figures; days are ISO, `quiet` counts those since the last sign.

    `stalled_at` is the place of the phase at which an open plan has rested for two weeks or more,
    "" for the plan as a whole, None where it has not. `longest_rest` counts days between two signs
    of work.
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
    slips: tuple[Slip, ...]
    median_days_to_tick: float | None
    stalled_at: str | None
    stalled_share: float | None


class Statistics(Record):
    """All plans together. `weeks` are boxes of work ticked in each of the last weeks, today's last.

    `days_to_tick` are cycle times, in order: from when a box of work came to its tick; and
    `days_of_phases` from the first sign of work in a phase to its end. `phases` are the finished
    ones with an estimate, in the order of their end.
    """

    plans: tuple[PlanRecord, ...]
    weeks: tuple[int, ...]
    completed_by_week: tuple[int, ...]
    days_to_tick: tuple[int, ...]
    days_of_phases: tuple[int, ...]
    phases: tuple[PhaseRecord, ...]
    targets: TargetRecord
    today: str
    remarks: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...] = ()

    @property
    def geometric_mean(self) -> float | None:
        """The mean ratio of actual to estimate on the log scale, at which errors are even."""
        ratios = [one.ratio for one in self.phases if one.ratio > 0]
        return exp(sum(map(log, ratios)) / len(ratios)) if ratios else None

    @property
    def median_ratio(self) -> float | None:
        """The ratio that half of the phases stay under."""
        return median([one.ratio for one in self.phases])

    @property
    def median_days_to_tick(self) -> float | None:
        """The days within which half of the boxes were ticked."""
        return median(self.days_to_tick)

    @property
    def median_days_of_phases(self) -> float | None:
        """The days that half of the finished phases stayed within."""
        return median(self.days_of_phases)


def gather_statistics(
    folder: AnyPath,
    today: str,
    weeks: int = 12,
    progress: Callable[[int, int], None] | None = None,
) -> Statistics:
    """The figures of all plans of the repository around `folder`, as of `today`.

    Raises UsageError where there are no plans, and GitError.
    """
    repository = open_repository(folder)
    overview = survey(repository)
    files: list[PlanFile] = []
    passed: list[NotRead] = []
    for one in read_plan_files(repository, overview):
        files.append(one) if isinstance(one, PlanFile) else passed.append(one)
    if not files:
        raise no_plans(repository, folder, [one[:2] for one in passed])
    pasts = read_plans_past(repository, files, today, progress)
    efforts = measure_efforts(repository, pasts)
    records = [
        _record(one, effort, today) for one, effort in zip(pasts.plans, efforts, strict=True)
    ]
    first = _day_before(today, weeks)
    return Statistics(
        tuple(records),
        _add_up([_ticks(one, first, today) for one in pasts.plans], weeks),
        _completions(records, weeks, today),
        _cycle_times(one.life for one in pasts.plans),
        days_of_phases(span for effort in efforts for span in effort.spans),
        finished_phases(pasts, efforts),
        record_targets((one.life for one in pasts.plans), today),
        today,
        pasts.remarks,
        unreadable_places(overview, passed),
    )


def _record(past: PlanPast, effort: Effort, today: str) -> PlanRecord:
    life, ref = past.life, past.file.ref
    kinds = kinds_of_work(life)
    progress = follow_progress(life, kinds)
    now = progress[-1]
    created = life.revisions[0].at[:10] if life.revisions else today
    signs = sorted({*days_of_work(life), *effort.days} or {created})
    state = life.last.snapshot.state
    quiet = max(0, days_between(signs[-1], today))
    rests = find_rests(signs, signs[-1])
    rests_now = state == "in_progress" and quiet >= STALLED
    current = _current(past, effort) if rests_now else None
    return PlanRecord(
        ref,
        past.file.path,
        state,
        now.done,
        now.scope,
        now.scope - first_scope(life, kinds),
        created,
        _first_day(past, "started"),
        _last_day(past, "completed") if state == "completed" else None,
        signs[-1],
        quiet,
        rests[0].days if rests else 0,
        len(signs),
        effort.sessions,
        effort.source,
        find_slips(life),
        median(time_to_tick(life, kinds)),
        current[0] if current else None,
        current[1] if current else None,
    )


def _current(past: PlanPast, effort: Effort) -> tuple[str, float] | None:
    """The place of the first phase that is not over, and what share of the phases lies before.

    The place is "" where only the plan as a whole tells how far it is.
    """
    if not effort.spans or derive_standing(past.file.plan).logged:
        return "", 0.0
    for position, span in enumerate(effort.spans):
        if span.state not in ("done", "cancelled"):
            return span.place, position / len(effort.spans)
    return None


def _cycle_times(lives: Iterable[Life]) -> tuple[int, ...]:
    return tuple(sorted(day for one in lives for day in time_to_tick(one, kinds_of_work(one))))


def _first_day(past: PlanPast, kind: str) -> str | None:
    return next((one.day for one in past.life.events if one.kind == kind), None)


def _last_day(past: PlanPast, kind: str) -> str | None:
    return next((one.day for one in reversed(past.life.events) if one.kind == kind), None)


def _ticks(past: PlanPast, first: str, today: str) -> tuple[int, ...]:
    return ticks_by_week(past.life.events, kinds_of_work(past.life), first, today)


def _completions(records: Sequence[PlanRecord], weeks: int, today: str) -> tuple[int, ...]:
    counts = [0] * weeks
    for one in records:
        if one.finished is not None:
            ago = days_between(one.finished, today) // 7
            if 0 <= ago < weeks:
                counts[-1 - ago] += 1
    return tuple(counts)


def _add_up(series: Sequence[Sequence[int]], weeks: int) -> tuple[int, ...]:
    return tuple(sum(one[week] for one in series) for week in range(weeks))


def _day_before(today: str, weeks: int) -> str:
    """The first day of as many weeks that end with `today`."""
    from datetime import date, timedelta

    return (date.fromisoformat(today) - timedelta(days=7 * weeks - 1)).isoformat()
