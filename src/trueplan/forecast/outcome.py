"""What trials tell: the ends of phases and plans."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, isfinite

import numpy

from trueplan.forecast.draws import Array
from trueplan.forecast.drivers import Driver
from trueplan.forecast.ratio import Ratios
from trueplan.record import Record

_BARS = 20


class Ends(Record):
    """By when something ends, in units of working time from the start of the forecast.

    `at` has one value for each of the levels; None where that cannot be told.
    """

    ref: str
    at: tuple[float | None, ...]


class Histogram(Record):
    """How many trials end between two neighbours of `edges`; `beyond` are those after the last."""

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    beyond: int


class PlanForecast(Record):
    """When a plan ends, and what that rests on.

    `chance` is that of meeting its target, None without one. `drivers` are the phases that its
    spread comes from, the greatest first; `percents` the ends that 0 to 100 % of trials do not
    exceed, None above what can be told. `method`, `sample`, `own` and `censored` are those of
    `Ratios`, where the roles of a plan differ those of the least known.
    """

    ref: str
    ends: Ends
    chance: float | None
    histogram: Histogram
    percents: tuple[float | None, ...]
    drivers: tuple[Driver, ...]
    method: str
    sample: int
    own: int
    censored: int


class Forecast(Record):
    """The ends of phases and plans. `assumed` are the phases whose estimate was not known.

    They were given `assumed_estimate` sessions: the median of the estimates that are known.
    """

    levels: tuple[int, ...]
    phases: tuple[Ends, ...]
    plans: tuple[PlanForecast, ...]
    trials: int
    seed: int
    assumed: tuple[str, ...]
    assumed_estimate: float


def chance_by(forecast: PlanForecast, time: float) -> float:
    """The chance that a plan ends by a working time, to a hundredth."""
    return sum(1 for one in forecast.percents[1:] if one is not None and one <= time) / 100


def read_levels(end: Array, places: Sequence[int]) -> tuple[float | None, ...]:
    """The values at these places in the order of all trials."""
    ordered = numpy.sort(end)  # sorting is vectorised where partitioning is not
    return tuple(_told(float(ordered[place])) for place in places)


def _told(value: float) -> float | None:
    return value if isfinite(value) else None


def summarise(
    ref: str,
    end: Array,
    places: Sequence[int],
    target: float | None,
    ratios: list[Ratios],
    drivers: tuple[Driver, ...],
) -> PlanForecast:
    """Put together what trials tell about the end of a plan."""
    ordered = numpy.sort(end)
    least = min(ratios, key=lambda one: (one.sample, one.own))
    chance = None
    if target is not None:
        chance = int(numpy.searchsorted(ordered, target, side="right")) / len(ordered)
    percents = tuple(
        _told(float(ordered[max(0, ceil(percent * len(ordered) / 100) - 1)]))
        for percent in range(101)
    )
    return PlanForecast(
        ref,
        Ends(ref, tuple(_told(float(ordered[place])) for place in places)),
        chance,
        _histogram(ordered),
        percents,
        drivers,
        least.method,
        least.sample,
        least.own,
        least.censored,
    )


def _histogram(ordered: Array) -> Histogram:
    """Bars of equal width up to what 99 % do not exceed: a long tail would flatten the rest."""
    known = ordered[numpy.isfinite(ordered)].astype(float)
    if not len(known):
        return Histogram((), (), len(ordered))
    low = float(known[0])
    high = float(known[min(len(known) - 1, ceil(0.99 * len(ordered)) - 1)])
    if high - low <= 1e-6 * high:
        return Histogram((low, high), (len(known),), len(ordered) - len(known))
    counts, edges = numpy.histogram(known, _BARS, (low, high))
    counted = tuple(int(one) for one in counts)
    return Histogram(tuple(float(one) for one in edges), counted, len(ordered) - sum(counted))
