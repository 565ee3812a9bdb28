"""Unfinished work stays in as what it is: longer than up to now."""

from __future__ import annotations

from math import exp

import numpy
import pytest

from trueplan.forecast.censoring import Step, kaplan_meier, stand_in
from trueplan.forecast.experience import learn
from trueplan.forecast.work import Finished, Running


def test_without_censoring_the_kth_of_n_has_the_share_k_over_n_plus_1() -> None:
    steps = kaplan_meier([3, 1, 2], [])
    assert [one.value for one in steps] == [1, 2, 3]
    assert [one.share for one in steps] == pytest.approx([1 / 4, 2 / 4, 3 / 4])


def test_a_censored_case_hands_its_share_to_the_later_ones() -> None:
    """1 of 5 at risk, then one leaves at 2, then 1 of 3: 1 - 4/5 * 2/3 = 7/15."""
    steps = kaplan_meier([1, 3, 3.5], [2])
    assert [one.share for one in steps] == pytest.approx([1 / 5, 7 / 15, 1 - 4 / 15])


def test_equal_values_are_one_step_and_go_before_a_floor_of_the_same_size() -> None:
    """2 of 4 at 1; then one leaves there, and 1 case is left that is never done."""
    (step,) = kaplan_meier([1, 1], [1])
    assert step == Step(1, step.share)
    assert step.share == pytest.approx(1 / 2)


def test_a_low_floor_tells_nothing_and_a_high_one_nearly_everything() -> None:
    low, middle, high = (stand_in(floor, 0, 1) for floor in (-9, 0, 20))
    assert low.weight == 0
    assert middle.weight == pytest.approx(2 / numpy.pi)
    assert middle.value == pytest.approx((numpy.pi / 2) ** 0.5)
    assert high.weight == pytest.approx(1, abs=0.01)
    assert high.value > 20


def test_a_censored_sample_is_estimated_without_the_lean_of_its_finished_half() -> None:
    """400 ratios of median e^0.5; of 158 only a part was seen."""
    generator = numpy.random.default_rng(1)
    true = 0.5 + 0.4 * generator.standard_normal(400)
    floor = 0.6 + 0.4 * generator.standard_normal(400)
    cases = list(enumerate(zip(true.tolist(), floor.tolist(), strict=True)))
    finished = [Finished(f"#{at}", "p", "", 1, exp(x)) for at, (x, cut) in cases if x <= cut]
    running = [Running(f"#{at}", "p", "", 1, exp(cut)) for at, (x, cut) in cases if x > cut]
    assert len(running) == 158
    known, naive = learn(finished, running), learn(finished)
    assert known.means["", "p"].value == pytest.approx(0.5, abs=0.05)
    assert naive.means["", "p"].value < 0.35
    assert known.scale * 0.7**0.5 == pytest.approx(0.4, abs=0.04)
