"""The incomplete beta function, and the two distributions that are read off it.

The core has no scipy; the tests compare with it.
"""

from __future__ import annotations

from math import exp, lgamma, log, log1p, sqrt


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function, I_x(a, b), for positive `a` and `b`.

    By its continued fraction (NIST Digital Library of Mathematical Functions, 8.17.22); beyond
    the mean by the symmetry of the function, where the fraction converges fast.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return front / _continued_fraction(a, b, x)


def _continued_fraction(a: float, b: float, x: float) -> float:
    """1 + d1 / (1 + d2 / (1 + …)), from the inside out; it needs some √max(a, b) terms."""
    value = 1.0
    for half in range(int(40 + 4 * sqrt(max(a, b))), 0, -1):
        even = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        before = half - 1
        odd = -(a + before) * (a + b + before) * x / ((a + 2 * before) * (a + 2 * before + 1))
        value = 1 + odd / (1 + even / value)
    return value


def beta_quantile(a: float, b: float, share: float) -> float:
    """The x with I_x(a, b) = `share`, by halving the interval."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if incomplete_beta(a, b, middle) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def student_distribution(freedom: float, value: float) -> float:
    """How much of Student's t distribution lies at or below `value`."""
    tail = incomplete_beta(freedom / 2, 0.5, freedom / (freedom + value * value)) / 2
    return 1 - tail if value > 0 else tail


def student_quantile(freedom: float, share: float) -> float:
    """The quantile of Student's t distribution with `freedom` degrees, 0 < `share` < 1."""
    if share == 0.5:
        return 0.0
    if share < 0.5:
        return -student_quantile(freedom, 1 - share)
    x = beta_quantile(freedom / 2, 0.5, 2 * (1 - share))
    return sqrt(freedom * (1 - x) / x)
