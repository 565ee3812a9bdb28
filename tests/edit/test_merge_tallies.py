"""Counts beside a backlog that both sides changed count what both did."""

from __future__ import annotations

from tests.edit.merged import disputed, merged

BASE = """\
# Backlog

**Last Updated**: 2026-02-01

| ID | Priority | Status | Feature |
|----|----------|--------|---------|
| HAR-001 | P1 | Done | A quay |
| HAR-002 | P2 | Backlog | A crane |
| HAR-003 | P1 | Backlog | A light |

## Quick Stats

- **Total**: 3
- **Backlog**: 2
- **Done**: 1
- **By priority**: P1 2, P2 1
"""


def with_counts(text: str, total: int, backlog: int, done: int, priority: str) -> str:
    for label, before, after in (("Total", 3, total), ("Backlog", 2, backlog), ("Done", 1, done)):
        text = text.replace(f"**{label}**: {before}", f"**{label}**: {after}")
    return text.replace("P1 2, P2 1", priority)


def add(row: str) -> str:
    return BASE.replace("A light |\n", f"A light |\n{row}\n")


def test_an_item_on_each_side() -> None:
    bell, buoy = "| HAR-004 | P1 | Backlog | A bell |", "| HAR-005 | P2 | Backlog | A buoy |"
    ours = with_counts(add(bell), 4, 3, 1, "P1 3, P2 1")
    theirs = with_counts(add(buoy), 4, 3, 1, "P1 2, P2 2")
    assert merged(BASE, ours, theirs) == with_counts(add(f"{bell}\n{buoy}"), 5, 4, 1, "P1 3, P2 2")


def test_an_item_here_and_one_done_there() -> None:
    bell = "| HAR-004 | P1 | Backlog | A bell |"
    ours = with_counts(add(bell), 4, 3, 1, "P1 3, P2 1")
    theirs = with_counts(BASE.replace("Backlog | A crane", "Done | A crane"), 3, 1, 2, "P1 2, P2 1")
    both = add(bell).replace("Backlog | A crane", "Done | A crane")
    assert merged(BASE, ours, theirs) == with_counts(both, 4, 2, 2, "P1 3, P2 1")


def test_a_contradiction_is_told_with_the_counts_as_they_are() -> None:
    ours = with_counts(BASE.replace("Backlog | A crane", "Done | A crane"), 3, 1, 2, "P1 2, P2 1")
    theirs = BASE.replace("Backlog | A crane", "Blocked | A crane").replace(
        "**Backlog**: 2", "**Backlog**: 1"
    )
    text = disputed(BASE, ours, theirs)
    assert "**Backlog**: 1\n- **Done**: 2\n" in text


def test_counts_that_never_fitted_are_lines_like_others() -> None:
    base = BASE.replace("**Total**: 3", "**Total**: 30")
    ours, theirs = base.replace(": 30", ": 31"), base.replace(": 30", ": 32")
    disputed(base, ours, theirs)
