"""When plans will be done, and how far to trust that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import isfinite

from trueplan.app.box_forecast import forecast_by_boxes
from trueplan.app.effort import Effort
from trueplan.app.experience import learn_from, observe, see_phases
from trueplan.app.plan_files import PlanFile, locate_plan
from trueplan.app.plan_past import PlansPast, read_plans_past
from trueplan.app.recall import actuals_of
from trueplan.app.repository import Repository
from trueplan.app.schedule import choose_plans
from trueplan.app.stats import measure_efforts
from trueplan.app.work import PlanWork, Work, collect_work
from trueplan.errors import GitError, UsageError
from trueplan.forecast.backtest import Backtest, replay
from trueplan.forecast.drivers import Driver
from trueplan.forecast.outcome import PlanForecast
from trueplan.forecast.score import Calibration
from trueplan.forecast.trials import run_trials
from trueplan.forecast.work import LEVELS, Remaining
from trueplan.history.life import Life
from trueplan.model.actual import Actual
from trueplan.model.date import days_between
from trueplan.record import AnyPath, Record
from trueplan.schedule.activity import Activity
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.schedule.estimates import assume_estimates
from trueplan.schedule.timetable import Timetable, Way, make_timetable
from trueplan.schedule.what_if import leave_out, read_pace, set_pace
from trueplan.schedule.worktime import Worktime, last_day

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
Dates = tuple[tuple[int, str | None], ...]


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

    All plans of the repository teach how estimates compare with what work took. Raises UsageError
    for words that name nothing.
    """
    memory = _Memory(today, progress)
    work = _collect(folder, inquiry.plans, memory)
    plans, left_out = choose_plans(work)
    done = tuple(
        (one.ref, f"it is {one.state}") for one in plans if one.state in ("completed", "cancelled")
    )
    plans = tuple(one for one in plans if one.state not in ("completed", "cancelled"))
    raw = work.of({one.ref for one in plans})
    activities, assumed = assume_estimates(raw)
    calendars = set_pace(
        work.repository.configuration.calendars,
        [read_pace(word) for word in inquiry.paces],
        activities,
    )
    activities = leave_out(activities, inquiry.without)
    start = inquiry.start or today
    targets = tuple((one.ref, one.target) for one in plans if one.target is not None)
    table = make_timetable(activities, calendars, Way(start, "rule", targets))
    seen = see_phases(memory.pasts.plans, memory.efforts) if memory.pasts is not None else []
    known = {one.ref for one in raw if one.sessions is not None}
    remaining = _remaining(table, calendars, known)
    time = Worktime(calendars.everybody, start)
    trials = run_trials(
        remaining,
        learn_from(seen),
        seed=inquiry.seed,
        trials=inquiry.trials,
        targets={plan: time.sessions_until(_until(start, day)) for plan, day in targets},
    )
    record = replay(observe(seen)[-_MOST_CASES:]) if len(seen) >= _LEAST_CASES else None
    titles = {one.ref: one.title for one in activities}
    dater = _Dater(time, start)
    ends = {one.ref: dater.dates(one.at) for one in trials.phases}
    by_plan = {one.ref: one for one in trials.plans}
    estimated = {one.plan for one in raw if one.sessions is not None}
    results = []
    for plan in plans:
        found = by_plan.get(plan.ref)
        if found is None:
            continue
        refs = [one.ref for one in remaining if one.plan == plan.ref]
        phases = tuple(PhaseDates(ref, titles[ref], ends[ref]) for ref in refs)
        result = _by_trials(plan, found, phases, dater)
        life = memory.life(plan.ref)
        if plan.ref not in estimated and life is not None:
            result = _by_boxes(result, life, today, inquiry)
        results.append(result)
    calibration, cases = _calibration(record)
    return Forecasted(
        tuple(results),
        today,
        inquiry.seed,
        inquiry.trials,
        calibration,
        cases,
        (*left_out, *done),
        (
            *(said for ref, said in work.assumptions if ref in by_plan),
            *assumed,
            *_pace(work, memory, inquiry, today),
            *memory.remarks,
        ),
        work.unreadable,
    )


class _Memory:
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


def _collect(folder: AnyPath, words: Sequence[str], memory: _Memory) -> Work:
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


def _remaining(table: Timetable, calendars: Calendars, known: set[str]) -> list[Remaining]:
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
                calendars.everybody.sessions_per_week / calendars.of(one.owner).sessions_per_week,
            )
        )
    return found


class _Dater(Record):
    """Turns working time, in sessions of everybody's calendar, into days."""

    time: Worktime
    start: str

    def day(self, at: float | None) -> str | None:
        """The ISO day on which so many sessions are worked; None for what cannot be told."""
        if at is None or not isfinite(at) or at > 1e6:
            return None
        return last_day(self.start, self.time.end_of(at)) if at > 0 else self.start

    def dates(self, at: Sequence[float | None]) -> Dates:
        """The day of each level."""
        return tuple((level, self.day(one)) for level, one in zip(LEVELS, at, strict=True))


def _by_trials(
    plan: PlanWork, found: PlanForecast, phases: tuple[PhaseDates, ...], dater: _Dater
) -> PlanDates:
    bars = found.histogram
    total = sum(bars.counts) + bars.beyond
    bins: list[tuple[str, str, float]] = []
    for low, high, count in zip(bars.edges, bars.edges[1:], bars.counts, strict=False):
        first, last = dater.day(low), dater.day(high)
        if count and first is not None and last is not None:
            bins.append((first, last, count / total))
    method = f"{found.method}; {_phases(found.sample, found.own)}"
    return PlanDates(
        plan.ref,
        plan.path,
        plan.title,
        method,
        found.sample,
        "finished phases",
        dater.dates(found.ends.at),
        plan.target,
        found.chance,
        tuple(bins),
        found.drivers,
        phases,
    )


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


def _pace(work: Work, memory: _Memory, inquiry: Inquiry, today: str) -> list[str]:
    """What git shows of the pace, where nobody said what it is."""
    configured = work.repository.configuration.calendars
    if inquiry.paces or configured != Calendars() or memory.pasts is None:
        return []
    days = {day for one in memory.efforts for day in one.days if 0 <= days_between(day, today) < 84}
    said = f"{Calendar().sessions_per_week:g} sessions a week are assumed"
    if not days:
        return [f"{said}; `sessions-per-week` under [schedule] changes that"]
    shown = f"in the last 12 weeks git shows work on {len(days) / 12:.1f} days a week"
    return [f"{said}; {shown} (`sessions-per-week` under [schedule])"]


def _until(start: str, day: str) -> float:
    """The time from the morning of `start` to the end of a day; 0 for one before it."""
    return max(0.0, float(days_between(start, day) + 1))
