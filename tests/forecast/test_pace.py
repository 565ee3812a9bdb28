"""The pace of whoever does the work, by hand and drawn."""

from __future__ import annotations

import numpy
import pytest

from trueplan.forecast.pace import Pace, Worked, draw_weeks, learn_paces, paces_before
from trueplan.text.day import day_number


def days(*numbers: int) -> tuple[int, ...]:
    """Numbers of days in January 2026."""
    return tuple(map(day, numbers))


def day(number: int) -> int:
    return day_number(f"2026-01-{number:02}")


def stretch(first: int, last: int) -> tuple[int, int]:
    return day(first), day(last)


def test_an_owner_is_drawn_to_the_mean_of_all() -> None:
    """24 sessions in 16 weeks are 1.5 a week; that counts as four weeks, beside eight of Ann's."""
    paces = learn_paces({"Ann": 20, "Ben": 4}, {"Ann": 8, "Ben": 8})
    assert paces == {"Ann": Pace(26, 12), "Ben": Pace(10, 12)}
    assert [paces[one].mean for one in paces] == pytest.approx([26 / 12, 10 / 12])


def test_one_who_is_new_has_the_mean_of_all() -> None:
    assert learn_paces({"Ann": 16, "Ben": 0}, {"Ann": 8, "Ben": 0})["Ben"].mean == 2


def test_too_little_tells_nothing() -> None:
    assert learn_paces({"Ann": 3}, {"Ann": 8}) == {}
    assert learn_paces({"Ann": 4}, {"Ann": 0}) == {}
    assert learn_paces({}, {}) == {}


def test_only_days_before_are_known() -> None:
    """1 January 2026 is a Thursday: before the 15th lie two weeks of five days each.

    Four of Ann's days are in them, two a week; the fifth is to come.
    """
    worked = {"Ann": Worked([stretch(1, 31)], days(2, 5, 8, 14, 15))}
    assert paces_before(worked, "2026-01-15") == {"Ann": Pace(4 * 2 + 4, 4 + 2)}
    assert paces_before(worked, "2026-01-14") == {}


def test_twelve_weeks_count() -> None:
    """On 10 April the window begins on 16 January: of five days, four are in it."""
    worked = {"Ann": Worked([(day(1), day(1) + 200)], days(15, 16, 17, 18, 19))}
    assert paces_before(worked, "2026-04-10") == {"Ann": Pace(4 * 4 / 12 + 4, 16)}
    assert paces_before(worked, "2026-04-11") == {}


def test_weeks_without_a_plan_in_work_do_not_count() -> None:
    """Two and three days of five, from Thursday 1 and from Monday 12: four sessions in one week.

    What was done on a day without a plan in work is no session.
    """
    worked = {"Ann": Worked([stretch(1, 2), stretch(12, 14)], days(1, 2, 5, 12, 14))}
    assert paces_before(worked, "2026-02-01") == {"Ann": Pace(4 * 4 + 4, 4 + 1)}


def test_nobody_has_more_sessions_than_days() -> None:
    """Four sessions on two weekends, without a working day: seven a week."""
    worked = {"Ann": Worked([stretch(3, 4), stretch(10, 11)], days(3, 4, 10, 11))}
    assert paces_before(worked, "2026-02-01") == {"Ann": Pace(4 * 7 + 4, 4 + 4 / 7)}


def test_days_of_the_week_are_counted_by_the_calendar() -> None:
    """Whoever works on two days a week had two such weeks in two."""
    worked = {"Ann": Worked([stretch(5, 18)], days(5, 6, 12, 13), (0, 1))}
    assert paces_before(worked, "2026-02-01") == {"Ann": Pace(4 * 2 + 4, 4 + 2)}


def test_a_clock_ahead_counts_nothing() -> None:
    """A plan that came after the day has no weeks and no sessions."""
    later = {"Ann": Worked([stretch(20, 31)], days(20, 21, 22, 23, 24))}
    assert paces_before(later, "2026-01-10") == {}


def test_draws_are_around_the_pace_and_seeded() -> None:
    """A gamma distribution with a shape of 26: the middle of its rates is close to its mean."""
    drawn = [
        draw_weeks({"Ann": Pace(26, 12)}, 10_000, numpy.random.default_rng(seed))["Ann"]
        for seed in (1, 1, 2)
    ]
    assert float(numpy.median(drawn[0])) == pytest.approx(12 / 26, rel=0.03)
    assert (drawn[0] == drawn[1]).all()
    assert not (drawn[0] == drawn[2]).all()


def test_nobody_takes_longer_than_a_year_for_a_session() -> None:
    drawn = draw_weeks({"Ann": Pace(0.01, 100)}, 1_000, numpy.random.default_rng(1))["Ann"]
    assert float(drawn.max()) == pytest.approx(50)
