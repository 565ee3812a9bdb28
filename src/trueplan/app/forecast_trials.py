"""The trials of all plans that take part in a forecast, on the schedule of what is left."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from trueplan.app.experience import Seen, learn_from
from trueplan.app.forecast_memory import Memory
from trueplan.app.forecasted import Inquiry
from trueplan.app.trial_clock import Dates, TrialClock, find_pace
from trueplan.app.work import PlanWork, Work
from trueplan.forecast.outcome import PlanForecast
from trueplan.forecast.trials import run_trials
from trueplan.forecast.work import Remaining, is_usable
from trueplan.forecast.worktime import Working
from trueplan.record import Record
from trueplan.schedule.activity import SETTLED, Activity
from trueplan.schedule.estimates import assume_estimates
from trueplan.schedule.timetable import Timetable, Way, make_timetable
from trueplan.schedule.what_if import leave_out, read_pace, set_pace

_MANY_TRIALS = 1_000
_FEW = 3  # plans whose assumptions are told one by one


class World(Record):
    """The trials of all plans that take part. `ends` are by plan, `dates` by phase.

    `phases` are what is left of each plan, `estimated` the phases, also done ones, and plans that
    have an estimate of their own.
    """

    ends: dict[str, PlanForecast]
    dates: dict[str, Dates]
    phases: dict[str, list[Activity]]
    estimated: set[str]
    clock: TrialClock
    start: str
    assumptions: tuple[str, ...]


def simulate(
    work: Work,
    plans: Sequence[PlanWork],
    asked: Collection[str],
    seen: Sequence[Seen],
    memory: Memory,
    inquiry: Inquiry,
) -> World:
    """Run the trials of `plans`, and tell what had to be assumed for those that are `asked` for."""
    raw = [_with_usable_estimate(one) for one in work.of({one.ref for one in plans})]
    activities, _ = assume_estimates(raw)
    calendars = work.repository.configuration.calendars
    calendars = set_pace(calendars, [read_pace(word) for word in inquiry.paces], activities)
    activities = leave_out(activities, inquiry.without)
    start = inquiry.start or memory.today
    targets = tuple((one.ref, one.target) for one in plans if one.target is not None)
    table = make_timetable(activities, calendars, Way(start, "rule", targets))
    remaining = _remaining(table)
    pace = find_pace(remaining, calendars, memory, asked)
    clock = TrialClock(calendars, start, remaining)
    trials = run_trials(
        [clock.timed(one, pace) for one in remaining],
        learn_from(seen),
        seed=inquiry.seed,
        trials=inquiry.trials,
        targets={plan: clock.until(day) for plan, day in targets},
        working=Working(pace.paces, clock.worktimes),
    )
    ends = {one.ref: one for one in trials.plans}
    told = [one for one in raw if one.plan in asked and one.plan in ends]
    return World(
        ends,
        {one.ref: clock.dates(one.at) for one in trials.phases},
        _by_plan(table),
        {ref for one in raw if one.sessions is not None for ref in (one.ref, one.plan)},
        clock,
        start,
        (
            *_say_start(start, memory.today),
            *_say_trials(inquiry.trials),
            *_say_assumed(told),
            *_say_circles(table),
            *(pace.said if told else ()),
        ),
    )


def _with_usable_estimate(activity: Activity) -> Activity:
    """Without its estimate where that is zero or absurd: work that is open takes some time."""
    if activity.sessions is None or is_usable(activity.sessions):
        return activity
    return activity._replace(sessions=None, low=None, high=None)


def _by_plan(table: Timetable) -> dict[str, list[Activity]]:
    """What is left of each plan, in the order of the schedule."""
    phases: dict[str, list[Activity]] = {}
    for position in table.order:
        one = table.network.activities[position]
        phases.setdefault(one.plan, []).append(one)
    return phases


def _remaining(table: Timetable) -> list[Remaining]:
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
                one.sessions,
                one.spent or 0.0,
                one.done_share,
                tuple(place[before] for before in table.before[position]),
            )
        )
    return found


def _say_start(start: str, today: str) -> tuple[str, ...]:
    if start >= today:
        return ()
    return (f"{start} is behind today: this is as if what is left now had been left then",)


def _say_trials(trials: int) -> tuple[str, ...]:
    if trials >= _MANY_TRIALS:
        return ()
    return (f"{trials} {'trial' if trials == 1 else 'trials'} alone: other seeds give other days",)


def _say_assumed(raw: Sequence[Activity]) -> tuple[str, ...]:
    """What stands in for estimates that are missing: plan by plan, or in one sentence."""
    assumed = assume_estimates(raw)[1]
    if len(assumed) <= _FEW:
        return assumed
    number = sum(1 for one in raw if one.sessions is None and one.state not in SETTLED)
    whose = f"{number} phases of {len(assumed)} plans have no estimate in time"
    return (f"{whose}; the mean of their plan's others is assumed, 1 session where there are none",)


def _say_circles(table: Timetable) -> list[str]:
    said = []
    for cycle in table.network.cycles:
        chain = " → ".join((*cycle.refs, cycle.refs[0]))
        waits, cause = cycle.left_out
        said.append(f"a circle: {chain}; that {waits} waits for {cause} is left out")
    said += [
        f"{ref} waits for {missing}, which is not in the schedule and left out"
        for ref, missing in table.network.unknown
    ]
    return said
