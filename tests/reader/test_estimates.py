"""Estimates in every unit and range, in sessions."""

from __future__ import annotations

import pytest

from trueplan.model.estimate import Estimate, Rates
from trueplan.reader.dates import SpanOf
from trueplan.reader.estimates import find_estimate


def _find(text: str, rates: Rates | None = None) -> Estimate | None:
    return find_estimate(text, SpanOf(text, 0), rates or Rates())


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1 session", 1, 1),
        ("2 sessions", 2, 2),
        ("0.5 sessions", 0.5, 0.5),
        ("0,5 sessions", 0.5, 0.5),
        ("1-2 sessions", 1, 2),
        ("half a session", 0.5, 0.5),
        ("3 hours", 1, 1),
        ("6h", 2, 2),
        ("6 hrs", 2, 2),
        ("~3h", 1, 1),
        ("≈ 3 hours", 1, 1),
        ("2-4 hours", 2 / 3, 4 / 3),
        ("2–4 hours", 2 / 3, 4 / 3),
        ("2 — 4 hours", 2 / 3, 4 / 3),
        ("2 to 4 hours", 2 / 3, 4 / 3),
        ("3+ hours", 1, 1),
        ("90 minutes", 0.5, 0.5),
        ("30 min", 1 / 6, 1 / 6),
        ("an hour", 1 / 3, 1 / 3),
        ("half an hour", 1 / 6, 1 / 6),
        ("1.5 hours", 0.5, 0.5),
        ("half a day", 4 / 3, 4 / 3),
        ("1 day", 8 / 3, 8 / 3),
        ("2 days", 16 / 3, 16 / 3),
        ("1-2 days", 8 / 3, 16 / 3),
        ("3d", 8, 8),
        ("two days", 16 / 3, 16 / 3),
        ("3 working days", 8, 8),
        ("1 week", 40 / 3, 40 / 3),
        ("1–2 weeks (8-12 hours)", 40 / 3, 80 / 3),
        ("2w", 80 / 3, 80 / 3),
        ("1 sprint", 80 / 3, 80 / 3),
        ("1 month", 160 / 3, 160 / 3),
        ("2小时", 2 / 3, 2 / 3),
        ("3 天", 8, 8),
        ("2週間", 80 / 3, 80 / 3),
        ("3時間", 1, 1),
        ("3시간", 1, 1),
        ("2일", 16 / 3, 16 / 3),
        ("1h 30m", 0.5, 0.5),
        ("2 hours 30 minutes", 2.5 / 3, 2.5 / 3),
        ("4-2 hours", 2 / 3, 4 / 3),
    ],
)
def test_an_amount_of_work(text: str, low: float, high: float) -> None:
    """A session is three hours, a day eight and a week forty unless told otherwise."""
    estimate = _find(text)
    assert estimate is not None
    assert (estimate.low, estimate.high) == pytest.approx((low, high))
    assert estimate.span.slice(text.encode()).decode() == estimate.raw


def test_rates_are_the_teams_own() -> None:
    """With other rates the same words are worth something else."""
    rates = Rates(session=2, day=6, week=30, sprint=60, month=120)
    texts = ("1 session", "1 hour", "1 day", "1 week", "1 sprint", "1 month")
    found = [_find(text, rates) for text in texts]
    assert [one.sessions if one else None for one in found] == [1, 0.5, 3, 15, 30, 60]


def test_the_middle_of_a_range_counts() -> None:
    """Where one number is wanted, it is the middle."""
    estimate = _find("3-9 hours")
    assert estimate is not None
    assert estimate.sessions == 2


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 points", "point"),
        ("3 story points", "point"),
        ("8 pts", "point"),
        ("XL", "size"),
        ("S", "size"),
    ],
)
def test_points_and_sizes_have_no_sessions(text: str, unit: str) -> None:
    """No rate converts them; they are kept with their unit."""
    estimate = _find(text)
    assert estimate is not None
    assert (estimate.unit, estimate.low, estimate.high, estimate.sessions) == (
        unit,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "text",
    ["TBD", "", "quick", "X sessions", "48–56px", "11 files", "v2.0", "3 developers", "Let's see"],
)
def test_what_is_no_amount_of_work(text: str) -> None:
    """Sizes of other things, and words, are no estimates."""
    assert _find(text) is None
