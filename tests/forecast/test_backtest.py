"""The replay knows only what was known then, and scores it."""

from __future__ import annotations

import pytest

from trueplan.forecast.backtest import Observation, known_on, replay
from trueplan.forecast.experience import learn
from trueplan.forecast.ratio import ratios_for
from trueplan.forecast.work import Finished, Running

LAMPS = [
    Observation("lamps#1", "lamps", "CTO", "2026-01-05", "2026-01-09", 2, 3),
    Observation(
        "lamps#2", "lamps", "CTO", "2026-01-08", "2026-01-20", 1, 3,
        ("2026-01-08", "2026-01-12", "2026-01-20"),
    ),
    Observation("lamps#3", "lamps", "CTO", "2026-01-12", "2026-01-13", 2, 2),
    Observation("lamps#4", "lamps", "CTO", "2026-02-02", None, 2, 1, ("2026-02-02",)),
    Observation("lamps#5", "lamps", "CTO", "2026-01-14", "2026-01-15", None, 1),
]  # fmt: skip


def test_known_is_what_ended_before_the_day() -> None:
    """On 12 January the first is done, the second has had one session, the third just starts."""
    expected = learn(
        [Finished("lamps#1", "lamps", "CTO", 2, 3)],
        [Running("lamps#2", "lamps", "CTO", 1, 1)],
    )
    assert known_on(LAMPS, "2026-01-12") == expected


def test_what_ends_on_the_day_is_not_known_on_it() -> None:
    assert known_on(LAMPS, "2026-01-09").sample == 0
    assert known_on(LAMPS, "2026-01-10").sample == 1


def test_each_finished_phase_is_forecast_from_its_start() -> None:
    """Labels worked by hand: for the first and the second nothing is known, then the first one."""
    backtest = replay(LAMPS)
    assert backtest.left_out == ("lamps#5",)
    ours, planned, mean = backtest.scores
    assert [one.method for one in backtest.scores] == ["forecast", "as planned", "mean ratio"]
    assert [one.n for one in backtest.scores] == [3, 3, 3]
    surveys = ratios_for(learn([]), "lamps", "CTO")
    later = ratios_for(known_on(LAMPS, "2026-01-12"), "lamps", "CTO")
    labels = [2 * (surveys.quantile(0.8) or 0), surveys.quantile(0.8) or 0]
    labels.append(2 * (later.quantile(0.8) or 0))
    assert labels[0] > 3
    assert labels[1] < 3
    losses = [0.2 * (labels[0] - 3), 0.8 * (3 - labels[1]), 0.2 * (labels[2] - 2)]
    assert ours.calibration[1].achieved == pytest.approx(2 / 3)
    assert ours.pinball[1] == pytest.approx(sum(losses) / 3)
    # As planned: 2 for 3, 1 for 3, 2 for 2; the label holds where nothing was late.
    assert planned.calibration[1].achieved == pytest.approx(1 / 3)
    assert planned.pinball[1] == pytest.approx(0.8 * 3 / 3)
    assert planned.crps == pytest.approx(1)
    # The mean ratio is 1, 1 and 1.5: 2, 1 and 3.
    assert mean.pinball[1] == pytest.approx((0.8 * 1 + 0.8 * 2 + 0.2 * 1) / 3)


def test_levels_that_are_not_told_count_in_no_score() -> None:
    """Without the prior the first forecast tells nothing, the third a half."""
    ours = replay(LAMPS, prior=None).scores[0]
    assert [one.n for one in ours.calibration] == [1, 0, 0, 0]
    assert ours.pinball[1:] == (None, None, None)


def test_nothing_to_score() -> None:
    backtest = replay([])
    assert [one.n for one in backtest.scores] == [0, 0, 0]
    assert backtest.scores[0].crps is None
    assert all(one.holds for one in backtest.scores[0].calibration)
