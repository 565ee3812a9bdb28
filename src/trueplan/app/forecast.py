"""When plans will be done, and how far to trust that."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trueplan.app.box_forecast import forecast_by_boxes
from trueplan.app.experience import Seen, learn_from, observe, see_phases
from trueplan.app.forecast_memory import Memory
from trueplan.app.plan_files import locate_plan
from trueplan.app.schedule import choose_plans
from trueplan.app.trial_clock import Dates, TrialClock, day_after, find_pace
from trueplan.app.work import PlanWork, Work, collect_work
from trueplan.errors import UsageError
from trueplan.forecast.backtest import Backtest, replay
from trueplan.forecast.drivers import Driver
from trueplan.forecast.outcome import Histogram, PlanForecast
from trueplan.forecast.score import Calibration
from trueplan.forecast.trials import run_trials
from trueplan.forecast.work import LEVELS, Remaining
from trueplan.forecast.worktime import Working
from trueplan.history.life import Life
from trueplan.record import AnyPath, Record
from trueplan.schedule.activity import Activity
from trueplan.schedule.estimates import assume_estimates
from trueplan.schedule.timetable import Timetable, Way, make_timetable
from trueplan.schedule.what_if import leave_out, read_pace, set_pace

__all__ = [
    "LEVELS",
    "Calibration",
    "Driver",
    "Forecasted",
    "Inquiry",
    "PhaseDates",
    "PlanDates",
    "forecast_plans",
]

_LEAST_CASES = 8  # forecasts of the past below which a record says nothing
_MOST_CASES = 400  # beyond, only the last ones are replayed


class Inquiry(Record):
    """What is to be forecast: plans by name or file, none for all that are open.

    `paces` are words such as `CTO=3/week`, `without` are phases to leave out; `start` is an ISO
    day, None for today.
    """

    plans: tuple[str, ...] = ()
    start: str | None = None
    without: tuple[str, ...] = ()
    paces: tuple[str, ...] = ()
    seed: int = 1
    trials: int = 10_000


class PhaseDates(Record):
    """The days by which a phase is done with so many percent, None where that cannot be told."""

    ref: str
    title: str
    dates: Dates


class PlanDates(Record):
    """When a plan is done.

    `dates` pairs levels with ISO days, None where a level cannot be told. `method` and `sample`
    say what it rests on, in words and as a number of finished phases or of weeks. `chance` is
    that of meeting the target. `bins` are first day, last day and share of the trials. `drivers`
    are the phases that the spread comes from.
    """

    ref: str
    path: str
    title: str
    method: str
    sample: int
    unit: str
    dates: Dates
    target: str | None
    chance: float | None
    bins: tuple[tuple[str, str, float], ...]
    drivers: tuple[Driver, ...]
    phases: tuple[PhaseDates, ...]


class Forecasted(Record):
    """The forecasts, and how right earlier ones of this repository would have been.

    `calibration` has a value for each level; none where too little is finished to say, and
    `cases` says of how much.
    """

    plans: tuple[PlanDates, ...]
    today: str
    seed: int
    trials: int
    calibration: tuple[Calibration, ...]
    cases: int
    left_out: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...]


def forecast_plans(
    folder: AnyPath,
    inquiry: Inquiry,
    today: str,
    progress: Callable[[int, int], None] | None = None,
) -> Forecasted:
    """Forecast the open plans of the repository around `folder`, or those that are named.

    All plans of the repository teach how estimates compare with what work took, and all open ones
    take the time of their owners, also where only one is asked for. Raises UsageError for words
    that name nothing.
    """
    memory = Memory(today, progress)
    work = _collect(folder, inquiry.plans, memory)
    asked, plans, left_out = _choose(work)
    seen = see_phases(memory.pasts.plans, memory.efforts) if memory.pasts is not None else []
    world = _simulate(work, plans, seen, memory, inquiry)
    record = replay(observe(seen)[-_MOST_CASES:]) if len(seen) >= _LEAST_CASES else None
    calibration, cases = _calibration(record)
    refs = {one.ref for one in asked}
    return Forecasted(
        tuple(
            _forecast_plan(one, world, memory, inquiry) for one in asked if one.ref in world.ends
        ),
        today,
        inquiry.seed,
        inquiry.trials,
        calibration,
        cases,
        left_out,
        (
            *(said for ref, said in work.assumptions if ref in refs),
            *world.assumptions,
            *memory.remarks,
        ),
        work.unreadable,
    )


def _choose(
    work: Work,
) -> tuple[tuple[PlanWork, ...], tuple[PlanWork, ...], tuple[tuple[str, str], ...]]:
    """The plans that are asked for, those that take part, and those that are left out, and why."""
    everything = work._replace(plans=tuple(one._replace(named=False) for one in work.plans))
    going, paused = choose_plans(everything)
    asked, _ = choose_plans(work)
    if not any(one.named for one in work.plans):
        return going, going, paused
    left_out = [
        (one.ref, f"it is {one.state}") for one in asked if one.state in ("completed", "cancelled")
    ]
    gone = {ref for ref, _ in left_out}
    asked = tuple(one for one in asked if one.ref not in gone and one.named)
    taken = {one.ref for one in (*going, *asked)}
    return asked, tuple(one for one in work.plans if one.ref in taken), tuple(left_out)


class _World(Record):
    """The trials of all plans that take part. `ends` are by plan, `dates` by phase."""

    ends: dict[str, PlanForecast]
    dates: dict[str, Dates]
    phases: dict[str, list[Activity]]
    estimated: set[str]
    clock: TrialClock
    assumptions: tuple[str, ...]


def _simulate(
    work: Work, plans: Sequence[PlanWork], seen: Sequence[Seen], memory: Memory, inquiry: Inquiry
) -> _World:
    raw = work.of({one.ref for one in plans})
    activities, assumed = assume_estimates(raw)
    paces = [read_pace(word) for word in inquiry.paces]
    calendars = set_pace(work.repository.configuration.calendars, paces, activities)
    activities = leave_out(activities, inquiry.without)
    start = inquiry.start or memory.today
    targets = tuple((one.ref, one.target) for one in plans if one.target is not None)
    table = make_timetable(activities, calendars, Way(start, "rule", targets))
    remaining = _remaining(table, {one.ref for one in raw if one.sessions is not None})
    pace = find_pace(remaining, calendars, memory)
    clock = TrialClock(calendars, start, remaining)
    trials = run_trials(
        [clock.timed(one, pace) for one in remaining],
        learn_from(seen),
        seed=inquiry.seed,
        trials=inquiry.trials,
        targets={plan: clock.until(day) for plan, day in targets},
        working=Working(pace.paces, clock.worktimes),
    )
    phases: dict[str, list[Activity]] = {}
    for position in table.order:
        one = table.network.activities[position]
        phases.setdefault(one.plan, []).append(one)
    return _World(
        {one.ref: one for one in trials.plans},
        {one.ref: clock.dates(one.at) for one in trials.phases},
        phases,
        {one.plan for one in raw if one.sessions is not None},
        clock,
        (*assumed, *pace.said),
    )


def _forecast_plan(plan: PlanWork, world: _World, memory: Memory, inquiry: Inquiry) -> PlanDates:
    """The forecast of one plan: by the trials, or by its boxes where it has no estimates."""
    phases = tuple(
        PhaseDates(one.ref, one.title, world.dates[one.ref]) for one in world.phases[plan.ref]
    )
    result = _by_trials(plan, world.ends[plan.ref], phases, world.clock)
    life = memory.life(plan.ref)
    if plan.ref in world.estimated or life is None:
        return result
    return _by_boxes(result, life, memory.today, inquiry)


def _collect(folder: AnyPath, words: Sequence[str], memory: Memory) -> Work:
    """The work of all plans, those that `words` name marked; a plan elsewhere is read alone."""
    if not words:
        return collect_work(folder, (), memory.recall)
    wanted = {locate_plan(word, folder)[1] for word in words}
    try:
        work = collect_work(folder, (), memory.recall)
    except UsageError:
        return collect_work(folder, words, memory.recall)  # none but the named ones is a plan
    if not wanted <= {one.path for one in work.plans}:
        return collect_work(folder, words, memory.recall)
    return work._replace(plans=tuple(one._replace(named=one.path in wanted) for one in work.plans))


def _remaining(table: Timetable, known: set[str]) -> list[Remaining]:
    """What is left, in the order of the schedule: the person's order counts like a dependency."""
    place = {position: at for at, position in enumerate(table.order)}
    found = []
    for position in table.order:
        one: Activity = table.network.activities[position]
        found.append(
            Remaining(
                one.ref,
                one.plan,
                one.owner,
                one.sessions if one.ref in known else None,
                one.spent or 0.0,
                one.done_share,
                tuple(place[before] for before in table.before[position]),
            )
        )
    return found


