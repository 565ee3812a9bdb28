"""How good forecasts were: coverage, pinball loss, CRPS.

A forecast is right to say 80 % if the end comes by then in 80 of 100 cases (coverage), and the
better the nearer it is to the end all the same (pinball loss, CRPS; both are proper scores, so
that nobody gains by saying other than what he believes).
"""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.forecast.beta import beta_quantile
from trueplan.record import Record


class Calibration(Record):
    """What a label of `level` % achieved in `n` cases, with its binomial interval; as shares.

    `holds` says that the level lies in the interval. Without a case nothing speaks against it.
    """

    level: int
    achieved: float | None
    low: float
    high: float
    n: int
    holds: bool


def calibrate(level: int, covered: int, n: int, confidence: float = 0.95) -> Calibration:
    """Judge a label that covered `covered` of `n` ends."""
    low, high = binomial_interval(covered, n, confidence)
    achieved = covered / n if n else None
    return Calibration(level, achieved, low, high, n, low <= level / 100 <= high)


def binomial_interval(successes: int, trials: int, confidence: float = 0.95) -> tuple[float, float]:
    """The exact interval of a share (C. J. Clopper and E. S. Pearson, Biometrika 26, 1934)."""
    outside = (1 - confidence) / 2
    low = beta_quantile(successes, trials - successes + 1, outside) if successes else 0.0
    if successes == trials:
        return low, 1.0
    return low, beta_quantile(successes + 1, trials - successes, 1 - outside)


def pinball_loss(level: float, forecast: float, actual: float) -> float:
    """What a quantile of `level` (as a share) loses: in the unit of the forecast.

    Late by a unit costs `level`, early by one costs the rest (R. Koenker and G. Bassett,
    Econometrica 46, 1978). Its mean is smallest for the true quantile.
    """
    late = actual - forecast
    return level * late if late >= 0 else (level - 1) * late


def ensemble_crps(ensemble: Sequence[float], actual: float) -> float:
    """The continuous ranked probability score of a sample of a forecast, in its unit.

    The fair form by probability-weighted moments, which does not favour small samples: mean
    distance to the actual value, less half the mean distance of two different members
    (M. Zamo and P. Naveau, Mathematical Geosciences 50, 2018). The plain distance for one member.
    """
    ordered = sorted(ensemble)
    size = len(ordered)
    distance = sum(abs(one - actual) for one in ordered) / size
    if size == 1:
        return distance
    weighted = sum((2 * rank - size + 1) * one for rank, one in enumerate(ordered))
    return distance - weighted / (size * (size - 1))


def quantile_crps(quantiles: Sequence[float], actual: float) -> float:
    """The same score from the quantiles at the middles of as many equal shares, lowest first.

    Twice the mean of their pinball losses (F. Laio and S. Tamea, Hydrology and Earth System
    Sciences 11, 2007).
    """
    size = len(quantiles)
    losses = [
        pinball_loss((place + 0.5) / size, one, actual) for place, one in enumerate(quantiles)
    ]
    return 2 * sum(losses) / size


def discrete_crps(shares: Sequence[float], actual: int) -> float:
    """The same score of a forecast on whole numbers: `shares[k]` is the chance of k.

    The sum of squared distances of the two distributions (E. S. Epstein, Journal of Applied
    Meteorology 8, 1969: the ranked probability score).
    """
    total = below = 0.0
    for value, share in enumerate(shares):
        below += share
        total += (below - (actual <= value)) ** 2
    return total


def randomised_pit(shares: Sequence[float], actual: int, uniform: float) -> float:
    """Where an actual whole number fell in its forecast, from 0 to 1, ties broken by `uniform`.

    Uniform if the forecasts are right, also where one value has much of the chance, so that no
    label could cover just 50 % (C. Czado, T. Gneiting and L. Held, Biometrics 65, 2009).
    """
    return sum(shares[:actual]) + uniform * shares[actual]
