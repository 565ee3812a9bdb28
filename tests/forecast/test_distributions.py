"""The normal, beta and Student distributions are those of scipy."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given, strategies as st
from scipy import special, stats  # type: ignore[import-untyped]

from trueplan.forecast import beta, normal


@given(st.floats(0.1, 500), st.floats(0.1, 500), st.floats(0, 1))
def test_incomplete_beta(a: float, b: float, x: float) -> None:
    assert beta.incomplete_beta(a, b, x) == pytest.approx(special.betainc(a, b, x), abs=1e-10)


@given(st.floats(1, 200), st.floats(0.001, 0.999))
def test_student(freedom: float, share: float) -> None:
    value = beta.student_quantile(freedom, share)
    assert value == pytest.approx(stats.t.ppf(share, freedom), rel=1e-6, abs=1e-6)
    assert beta.student_distribution(freedom, value) == pytest.approx(share, abs=1e-6)


def test_normal_quantiles() -> None:
    shares = numpy.array([1e-200, 1e-12, 0.01, 0.3, 0.5, 0.8, 0.99, 1 - 1e-12])
    assert normal.quantiles(shares) == pytest.approx(stats.norm.ppf(shares), rel=1e-7, abs=1e-8)
    assert normal.quantiles(numpy.array([0.0, 1.0])).tolist() == [-numpy.inf, numpy.inf]


@pytest.mark.parametrize("value", [-5.0, 0.0, 3.0, 29.0, 60.0])
def test_hazard(value: float) -> None:
    expected = numpy.exp(stats.norm.logpdf(value) - stats.norm.logsf(value))
    assert normal.hazard(value) == pytest.approx(expected, rel=1e-3)


def test_the_grid_is_the_middles_of_equal_shares() -> None:
    grid = normal.standard_grid()
    assert len(grid) == normal.SHARES
    assert abs(float(grid.mean())) < 1e-6
    assert float(grid.std()) == pytest.approx(1, abs=1e-3)


def test_draws_above_a_value_are_the_upper_part() -> None:
    """The middle draw is the median of the truncated distribution, near, above and far out."""
    low = numpy.array([-40.0, -1.0, 0.0, 2.0, 10.0, 35.0])
    expected = stats.truncnorm.median(low, numpy.inf)
    assert normal.draw_above(low, numpy.full(6, 0.5)) == pytest.approx(expected, rel=1e-3, abs=1e-6)


def test_a_higher_floor_never_gives_a_lower_draw() -> None:
    low = numpy.linspace(-10, 50, 601)
    for uniform in (1e-9, 0.1, 0.5, 0.999):
        draws = normal.draw_above(low, numpy.full(601, uniform))
        assert (numpy.diff(draws) >= -1e-6).all()
        assert (draws >= low).all()
