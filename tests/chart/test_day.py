"""Days as numbers, and as people say them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from trueplan.chart.day import date_of, day_number, number_of, say_day, say_range, weekday

FEBRUARY_3 = day_number("2026-02-03")


def test_numbers_follow_the_calendar() -> None:
    """Every thirteenth day of four centuries, leap days among them."""
    start = date(1899, 12, 31)
    zero = day_number(start.isoformat())
    for step in range(0, 146_097 + 800, 13):
        day = start + timedelta(step)
        number = day_number(day.isoformat())
        assert number == zero + step
        assert date_of(number) == (day.year, day.month, day.day)
        assert weekday(number) == day.weekday()


def test_a_thirteenth_month_is_the_next_january() -> None:
    assert number_of(2025, 13, 1) == day_number("2026-01-01")


@pytest.mark.parametrize(
    ("day", "said"), [("2026-03-27", "Mar 27"), ("2027-03-27", "Mar 27, 2027")]
)
def test_a_day_has_its_year_where_it_is_another(day: str, said: str) -> None:
    assert say_day(day_number(day), FEBRUARY_3) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-01-05", "2026-03-20", "Jan 5 to Mar 20"),
        ("2025-01-05", "2025-03-20", "Jan 5 to Mar 20, 2025"),
        ("2025-12-05", "2026-03-20", "Dec 5, 2025 to Mar 20, 2026"),
        ("2026-01-05", "2026-01-09", "Jan 5 to 9"),
        ("2025-01-05", "2025-01-09", "Jan 5 to 9, 2025"),
        ("2026-01-05", "2026-01-05", "Jan 5"),
    ],
)
def test_a_range_says_its_year_once(first: str, last: str, said: str) -> None:
    assert say_range(day_number(first), day_number(last), FEBRUARY_3) == said
