"""Dates in the forms that people use."""

from __future__ import annotations

import pytest

from trueplan.model.date import Date
from trueplan.reader.dates import SpanOf, find_date


def _find(text: str) -> Date | None:
    return find_date(text, SpanOf(text, 0))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-31", "2026-01-31"),
        ("2026-1-5", "2026-01-05"),
        ("2026/02/06", "2026-02-06"),
        ("2026-03-04T10:20:30Z", "2026-03-04"),
        ("2026-03-04 10:20", "2026-03-04"),
        ("2026-03-04 10:20:30+02:00", "2026-03-04"),
        ("20251218", "2025-12-18"),
        ("December 18, 2025", "2025-12-18"),
        ("Dec 18, 2025", "2025-12-18"),
        ("Dec. 18 2025", "2025-12-18"),
        ("december 1st, 2025", "2025-12-01"),
        ("18 December 2025", "2025-12-18"),
        ("18 Dec 2025", "2025-12-18"),
        ("3rd March 2026", "2026-03-03"),
        ("12/18/2025", "2025-12-18"),
        ("18/12/2025", "2025-12-18"),
        ("18.12.2025", "2025-12-18"),
        ("2026年1月31日", "2026-01-31"),
        ("2026년 1월 31일", "2026-01-31"),
        ("2024-02-29", "2024-02-29"),
        ("Started on 2026-01-31 by the team", "2026-01-31"),
        ("✅ 2026-01-31", "2026-01-31"),
        ("(2026-01-31)", "2026-01-31"),
        ("**2026-01-31**", "2026-01-31"),
        ("2026-01-31 → 2026-02-28", "2026-01-31"),
    ],
)
def test_a_day(text: str, day: str) -> None:
    """A day is found in every form, with the bytes it was read from."""
    date = _find(text)
    assert date is not None
    assert (date.first, date.last, date.impossible) == (day, day, False)
    assert date.span.slice(text.encode()).decode() == date.raw


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Q1 2026", "2026-01-01", "2026-03-31"),
        ("2026 Q4", "2026-10-01", "2026-12-31"),
        ("2026-Q2", "2026-04-01", "2026-06-30"),
        ("q3/2026", "2026-07-01", "2026-09-30"),
        ("March 2026", "2026-03-01", "2026-03-31"),
        ("Feb. 2024", "2024-02-01", "2024-02-29"),
        ("2026-02", "2026-02-01", "2026-02-28"),
    ],
)
def test_a_month_or_a_quarter_has_two_ends(text: str, first: str, last: str) -> None:
    """What is no single day runs from its first to its last."""
    date = _find(text)
    assert date is not None
    assert (date.first, date.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "2025-02-29",
        "2026-13-01",
        "2026-00-10",
        "February 30, 2026",
        "31.06.2026",
        "20261301",
    ],
)
def test_an_impossible_day_is_told(text: str) -> None:
    """No calendar has it, which is not the same as being unreadable."""
    date = _find(text)
    assert date is not None
    assert (date.first, date.last, date.impossible) == (None, None, True)


@pytest.mark.parametrize("text", ["YYYY-MM-DD", "2025-01-XX", "2026-??-??"])
def test_a_placeholder_for_a_date_is_unreadable(text: str) -> None:
    """Somebody meant a date there and did not write one; never a date of its own."""
    date = _find(text)
    assert date is None or (date.raw == text and date.first is None and not date.impossible)


@pytest.mark.parametrize(
    "text",
    ["TBD", "", "Week 5", "v1.2.3", "1.25: initial version", "1280×720", "GEO-001", "soon", "2026"],
)
def test_where_nobody_meant_a_date_there_is_none(text: str) -> None:
    """Versions, sizes, weeks and words are no dates."""
    assert _find(text) is None


def test_a_span_counts_bytes() -> None:
    """Behind characters of many bytes the span still slices the date."""
    text = "目標 ✅ 2026-01-31"
    date = find_date(text, SpanOf(text, 10))
    assert date is not None
    assert date.span.start == 10 + len("目標 ✅ ".encode())