def _by_trials(
    plan: PlanWork, found: PlanForecast, phases: tuple[PhaseDates, ...], clock: TrialClock
) -> PlanDates:
    method = f"{found.method}; {_phases(found.sample, found.own)}"
    return PlanDates(
        plan.ref,
        plan.path,
        plan.title,
        method,
        found.sample,
        "finished phases",
        clock.dates(found.ends.at),
        plan.target,
        found.chance,
        _bins(found.histogram, clock),
        found.drivers,
        phases,
    )


def _bins(bars: Histogram, clock: TrialClock) -> tuple[tuple[str, str, float], ...]:
    """The bars of a histogram by days; each day is in one of them."""
    total = sum(bars.counts) + bars.beyond
    bins: list[tuple[str, str, float]] = []
    for edge, count in zip(bars.edges[1:], bars.counts, strict=False):
        last = clock.day(edge)
        if last is None:
            break
        share = count / total
        before = bins[-1][1] if bins else None
        if before is not None and last <= before:
            bins[-1] = (bins[-1][0], before, bins[-1][2] + share)
        else:
            first = clock.day(bars.edges[0]) if before is None else day_after(before)
            bins.append((first or last, last, share))
    return tuple(one for one in bins if one[2])


def _phases(sample: int, own: int) -> str:
    noun = "phase" if sample == 1 else "phases"
    mine = f", {own} of its own" if own else ""
    return f"{sample} finished {noun} with an estimate{mine}"


def _by_boxes(result: PlanDates, life: Life, today: str, inquiry: Inquiry) -> PlanDates:
    """The same plan by the boxes of its weeks, where these tell something."""
    found = forecast_by_boxes(life, today, result.target, inquiry.seed, inquiry.trials)
    if found is None:
        return result
    return result._replace(
        method=found.method,
        sample=found.sample,
        unit="weeks",
        dates=tuple(zip(LEVELS, found.days, strict=True)),
        chance=found.chance,
        bins=(),
        drivers=(),
        phases=(),
    )


def _calibration(record: Backtest | None) -> tuple[tuple[Calibration, ...], int]:
    if record is None:
        return (), 0
    own = record.scores[0]
    return (own.calibration if own.n >= _LEAST_CASES else (), own.n)
