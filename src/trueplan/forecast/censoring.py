"""What unfinished work tells: that it takes longer than it took up to now."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.forecast.normal import hazard
from trueplan.record import Record


class Step(Record):
    """At `value` the share of those that are done reaches `share`."""

    value: float
    share: float


def kaplan_meier(done: Sequence[float], beyond: Sequence[float]) -> tuple[Step, ...]:
    """How large values are, from those known and those known to lie beyond some value.

    The product-limit estimate (E. L. Kaplan and P. Meier, Journal of the American Statistical
    Association 53, 1958), with one more case that is never done: the next one. Without censored
    cases the k-th of n values then has the share k / (n + 1), which is the chance that a new case
    of the same kind does not exceed it; above n / (n + 1) nothing is known.
    """
    cases = sorted([(value, 0) for value in done] + [(value, 1) for value in beyond])
    at_risk = len(cases) + 1
    left = 1.0
    steps: list[Step] = []
    for value, censored in cases:
        if not censored:
            left *= 1 - 1 / at_risk
            if steps and steps[-1].value == value:
                steps.pop()
            steps.append(Step(value, 1 - left))
        at_risk -= 1
    return tuple(steps)


class StandIn(Record):
    """What stands for a censored case in a mean: a value, and how much of a case it is.

    `excess` is what it still lacks in a sum of squares, in variances; it may be negative.
    """

    value: float
    weight: float
    excess: float


def stand_in(floor: float, location: float, scale: float) -> StandIn:
    """The stand-in for a normal value of which only a floor is known.

    It has the weight of its information on the location, h (h - z), and lies at location + scale /
    (h - z), where h is the hazard at z = (floor - location) / scale: means and variances that are
    computed with it until nothing changes are those of the censored likelihood (the method of
    scoring; M. Aitkin, Technometrics 23, 1981, gets there by expectation and maximisation). A floor
    far below tells nothing, one far above nearly as much as a value.
    """
    z = (floor - location) / scale
    if z < -8:
        return StandIn(location, 0.0, 0.0)
    rate = hazard(z)
    gap = rate - z
    return StandIn(location + scale / gap, rate * gap, rate * rate - rate / gap)
