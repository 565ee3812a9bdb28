"""What finished and running phases tell about the ratio of actual work to its estimate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log, sqrt

from trueplan.forecast.between import fit_plan_share
from trueplan.forecast.censoring import stand_in
from trueplan.forecast.prior import SURVEYS, Prior
from trueplan.forecast.reference import Class, Mean, locate, surprise
from trueplan.forecast.work import Finished, Running, is_usable
from trueplan.record import Record


class Case(Record):
    """The logarithm of a ratio, or of what it is known to exceed."""

    of: Class
    value: float
    censored: bool


class Experience(Record):
    """What the finished and running phases of a repository tell about its ratios.

    `scale` with `freedom` is that of one ratio, `model` how its variance is shared between roles,
    plans and phases. `unusable` are references of phases whose estimate or actual work says
    nothing: missing, zero or absurd. Not `surveyed`, only what was seen may be told.
    """

    cases: tuple[Case, ...]
    means: dict[Class, Mean]
    scale: float
    freedom: float
    model: Prior
    unusable: tuple[str, ...]
    surveyed: bool

    @property
    def sample(self) -> int:
        """How many finished phases this rests on."""
        return sum(1 for one in self.cases if not one.censored)


def learn(
    finished: Iterable[Finished],
    running: Iterable[Running] = (),
    prior: Prior | None = SURVEYS,
) -> Experience:
    """Learn from phases that are done and from those that go on.

    With `prior` None nothing but these is used, and high levels may not be told.
    """
    cases: list[Case] = []
    unusable: list[str] = []
    for one in finished:
        value = _log_ratio(one.actual, one.estimate)
        if value is None:
            unusable.append(one.ref)
        else:
            cases.append(Case((one.role, one.plan), value, censored=False))
    for other in running:
        value = _log_ratio(other.spent, other.estimate)
        if value is not None:
            cases.append(Case((other.role, other.plan), value, censored=True))
        elif other.spent:
            unusable.append(other.ref)
    model, means, scale, freedom = _fit(cases, prior or SURVEYS)
    surveyed = prior is not None
    return Experience(tuple(cases), means, scale, freedom, model, tuple(unusable), surveyed)


class Weighted(Record):
    """A value that counts as `weight` cases, and what its square lacks, in variances."""

    of: Class
    value: float
    weight: float = 1.0
    excess: float = 0.0


def _fit(cases: Sequence[Case], prior: Prior) -> tuple[Prior, dict[Class, Mean], float, float]:
    """The model, the means of the classes, the scale of a ratio with its degrees of freedom."""
    known = [Weighted(one.of, one.value) for one in cases if not one.censored]
    floors = [one for one in cases if one.censored]
    means = _means(known)
    prior = fit_plan_share([(one.of, one.value) for one in known], means, prior)
    scale, freedom = _scale(known, means, prior.scale, prior)
    for _ in range(60 if floors else 0):
        before = scale
        within = scale * sqrt(prior.within_share)
        centres = {of: locate(means, of, prior).mean for of in {one.of for one in floors}}
        values = list(known)
        for one in floors:
            found = stand_in(one.value, centres[one.of], within)
            values.append(Weighted(one.of, found.value, found.weight, found.excess))
        means = _means(values)
        scale, freedom = _scale(values, means, scale, prior)
        if abs(scale - before) < 1e-9 * scale:
            break
    return prior, means, scale, freedom


def _means(values: Iterable[Weighted]) -> dict[Class, Mean]:
    sums: dict[Class, tuple[float, float]] = {}
    for one in values:
        if one.weight > 0:
            total, count = sums.get(one.of, (0.0, 0.0))
            sums[one.of] = total + one.weight * one.value, count + one.weight
    return {of: Mean(total / count, count) for of, (total, count) in sums.items()}


def _scale(
    values: Sequence[Weighted], means: dict[Class, Mean], scale: float, prior: Prior
) -> tuple[float, float]:
    """The scale of a ratio and its degrees of freedom.

    The conjugate normal model with known correlations (A. Gelman et al., Bayesian Data Analysis,
    3rd edition, 2013, section 14.2); `scale` is the last one found, for what stand-ins lack.
    """
    squares = prior.scale_worth * prior.scale**2 + surprise(means.values(), prior)
    for one in values:
        if one.weight > 0:
            away = one.value - means[one.of].value
            squares += one.weight * away * away / prior.within_share
            squares += one.excess * scale * scale
    freedom = prior.scale_worth + sum(one.weight for one in means.values())
    return sqrt(max(squares, 1e-6) / freedom), freedom


def _log_ratio(actual: float | None, estimate: float | None) -> float | None:
    if not actual or not estimate or not is_usable(actual) or not is_usable(estimate):
        return None
    return log(actual / estimate) if is_usable(actual / estimate) else None
