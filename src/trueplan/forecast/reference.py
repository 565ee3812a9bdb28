"""The reference class of a phase: its own plan and role, then the role, then all, then surveys.

A random-effects model on the log scale. The ratio of a phase is the location of all work, plus what
its role adds, plus what its plan adds, plus its own scatter; each level has a known share of the
variance (`Prior`), and each mean is shrunk to the one above by how much is known about both. The
repository has its own reference class, so its plans are the "outside view" of D. Kahneman and
A. Tversky (1979) for one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf

from trueplan.forecast.prior import Prior
from trueplan.record import Record

# Who did the work, and in which plan.
Class = tuple[str, str]


class Mean(Record):
    """The mean of values that count as `weight` cases, all told."""

    value: float
    weight: float


class Location(Record):
    """Where the ratios of a class lie, on the log scale.

    `common` and `own` are the variances of this knowledge in units of the variance of one ratio:
    what is not known about all work, and what is not known about this plan.
    """

    mean: float
    common: float
    own: float


def locate(means: Mapping[Class, Mean], wanted: Class, prior: Prior) -> Location:
    """Where the ratios of the role and plan `wanted` lie, given the means of all classes.

    Each level is a normal mean with a normal prior: the level above, less certain by the share of
    the variance that lies between the two.
    """
    role, _ = wanted
    within, between = prior.within_share, prior.plan_share
    others = [one for (of, _), one in means.items() if of != role]
    mates = [one for key, one in means.items() if key[0] == role and key != wanted]
    own = means.get(wanted)
    spread = prior.role_share + between
    mean, variance = _update(
        prior.location,
        1 / prior.location_worth,
        [(one.value, spread + within / one.weight) for one in others],
    )
    mean, variance = _update(
        mean,
        variance + prior.role_share,
        [(one.value, between + within / one.weight) for one in mates],
    )
    error = within / own.weight if own else inf
    common = variance * (error / (error + between)) ** 2 if own else variance
    mean, variance = _update(mean, variance + between, [(own.value, error)] if own else [])
    common = min(common, variance)
    return Location(mean, common, variance - common)


def surprise(means: Iterable[Mean], prior: Prior) -> float:
    """How far the means of classes lie from the prior and from each other, squared, in variances.

    Their quadratic form under the model, with classes of one role taken as independent; its
    expectation is the number of classes.
    """
    total = slope = precision = 0.0
    for one in means:
        weight = 1 / (1 - prior.within_share + prior.within_share / one.weight)
        away = one.value - prior.location
        total += weight * away * away
        slope += weight * away
        precision += weight
    return total - slope * slope / (prior.location_worth + precision)


def _update(mean: float, variance: float, data: list[tuple[float, float]]) -> tuple[float, float]:
    """A normal mean after seeing values, each with the variance of its error."""
    precision = 1 / variance + sum(1 / error for _, error in data)
    total = mean / variance + sum(value / error for value, error in data)
    return total / precision, 1 / precision
