"""Days, counted without a calendar of the standard library."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, strategies as st

from trueplan.text.day import (
    date_of,
    day_number,
    days_between,
    number_of,
    numbered_day,
    weekday,
)


@given(st.dates(), st.dates())
def test_days_between_agrees_with_datetime(first: date, last: date) -> None:
    """Over all years, leap years among them."""
    assert days_between(first.isoformat(), last.isoformat()) == (last - first).days


@given(st.dates())
def test_a_day_has_a_number_and_the_number_its_day(day: date) -> None:
    number = day_number(day.isoformat())
    assert numbered_day(number) == day.isoformat()
    assert weekday(number) == day.weekday()


def test_days_after_the_last_year_are_its_last_day() -> None:
    assert numbered_day(day_number("9999-12-31") + 1) == "9999-12-31"


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
