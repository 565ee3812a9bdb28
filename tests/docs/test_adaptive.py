"""Labels learn from labels, and only from what is known of them."""

from __future__ import annotations

import numpy
import pytest

from backtest.adaptive import AdaptiveLabels

EVEN = (0.25, 0.25, 0.25, 0.25, 0.0)


def test_a_label_that_failed_asks_for_more() -> None:
    """80 % is period 3 of four even ones; it was not done by then."""
    labels = AdaptiveLabels([0.8], 0.1)
    assert labels.put(EVEN, 10, None) == [13]
    labels.learn(12)
    assert labels.asked[0.8] == 0.8
    labels.learn(13)
    assert labels.asked[0.8] == pytest.approx(0.88)


def test_a_label_that_held_asks_for_less_once_the_end_is_known() -> None:
    labels = AdaptiveLabels([0.8], 0.1)
    labels.put(EVEN, 10, 11)
    labels.learn(10)
    assert labels.asked[0.8] == 0.8
    labels.learn(11)
    assert labels.asked[0.8] == pytest.approx(0.78)
    labels.learn(20)
    assert labels.asked[0.8] == pytest.approx(0.78)


def test_never_always_holds_and_levels_stay_in_order() -> None:
    labels = AdaptiveLabels([0.5, 0.8], 0.1)
    assert labels.put((0.5, 0.1, 0.4), 0, None) == [0, None]
    labels.asked = {0.5: 0.9, 0.8: 0.2}
    assert labels.put(EVEN, 0, None) == [3, 3]
    labels.pending = []
    labels.asked = {0.5: 1.5, 0.8: -1.0}
    assert labels.put((0.5, 0.4, 0.1), 0, None) == [None, None]
    labels.learn(0)
    assert labels.asked == {0.5: pytest.approx(1.45), 0.8: pytest.approx(-1.02)}


def test_labels_of_a_wrong_model_hold_as_often_as_they_say_in_the_long_run() -> None:
    """The model says each of ten periods alike; truly the end comes in the last three."""
    generator = numpy.random.default_rng(3)
    labels = AdaptiveLabels([0.8], 0.02)
    held = 0
    for at in range(4000):
        end = at + int(generator.integers(7, 10))
        labels.learn(at - 1)
        (due,) = labels.put((0.1,) * 10 + (0.0,), at, end)
        held += due is None or end <= due
    assert held / 4000 == pytest.approx(0.8, abs=0.02)
