"""Days, counted without a calendar of the standard library."""

from __future__ import annotations

from datetime import date

from hypothesis import given, strategies as st

from trueplan.model.date import days_between


@given(st.dates(), st.dates())
def test_days_between_agrees_with_datetime(first: date, last: date) -> None:
    """Over all years, leap years among them."""
    assert days_between(first.isoformat(), last.isoformat()) == (last - first).days
