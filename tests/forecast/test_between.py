"""How much plans differ is learnt, slowly."""

from __future__ import annotations

import pytest

from trueplan.forecast.between import fit_plan_share
from trueplan.forecast.prior import SURVEYS
from trueplan.forecast.reference import Class, Mean


def fit(plans: dict[str, list[float]]) -> float:
    """The share for plans of one role with these logarithms of ratios."""
    values: list[tuple[Class, float]] = []
    means: dict[Class, Mean] = {}
    for plan, ratios in plans.items():
        values += [(("CTO", plan), one) for one in ratios]
        means["CTO", plan] = Mean(sum(ratios) / len(ratios), len(ratios))
    return fit_plan_share(values, means, SURVEYS).plan_share


def test_one_plan_tells_nothing() -> None:
    assert fit({"a": [0.1, 0.2, 0.9]}) == SURVEYS.plan_share


def test_two_plans_worked_by_hand() -> None:
    """Squares within 1 and between 16: variances 0.5 and (16 - 0.5) / 2, one plan of five."""
    share = fit({"a": [0.0, 1.0], "b": [4.0, 5.0]})
    shown = 7.75 / 8.25
    assert share == pytest.approx(0.9 * (4 * 0.2 / 0.9 + shown) / 5)


def test_plans_that_do_not_differ_bring_it_down_and_many_that_do_up() -> None:
    assert fit({str(at): [0.0, 1.0] for at in range(20)}) < 0.05
    assert fit({str(at): [float(at), at + 0.1] for at in range(40)}) == pytest.approx(0.72)


def test_equal_ratios_tell_nothing() -> None:
    assert fit({"a": [1.0, 1.0], "b": [1.0, 1.0]}) == SURVEYS.plan_share
