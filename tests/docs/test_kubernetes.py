"""The replay of Kubernetes' plans does not peek, and scores what is worked by hand."""

from __future__ import annotations

import pytest

from backtest.kubernetes import Forecasted, adapt, mark
from backtest.methods import Chances, empirical, kaplan_meier, spells
from backtest.releases import Target, days_to, known_before, release_after
from trueplan.forecast.survival import Spell

SEEN = [
    Target("1", "alpha", "2022-01-10", 24, 24, 24, scored=True),
    Target("2", "alpha", "2022-02-01", 24, 24, 26, scored=True),
    Target("3", "alpha", "2022-02-02", 24, 25, None, scored=True),
]
NEW = Target("4", "alpha", "2022-08-01", 25, 25, 26, scored=True)


def test_a_release_that_was_not_out_is_not_known() -> None:
    """On 1 August 1.24 was out, 1.26 was not; on 3 May 1.24 just came."""
    assert [one.actual for one in known_before(SEEN, "2022-08-01")] == [24, None, None]
    assert [one.actual for one in known_before(SEEN, "2022-05-02")] == [None, None, None]
    assert [one.feature for one in known_before(SEEN, "2022-02-02")] == ["1", "2"]


def test_what_was_not_reached_lived_through_the_releases_that_were_out() -> None:
    """By 1.24: the first in period 0, the second not in its period 0, the third not yet due."""
    groups = ("next", "next alpha")
    later = ("later", "later alpha")
    assert spells(known_before(SEEN, "2022-08-01"), 24) == [
        Spell(groups, 0, done=True),
        Spell(groups, 1, done=False),
        Spell(later, 0, done=False),
    ]


def test_days_and_releases() -> None:
    """1.25 came on 23 August; a release to come is four months after the last one known."""
    assert days_to(25, "2022-08-01") == 22
    assert [release_after(days, "2022-08-01") for days in (-999, 22, 23)] == [18, 25, 26]
    assert days_to(39, "2026-08-19") == 244


def test_baselines_worked_by_hand() -> None:
    """Slips 0 and 2; with one late in the release under development and one at risk."""
    known = [one._replace(actual=actual) for one, actual in zip(SEEN, (24, 26, None), strict=True)]
    assert empirical(NEW, known) == Chances(25, (0.5, 0.0, 0.5, 0.0))
    late = [SEEN[0], SEEN[1]._replace(actual=None)]
    assert kaplan_meier(NEW, late) == Chances(25, (0.5, 0.5))


def test_everything_after_the_cap_counts_as_one_release() -> None:
    """Cap 26: reached in 1.25, and never, against labels in 1.25, later, 1.26 and never."""
    chances = Chances(25, (0.6, 0.1, 0.1, 0.2))
    made = [
        Forecasted(NEW._replace(actual=25), chances, [25, 27, 26, None]),
        Forecasted(NEW._replace(actual=None), chances, [25, 27, 26, None]),
    ]
    marks = mark(made, cap=26)
    assert [one.achieved for one in marks.coverage] == [0.5, 1.0, 0.5, 1.0]
    assert marks.quoted == [0.5, 1.0, 0.5, 1.0]
    assert marks.promised == pytest.approx([0.6, 1.0, 0.7, 1.0])
    # 50 %: 0 and half of 2; 80 %: a fifth of 2 and 0; 85 %: 0.15 and 0.85; 95 %: 0.05 of 2 and 0.
    assert marks.pinball == pytest.approx([0.5, 0.2, 0.5, 0.05])
    # Shares .6, .1, .3 of 1.25, 1.26 and later: .4² + .3² + 0, and .6² + .7² + 0.
    assert marks.crps == pytest.approx((0.25 + 0.85) / 2)


def test_adaptive_labels_keep_the_forecasts() -> None:
    chances = Chances(25, (0.6, 0.1, 0.1, 0.2))
    (one,) = adapt([Forecasted(NEW, chances, [])], 0.1)
    assert one == Forecasted(NEW, chances, [25, 27, None, None])
