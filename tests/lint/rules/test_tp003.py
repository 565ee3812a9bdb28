"""TP003, unreadable-date: days that do not exist, and numbers that are no days."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find

PLAN = """\
# Harbour lights

**Status**: In Progress
**Created**: {created}

### Phase 1: Masts{heading}

- [ ] Order masts

## Progress Tracking

### Completed Phases
- [x] Phase 1 - Completed {row}

## Notes & Learnings

- **{note}**: The ground is wet.
"""
FINE = {"created": "2026-03-02", "heading": "", "row": "2026-03-04", "note": "2026-03-05"}


def test_a_clean_plan_has_none(make_repository: Make) -> None:
    """The plan that the other tests spoil."""
    assert find(make_repository, "TP003", PLAN.format(**FINE)) == []


@pytest.mark.parametrize(
    ("place", "value", "line"),
    [
        ("created", "2026-02-30", 4),
        ("heading", " (2026-13-01)", 6),
        ("row", "2026-06-31", 13),
        ("note", "2026-02-29", 17),
        ("note", "February 30, 2026", 17),
    ],
)
def test_impossible_days_are_errors(
    place: str, value: str, line: int, make_repository: Make
) -> None:
    """In the header, a heading, the list of completed phases and a note."""
    text = PLAN.format(**{**FINE, place: value})
    (finding,) = find(make_repository, "TP003", text)
    day = value.strip(" ()")
    assert (finding.severity, finding.place.line) == ("error", line)
    assert finding.message == f"there is no such day as “{day}”"
    assert finding.span.slice(text.encode()) == day.encode()


@pytest.mark.parametrize("value", ["2026-03-XX", "2026-??-01", "2025-26"])
def test_a_header_date_that_cannot_be_read_is_a_warning(value: str, make_repository: Make) -> None:
    """Somebody meant a date; or a span of years, which is none."""
    (finding,) = find(make_repository, "TP003", PLAN.format(**{**FINE, "created": value}))
    assert (finding.severity, finding.message) == (
        "warning",
        f"“{value}” is not a date that can be read",
    )


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("created", "TBD"),
        ("created", "YYYY-MM-DD"),
        ("created", "March 2026"),
        ("created", "29.02.2024"),
        ("heading", " (order 20269999)"),
        ("heading", " (season 2025-26)"),
        ("heading", " (firmware 2025.20.1)"),
        ("note", "Version 2026.13.40"),
    ],
)
def test_numbers_that_are_no_days_are_left_alone(
    place: str, value: str, make_repository: Make
) -> None:
    """Words, months, a leap day, identifiers, versions, seasons."""
    assert find(make_repository, "TP003", PLAN.format(**{**FINE, place: value})) == []
