"""Scores, worked by hand and against scipy."""

from __future__ import annotations

import pytest
from scipy import stats  # type: ignore[import-untyped]

from trueplan.forecast.score import (
    Calibration,
    binomial_interval,
    calibrate,
    discrete_crps,
    ensemble_crps,
    pinball_loss,
    randomised_pit,
)


@pytest.mark.parametrize(("successes", "trials"), [(0, 1), (1, 1), (3, 7), (430, 500), (0, 9_999)])
def test_the_interval_of_a_share_is_that_of_clopper_and_pearson(
    successes: int, trials: int
) -> None:
    exact = stats.binomtest(successes, trials).proportion_ci(0.95, method="exact")
    assert binomial_interval(successes, trials) == pytest.approx((exact.low, exact.high), abs=1e-9)


def test_no_success_in_ten_leaves_31_percent_open() -> None:
    """1 - 0.025 ** (1 / 10)."""
    low, high = binomial_interval(0, 10)
    assert (low, round(high, 4)) == (0.0, 0.3085)


def test_a_label_holds_if_its_level_lies_in_the_interval() -> None:
    """75 of 100 fits 80 %, 60 of 100 does not."""
    assert calibrate(80, 75, 100).holds
    assert calibrate(80, 60, 100) == Calibration(
        80, 0.6, *binomial_interval(60, 100), n=100, holds=False
    )


def test_without_a_case_nothing_speaks_against_a_label() -> None:
    assert calibrate(95, 0, 0) == Calibration(95, None, 0.0, 1.0, 0, holds=True)


@pytest.mark.parametrize(("actual", "loss"), [(13, 2.4), (10, 0.0), (7, 0.6)])
def test_late_costs_the_level_and_early_the_rest(actual: float, loss: float) -> None:
    """A label of 80 % on day 10."""
    assert pinball_loss(0.8, 10, actual) == pytest.approx(loss)


def test_the_score_of_an_ensemble() -> None:
    """Of 1, 2 and 4 against 3: distances 2, 1, 1; pairs 1, 2, 3, on average 2, half of it 1."""
    assert ensemble_crps([4, 1, 2], 3) == pytest.approx(4 / 3 - 1)
    assert ensemble_crps([4], 3) == 1


def test_the_score_on_whole_numbers() -> None:
    """Half on 0, half on 2, against 1: 0.5² for 0, 0.5² for 1, nothing for 2."""
    assert discrete_crps([0.5, 0, 0.5], 1) == pytest.approx(0.5)


def test_the_place_of_a_tie_is_drawn() -> None:
    assert randomised_pit([0.5, 0.25, 0.25], 1, 0.4) == pytest.approx(0.6)
