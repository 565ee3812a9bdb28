"""The record of forecasts in days: by which day a phase would have been called finished.

What a phase takes is drawn, and the weeks that a session takes its worker as they were known on the
day it started; the product is laid out on the calendar. What the worker did besides is not known
then, so it is not in the forecast, as it is in that of a whole plan.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil, isfinite

import numpy

from trueplan.forecast.backtest import Case
from trueplan.forecast.draws import Array, Draw, draw_ratios, draw_world, make_sampler
from trueplan.forecast.normal import SHARES
from trueplan.forecast.observation import mean_ratio
from trueplan.forecast.pace import Pace, Worked, draw_weeks, paces_before
from trueplan.forecast.ratio import ratios_for
from trueplan.forecast.track_record import Score, Told, score_cases, tell_point
from trueplan.forecast.work import LEVELS
from trueplan.record import Record
from trueplan.text.day import days_between

_TRIALS = 1_000
_QUANTILES = 20
_LONGEST = 5_200.0  # weeks


class Pacing(Record):
    """How work was spread over days.

    `worked` are the days of each worker, `said` the sessions a week of those of whom that is said,
    `assumed` that of others as long as too little is known. `days_after` counts from an ISO day to
    that on which so many weeks' worth of work begun on it is done.
    """

    worked: Mapping[str, Worked]
    said: Mapping[str, float]
    assumed: float
    days_after: Callable[[str, float], int]


def score_days(
    cases: Sequence[Case], pacing: Pacing, seed: int, levels: Sequence[int] = LEVELS
) -> tuple[Score, ...]:
    """The scores in days from the first to the last of a phase, of the forecast first."""
    generator = numpy.random.Generator(numpy.random.PCG64(seed))
    paces: dict[str, dict[str, Pace]] = {}
    ours, planned, means = [], [], []
    for one in cases:
        phase = one.phase
        day, worker = phase.started, phase.worker
        actual = float(days_between(day, phase.finished or day))
        if day not in paces:
            paces[day] = paces_before(pacing.worked, day)
        pace = None if worker in pacing.said else paces[day].get(worker)
        fixed = pacing.said.get(worker, pacing.assumed)
        weeks = _draw_weeks(one, pace, fixed, generator)
        ours.append((_tell(weeks, day, pacing, levels), actual))
        estimate = phase.estimate or 0
        after = pacing.days_after(day, estimate / pacing.assumed)
        planned.append((tell_point(after, levels), actual))
        rate = pace.mean if pace is not None else fixed
        after = pacing.days_after(day, min(estimate * mean_ratio(one.known) / rate, _LONGEST))
        means.append((tell_point(after, levels), actual))
    return (
        score_cases("forecast", "days", ours, levels),
        score_cases("as planned", "days", planned, levels),
        score_cases("mean ratio and pace", "days", means, levels),
    )


def _draw_weeks(
    case: Case, pace: Pace | None, fixed: float, generator: numpy.random.Generator
) -> Array:
    """In how many weeks each trial ends, in order."""
    phase = case.phase
    ratios = ratios_for(case.known, phase.plan, phase.role)
    world = draw_world(generator, _TRIALS, [ratios.freedom])[ratios.freedom]
    sampler = make_sampler(ratios, world, generator)
    draw: Draw = generator.integers(0, SHARES, _TRIALS, dtype=numpy.uint16)
    sessions = draw_ratios(sampler, draw) * numpy.float32(phase.estimate or 0)
    if pace is None:
        weeks = sessions / numpy.float32(fixed)
    else:
        weeks = sessions * draw_weeks({phase.worker: pace}, _TRIALS, generator)[phase.worker]
    ordered: Array = numpy.sort(weeks)
    return ordered


def _tell(weeks: Array, day: str, pacing: Pacing, levels: Sequence[int]) -> Told:
    def at(share: float) -> float | None:
        value = float(weeks[ceil(share * len(weeks) - 1e-9) - 1])
        return float(pacing.days_after(day, min(value, _LONGEST))) if isfinite(value) else None

    quantiles = [at((place + 0.5) / _QUANTILES) for place in range(_QUANTILES)]
    return Told(
        tuple(at(level / 100) for level in levels),
        tuple(one for one in quantiles if one is not None),
    )
