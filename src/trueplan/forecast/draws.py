"""Draws of ratios for the phases of one plan and role, thousands of trials at once.

What is not known about the mean of all work, or of this plan, is drawn once in a trial and shared
by its phases. Drawn anew for each phase, it would cancel out: the longer a plan, the surer it would
look, though all its phases lean on the same few finished ones. The t distribution is drawn as what
it is made of: a variance for each trial, a location given the variance, ratios given both.
Resampled ratios keep their distribution exactly and are tied by a normal factor instead (a Gaussian
copula with one factor), as strongly as the t distribution ties them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import log, sqrt

import numpy
from numpy.typing import NDArray

from trueplan.forecast.normal import SHARES, draw_above, quantiles, standard_grid, survival
from trueplan.forecast.ratio import Ratios
from trueplan.forecast.work import LARGEST
from trueplan.record import Any, Record

Array = NDArray[numpy.float32]
Draw = NDArray[numpy.uint16]

_REACH = 6.0  # the table of resampled ratios goes this many deviations out
_CELLS = 8_192
_KNOTS = 100
_FAR = 40.0  # deviations of the t distribution
_HIGHEST = numpy.float32(log(LARGEST))


class World(Record):
    """What all phases of a trial share: a normal deviate and a factor of the scale."""

    common: Array
    stretch: Array
    chooser: Array


class Sampler(Record):
    """Draws for one plan and role.

    The logarithm of a ratio is `location` + `spread` z for a normal z; where `chosen`, it is what
    `table` has at `tie` + `rest` z. `table` is None where nothing is resampled.
    """

    ratios: Ratios
    location: Array
    spread: Array
    tie: Array
    rest: float
    table: Array | None
    chosen: NDArray[numpy.bool_] | None


def draw_world(
    generator: numpy.random.Generator, trials: int, freedoms: Iterable[float]
) -> dict[float, World]:
    """What the trials share, by the degrees of freedom of the scale."""
    common = generator.standard_normal(trials).astype(numpy.float32)
    chooser = generator.random(trials).astype(numpy.float32)
    worlds = {}
    for freedom in sorted(set(freedoms)):
        stretch = numpy.sqrt(freedom / generator.chisquare(freedom, trials))
        worlds[freedom] = World(common, stretch.astype(numpy.float32), chooser)
    return worlds


def make_sampler(ratios: Ratios, world: World, generator: numpy.random.Generator) -> Sampler:
    """A sampler for a plan and role in these trials."""
    own = generator.standard_normal(len(world.common)).astype(numpy.float32)
    place = ratios.location
    shared = sqrt(place.common) * world.common + sqrt(place.own) * own
    scale = numpy.float32(ratios.scale) * world.stretch
    location = numpy.float32(place.mean) + scale * shared
    total = place.common + place.own + ratios.within
    table = chosen = None
    if ratios.resampled:
        table = _table(ratios)
        if ratios.resampled < 1:
            chosen = world.chooser < ratios.resampled
    return Sampler(
        ratios,
        location.astype(numpy.float32),
        (scale * numpy.float32(sqrt(ratios.within))).astype(numpy.float32),
        (shared / sqrt(total)).astype(numpy.float32),
        sqrt(ratios.within / total),
        table,
        chosen,
    )


def draw_ratios(sampler: Sampler, draw: Draw) -> Array:
    """A ratio for each trial, for a phase that is not begun."""
    z = standard_grid().take(draw)
    if sampler.table is not None and sampler.chosen is None:
        return _look_up(sampler.table, sampler.tie + numpy.float32(sampler.rest) * z)
    result: Array = _exponential(sampler.location + sampler.spread * z)
    if sampler.table is not None and sampler.chosen is not None:
        other = _look_up(sampler.table, sampler.tie + numpy.float32(sampler.rest) * z)
        result = numpy.where(sampler.chosen, other, result)
    return result


def draw_ratios_above(sampler: Sampler, draw: Draw, floor: float) -> Array:
    """A ratio for each trial, for a phase that has reached the ratio `floor` already.

    From the upper part of its distribution. Where `floor` exceeds everything that is resampled,
    that knows nothing and the t distribution is drawn in all trials.
    """
    uniform = (draw + 0.5) / SHARES
    floor = min(floor, LARGEST)
    bound = log(floor)
    low = (bound - sampler.location.astype(float)) / sampler.spread
    student = _exponential(sampler.location + sampler.spread * draw_above(low, uniform))
    result = numpy.maximum(student, floor)
    if sampler.table is not None and _still_known(sampler.ratios, bound):
        cell = int(numpy.searchsorted(sampler.table, numpy.float32(floor)))
        reached = _cells()[0][min(cell, _CELLS - 1)]
        low = (reached - sampler.tie.astype(float)) / sampler.rest
        z = draw_above(low, uniform)
        other = _look_up(sampler.table, (sampler.tie + sampler.rest * z).astype(numpy.float32))
        other = numpy.maximum(other, floor)
        chosen = True if sampler.chosen is None else sampler.chosen
        result = numpy.where(chosen, other, result)
    elif sampler.table is not None and not sampler.ratios.surveyed:
        result = numpy.full(len(draw), numpy.inf)
    single: Array = result.astype(numpy.float32)
    return single


def _still_known(ratios: Ratios, bound: float) -> bool:
    return bool(ratios.steps) and bound < ratios.steps[-1].value


def _exponential(value: NDArray[Any]) -> NDArray[Any]:
    result: NDArray[Any] = numpy.exp(numpy.minimum(value, _HIGHEST))
    return result


def _look_up(table: Array, deviate: Array) -> Array:
    cell = (deviate + numpy.float32(_REACH)) * numpy.float32(_CELLS / (2 * _REACH))
    numpy.clip(cell, 0, _CELLS - 1, out=cell)
    result: Array = table.take(cell.astype(numpy.int32))
    return result


def _table(ratios: Ratios) -> Array:
    """Resampled ratios by the normal deviate of their share, in `_CELLS` equal steps.

    Interpolated between the order statistics, which lie at k / (n + 1): a step up to the next one
    would add half a gap to each phase, and a plan adds up phases. The rest above the last one is
    the upper part of the t distribution, or infinite where only the sample may tell.
    """
    middles, above = _cells()
    if ratios.steps:
        shares = [step.share for step in ratios.steps]
        values = [step.value for step in ratios.steps]
        table = _exponential(numpy.interp(1 - above, shares, values))
        unknown = 1 - above > shares[-1] + 1e-12
    else:
        table = numpy.empty(_CELLS)
        unknown = numpy.ones(_CELLS, bool)
    table[unknown] = _upper_part(ratios, middles[unknown]) if ratios.surveyed else numpy.inf
    single: Array = table.astype(numpy.float32)
    return single


@cache
def _cells() -> tuple[NDArray[numpy.float64], NDArray[numpy.float64]]:
    """The middles of the cells of a table, as normal deviates, and what lies above each."""
    middles = (numpy.arange(_CELLS, dtype=float) + 0.5) * (2 * _REACH / _CELLS) - _REACH
    return middles, numpy.array([survival(one) for one in middles.tolist()])


def _upper_part(ratios: Ratios, deviates: NDArray[numpy.floating]) -> NDArray[numpy.float64]:
    """The ratios of the t distribution above all that is resampled, where these deviates lie.

    Its survival is known at any value, so values are taken, the denser the nearer, and what lies
    between is interpolated.
    """
    bottom = ratios.steps[-1].value if ratios.steps else ratios.location.mean - _FAR * ratios.spread
    left = 1 - ratios.steps[-1].share if ratios.steps else 1.0
    reach = 2 * _FAR * ratios.spread + max(0.0, ratios.location.mean - bottom)
    values = bottom + reach * numpy.linspace(0, 1, _KNOTS) ** 3
    above = numpy.array([ratios.student_above(one) for one in values.tolist()])
    places = -quantiles(left * above / above[0])
    result: NDArray[numpy.float64] = numpy.exp(
        numpy.minimum(numpy.interp(deviates, places, values), _HIGHEST)
    )
    return result
