"""The normal distribution over arrays, and its upper part alone."""

from __future__ import annotations

from functools import cache
from math import erfc, exp, pi, sqrt

import numpy
from numpy.typing import NDArray

Array = NDArray[numpy.floating]

# The lines are cut into this many equal shares; a draw is one of them, two random bytes.
SHARES = 65_536


def survival(value: float) -> float:
    """How much of the normal distribution lies above `value`."""
    return erfc(value / sqrt(2)) / 2


def hazard(value: float) -> float:
    """The density at `value` over what lies above: the inverse of Mills' ratio."""
    if value > 30:
        return value + 1 / value
    return exp(-value * value / 2) / sqrt(2 * pi) / survival(value)


def quantiles(shares: Array) -> Array:
    """The quantiles of the normal distribution, to nine digits.

    Rational approximations by P. J. Acklam (2003), one for the middle and one for the tails.
    """
    shares = numpy.asarray(shares, dtype=float)
    lower = numpy.minimum(shares, 1 - shares)
    with numpy.errstate(divide="ignore", invalid="ignore"):
        root = numpy.sqrt(-2 * numpy.log(lower))
        tail = numpy.polyval(_TAIL_ABOVE, root) / numpy.polyval(_TAIL_BELOW, root)
        centred = shares - 0.5
        squared = centred * centred
        middle = centred * numpy.polyval(_ABOVE, squared) / numpy.polyval(_BELOW, squared)
    outside = numpy.where(shares < 0.5, tail, -tail)
    result = numpy.where(lower < 0.02425, outside, middle)
    return numpy.where(lower <= 0, numpy.where(shares < 0.5, -numpy.inf, numpy.inf), result)


@cache
def standard_grid() -> Array:
    """The middles of `SHARES` equal shares of the normal distribution, as 4-byte floats."""
    grid: Array = quantiles((numpy.arange(SHARES) + 0.5) / SHARES).astype(numpy.float32)
    grid.flags.writeable = False
    return grid


def draw_above(low: Array, uniform: Array) -> Array:
    """Draws from the part of the normal distribution above `low`, one for each of `uniform`.

    By inversion of the upper tail; far out, where the tail is too small for a float, by the
    exponential distribution that it then is. A larger `low` never gives a smaller draw.
    """
    above = numpy.array([survival(one) for one in low.tolist()])
    share = above * uniform
    far = low > 30
    inside = -quantiles(numpy.where(far, 0.5, share))
    outside = low - numpy.log(uniform) / numpy.maximum(low, 1)
    return numpy.maximum(numpy.where(far, outside, inside), low)


_ABOVE = (
    -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2,
    1.383577518672690e2, -3.066479806614716e1, 2.506628277459239,
)  # fmt: skip
_BELOW = (
    -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2,
    6.680131188771972e1, -1.328068155288572e1, 1.0,
)  # fmt: skip
_TAIL_ABOVE = (
    -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838,
    -2.549732539343734, 4.374664141464968, 2.938163982698783,
)  # fmt: skip
_TAIL_BELOW = (
    7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1.0,
)  # fmt: skip
