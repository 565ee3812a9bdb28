"""The forecast of a plan without estimates: by the boxes that its weeks brought."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from trueplan.forecast.throughput import BoxForecast, Week, forecast_boxes
from trueplan.forecast.work import LEVELS
from trueplan.history.life import Life
from trueplan.history.pace import ticks_by_week
from trueplan.history.progress import follow_progress, kinds_of_work
from trueplan.record import Record
from trueplan.text.day import day_number, days_between, numbered_day

_FEWEST_WEEKS = 2


class BoxDays(Record):
    """The ISO day of each level, None for one that cannot be told, and what that rests on."""

    days: tuple[str | None, ...]
    chance: float | None
    sample: int
    method: str


def forecast_by_boxes(
    life: Life, today: str, start: str, target: str | None, seed: int, trials: int
) -> BoxDays | None:
    """When no box of work is open, by the weeks since the plan came; None where they tell nothing.

    The weeks end with `today`, and work goes on from `start`; scope that was added counts against
    what was done.
    """
    kinds = kinds_of_work(life)
    done = ticks_by_week(life.events, kinds, life.revisions[0].at[:10], today)
    if len(done) < _FEWEST_WEEKS or not any(done):
        return None
    days = follow_progress(life, kinds)
    added = _added_by_week([(one.day, one.scope) for one in days], today, len(done))
    found = forecast_boxes(
        [Week(*one) for one in zip(done, added, strict=True)],
        days[-1].open,
        seed=seed,
        within=days_between(start, target) / 7 if target is not None else None,
        trials=trials,
    )
    return BoxDays(
        tuple(
            None if one is None else numbered_day(day_number(start) + round(7 * one))
            for one in found.weeks
        ),
        0.0 if target is not None and target < start else found.chance,
        found.sample,
        f"{found.method}; {len(done)} weeks of boxes, as the plan has no estimates"
        + _say_untold(found),
    )


def _say_untold(found: BoxForecast) -> str:
    """Why a level is not told: the weeks are few, or many trials have no end."""
    if None not in found.weeks:
        return ""
    highest = 100 * found.sample // (found.sample + 1)
    if any(level > highest for level in LEVELS):
        return f"; of so few, no level above {highest} % can be told"
    return f"; at their pace {100 * found.never:.0f} % of the trials take over ten years"


def _added_by_week(scopes: Sequence[tuple[str, int]], today: str, weeks: int) -> list[int]:
    """By how much the scope grew in each week of seven days that ends with today or before."""
    grown = [0] * weeks
    for (_, before), (day, after) in pairwise(scopes):
        ago = days_between(day, today) // 7
        if 0 <= ago < weeks:
            grown[-1 - ago] += after - before
    return grown
