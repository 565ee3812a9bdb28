"""Days, counted without a calendar of the standard library."""

from __future__ import annotations

from datetime import date

from hypothesis import given, strategies as st

from trueplan.model.date import day_number, days_between, numbered_day, weekday


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
