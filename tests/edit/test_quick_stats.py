"""The counts beside the tables of a backlog."""

from __future__ import annotations

import pytest

from trueplan.edit.backlog_row import set_state
from trueplan.text import apply_edits

TABLE = """\
| ID | Priority | Status | Feature | Estimate |
|---|---|---|---|---|
| GEO-001 | P0 | Done | Maps | M |
| GEO-002 | P1 | Open | Pins | S |
| PIT-001 | P1 | In Progress | Seats | S |
| PIT-002 | P2 | Blocked | Roof | XL |
"""


def _after(stats: str, heading: str = "## Quick Stats") -> str:
    """What the counts say once GEO-002 is done."""
    source = f"# Backlog\n\n{TABLE}\n{heading}\n\n{stats}\n".encode()
    text = apply_edits(source, set_state(source, ["GEO-002"], "done")).decode()
    return text.partition(f"{heading}\n\n")[2].removesuffix("\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- **Done**: 1", "- **Done**: 2"),
        ("- **Done:** 1 items", "- **Done:** 2 items"),
        ("- Done (pending archive): 1", "- Done (pending archive): 2"),
        ("* ✅ Completed: **1**", "* ✅ Completed: **2**"),
        ("1 done, 1 in progress, 1 blocked, 1 open", "2 done, 1 in progress, 1 blocked, 0 open"),
        (
            "**Total**: 4 | **Open**: 3 | **Closed**: 1",
            "**Total**: 4 | **Open**: 2 | **Closed**: 2",
        ),
        ("Total: 4 (1 done, 3 remaining)", "Total: 4 (2 done, 2 remaining)"),
        ("- Not Started: 1", "- Not Started: 0"),
        ("- Open P1: 2", "- Open P1: 1"),
        ("- P0/P1 Items: 2", "- P0/P1 Items: 1"),
        ("- P0/P1 Items: 3", "- P0/P1 Items: 3"),
        ("- P0-P2: 3", "- P0-P2: 2"),
        ("- Done: P0 1, P1 0", "- Done: P0 1, P1 1"),
        ("- Done: 1 (25%)", "- Done: 2 (50%)"),
        ("- Done: 7", "- Done: 2"),
        (
            "| Status | Count |\n|---|---|\n| Done | 1 |",
            "| Status | Count |\n|---|---|\n| Done | 2 |",
        ),
        (
            "| Priority | Open | Done | Total |\n|---|---|---|---|\n| P1 | 2 | 0 | 2 |",
            "| Priority | Open | Done | Total |\n|---|---|---|---|\n| P1 | 1 | 1 | 2 |",
        ),
        (
            "| Total | Open | Done |\n|---|---|---|\n| 4 | 3 | 1 |",
            "| Total | Open | Done |\n|---|---|---|\n| 4 | 2 | 2 |",
        ),
    ],
)
def test_counts_that_are_understood_follow(before: str, after: str) -> None:
    """Lists, lines, tables; where a label may mean two things, the number tells which."""
    assert _after(before) == after


@pytest.mark.parametrize(
    "stats",
    [
        "- Done this week: 1",
        "- Done (this week): 0",
        "- Velocity: 1",
        "- Done: 1 this month",
        "- Done: 1/4",
        "- Done: 9 (12%)",
        "- Budget: $1",
        "- Updated 2026-01-01",
        "- [Done](1.md)",
        "```\nDone: 1\n```",
    ],
)
def test_counts_that_are_not_understood_stay(stats: str) -> None:
    """Whatever the number, it may be about something else."""
    assert _after(stats) == stats


def test_numbers_outside_of_counts_stay() -> None:
    """A legend counts nothing."""
    assert _after("- **Done**: 1", "## Legend") == "- **Done**: 1"
