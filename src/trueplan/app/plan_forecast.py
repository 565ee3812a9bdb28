"""The forecast of one plan: by the trials, or by its boxes where it has no estimates."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.box_forecast import forecast_by_boxes
from trueplan.app.forecast_memory import Memory
from trueplan.app.forecast_trials import World
from trueplan.app.forecasted import LEVELS, Inquiry, PhaseDates, PlanDates
from trueplan.app.trial_clock import TrialClock
from trueplan.app.work import PlanWork
from trueplan.history.life import Life
from trueplan.text.day import day_number, numbered_day

_ROWS = 14  # of a histogram, the tail apart
_TAIL = 95  # percent
_LAST = 100  # percents: what lies beyond 99 has no end worth showing


def forecast_plan(plan: PlanWork, world: World, memory: Memory, inquiry: Inquiry) -> PlanDates:
    """The forecast of a plan that took part in the trials."""
    result = _by_trials(plan, world)
    life = memory.life(plan.ref)
    if plan.ref in world.estimated or life is None:
        return result
    return _by_boxes(result, life, world.start, memory.today, inquiry)


def _by_trials(plan: PlanWork, world: World) -> PlanDates:
    found = world.ends[plan.ref]
    rests_on = f"{found.method}; {_say_sample(found.sample, found.own)}"
    if not any(one.ref in world.estimated for one in world.phases[plan.ref]):
        rests_on += "; its own estimates are assumed"
    return PlanDates(
        plan.ref,
        plan.path,
        plan.title,
        rests_on,
        found.sample,
        "finished phases",
        world.clock.dates(found.ends.at),
        plan.target,
        found.chance,
        _bins(found.percents, world.clock),
        found.drivers,
        tuple(
            PhaseDates(one.ref, one.title, world.dates[one.ref]) for one in world.phases[plan.ref]
        ),
    )


def _say_sample(sample: int, own: int) -> str:
    noun = "phase" if sample == 1 else "phases"
    mine = f", {own} of its own" if own else ""
    return f"{sample or 'no'} finished {noun} with an estimate{mine}"


def _bins(
    percents: Sequence[float | None], clock: TrialClock
) -> tuple[tuple[str, str, float], ...]:
    """Stretches of as many days up to what 95 % do not exceed, and one for the long tail.

    `percents` are the ends that 0 to 100 % of the trials do not exceed.
    """
    known = [clock.day(one) for one in percents]
    days = [day_number(one) for one in known[:_LAST] if one is not None]
    if not days:
        return ()
    first, last = days[0], days[min(len(days) - 1, _TAIL)]
    width = -(-(last - first + 1) // _ROWS)
    rows = -(-(last - first + 1) // width)
    counts: dict[int, int] = {}
    for day in days[1:]:
        row = min((day - first) // width, rows)
        counts[row] = counts.get(row, 0) + 1
    bins = []
    for row, count in sorted(counts.items()):
        begin = first + row * width
        end = begin + width - 1 if row < rows else days[-1]
        bins.append((numbered_day(begin), numbered_day(end), count / 100))
    return tuple(bins)


def _by_boxes(result: PlanDates, life: Life, start: str, today: str, inquiry: Inquiry) -> PlanDates:
    """The same plan by the boxes of its weeks, where these tell something."""
    found = forecast_by_boxes(life, today, start, result.target, inquiry.seed, inquiry.trials)
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
