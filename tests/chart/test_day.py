"""Days as people say them."""

from __future__ import annotations

import pytest

from trueplan.chart.day import say_day, say_range
from trueplan.text.day import day_number

FEBRUARY_3 = day_number("2026-02-03")


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
