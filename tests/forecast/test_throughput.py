"""Boxes done per week tell when none is open."""

from __future__ import annotations

import pytest

from trueplan.errors import UsageError
from trueplan.forecast.throughput import BoxForecast, Week, forecast_boxes

STEADY = [Week(3)] * 30


def test_a_steady_week_is_a_division() -> None:
    """Ten boxes, three a week: in the fourth week."""
    assert forecast_boxes(STEADY, 10, seed=1, within=3) == BoxForecast(
        (4, 4, 4, 4), 0.0, 0.0, 30, "resampled weeks"
    )


def test_growth_counts_against_what_is_done() -> None:
    """One new box for every three done: two a week."""
    assert forecast_boxes([Week(3, 1)] * 30, 10, seed=1).weeks == (5, 5, 5, 5)


def test_weeks_of_nothing_count() -> None:
    """Every other week is idle, so half as fast; the levels grow."""
    weeks = forecast_boxes([Week(3), Week(0)] * 15, 30, seed=1, within=20)
    assert weeks.weeks[0] == pytest.approx(20, abs=1)
    assert list(weeks.weeks) == sorted(weeks.weeks)  # type: ignore[type-var]
    assert weeks.chance == pytest.approx(0.5, abs=0.15)


def test_few_weeks_do_not_tell_high_levels() -> None:
    """Four weeks: up to 4/5. The weeks themselves are a chance sample, so the levels are apart."""
    told = forecast_boxes([Week(1), Week(2), Week(4), Week(8)], 60, seed=1)
    assert told.sample == 4
    assert told.weeks[0] is not None
    assert told.weeks[1] is not None
    assert told.weeks[1] > 1.25 * told.weeks[0]
    assert told.weeks[2:] == (None, None)


def test_a_plan_that_grows_as_fast_as_it_is_done_may_never_end() -> None:
    told = forecast_boxes([Week(2, 2), Week(3, 3)] * 20, 5, seed=1)
    assert told.weeks == (None,) * 4
    assert told.never == 1


@pytest.mark.parametrize(
    ("weeks", "why"), [([Week(0, 2)] * 3, "no box was done in 3 weeks"), ([], "no week was seen")]
)
def test_nothing_done_tells_nothing(weeks: list[Week], why: str) -> None:
    told = forecast_boxes(weeks, 5, seed=1, within=9)
    assert (told.weeks, told.chance, told.method) == ((None,) * 4, None, why)


def test_nothing_open_is_done() -> None:
    assert forecast_boxes([], 0, seed=1).weeks == (0, 0, 0, 0)


def test_the_same_seed_gives_the_same_forecast() -> None:
    weeks = [Week(1), Week(2), Week(4), Week(8)]
    assert forecast_boxes(weeks, 60, seed=1) == forecast_boxes(weeks, 60, seed=1)


def test_wrong_use_is_said() -> None:
    with pytest.raises(UsageError, match="a forecast needs boxes and trials"):
        forecast_boxes(STEADY, -1, seed=1)
