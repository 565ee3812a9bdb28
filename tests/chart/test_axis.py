"""Ticks of days and of numbers."""

from __future__ import annotations

import pytest

from trueplan.chart.axis import Span, number_ticks, time_ticks
from trueplan.text.day import day_number


def labels(first: str, last: str, columns: int) -> list[str]:
    span = Span(day_number(first), day_number(last))
    return [tick.label for tick in time_ticks(span, columns, lambda label: len(label) + 2)]


@pytest.mark.parametrize(
    ("first", "last", "columns", "said"),
    [
        ("2026-01-05", "2026-01-05", 20, ["Jan 5"]),
        ("2026-01-30", "2026-02-02", 40, ["Jan 30", "31", "Feb 1", "2"]),
        ("2026-01-05", "2026-02-01", 40, ["Jan 5", "12", "19", "26"]),
        ("2025-12-22", "2026-01-18", 60, ["Dec 22", "29", "Jan 5, 2026", "12"]),
        ("2026-01-05", "2026-04-02", 30, ["Jan", "Feb", "Mar"]),
        ("2025-11-15", "2026-05-14", 50, ["Dec", "2026", "Feb", "Mar", "Apr"]),
        ("2026-05-01", "2036-04-30", 60, ["2026", "2028", "2030", "2032", "2034"]),
        ("2026-01-05", "2026-04-02", 3, []),
    ],
)
def test_the_finest_ticks_that_fit(first: str, last: str, columns: int, said: list[str]) -> None:
    assert labels(first, last, columns) == said


@pytest.mark.parametrize(
    ("highest", "most", "ticks"),
    [
        (1, 4, [0, 1]),
        (4, 4, [0, 1, 2, 3, 4]),
        (5, 4, [0, 2, 4, 6]),
        (24, 6, [0, 5, 10, 15, 20, 25]),
        (24, 2, [0, 20, 40]),
        (0.5, 3, [0, 1]),
    ],
)
def test_whole_numbers_evenly_apart(highest: float, most: int, ticks: list[int]) -> None:
    assert number_ticks(highest, most) == ticks
