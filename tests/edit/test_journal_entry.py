"""An entry is written as the entries are that stand there."""

from __future__ import annotations

import pytest

from trueplan.edit.journal_entry import Entry, write_entry

ENTRY = Entry("2026-03-10", "Phase 2", "Planks", "../j/new.md")


@pytest.mark.parametrize(
    ("like", "written"),
    [
        ("", "[2026-03-10: Phase 2 Planks](../j/new.md)"),
        (
            "- [YYYY-MM-DD: Phase 1 Implementation](../dev-journals/YYYY-MM-DD-phase-1.md)",
            "[2026-03-10: Phase 2 Planks](../j/new.md)",
        ),
        (
            "- [2026-02-20: Phase 1, the piles](../j/a.md)",
            "[2026-03-10: Phase 2, Planks](../j/new.md)",
        ),
        ("1. [2026-02-20 - Phase 1: Piles](a.md)", "[2026-03-10 - Phase 2: Planks](../j/new.md)"),
        ("- [2026-02-20 Piles](a.md)", "[2026-03-10 Phase 2 Planks](../j/new.md)"),
        ("- 2026-02-20: [Piles](a.md)", "2026-03-10: [Phase 2 Planks](../j/new.md)"),
        ("- **2026-02-20** – [Piles](a.md)", "**2026-03-10** – [Phase 2 Planks](../j/new.md)"),
        ("* **2026-02-20:** [Piles](a.md)", "**2026-03-10:** [Phase 2 Planks](../j/new.md)"),
        ("- [Piles](a.md) - 2026-02-20", "[Phase 2 Planks](../j/new.md) - 2026-03-10"),
        ("- [Piles](a.md) (2026-02-20)", "[Phase 2 Planks](../j/new.md) (2026-03-10)"),
        ("- [2026-02-20](a.md): Phase 1 - Piles", "[2026-03-10](../j/new.md): Phase 2 - Planks"),
        ("- [x] [Phase 1: Piles](a.md)", "[Phase 2: Planks](../j/new.md)"),
        ("- [2026-02-20-piles.md](2026-02-20-piles.md)", "[new.md](../j/new.md)"),
        ("- Session 3, 2026-02-20: [a](a.md)", "[2026-03-10: Phase 2 Planks](../j/new.md)"),
        ("- no link at all", "[2026-03-10: Phase 2 Planks](../j/new.md)"),
    ],
)
def test_the_manner_of_the_others(like: str, written: str) -> None:
    assert write_entry(ENTRY, like) == written


def test_what_an_entry_is_about() -> None:
    """A title alone, phases alone, or a title that would be read as more phases."""
    like = "- [2026-02-20: Phase 1, piles](a.md)"
    assert write_entry(ENTRY._replace(phase=""), like) == "[2026-03-10: Planks](../j/new.md)"
    assert write_entry(ENTRY._replace(title=""), like) == "[2026-03-10: Phase 2](../j/new.md)"
    assert (
        write_entry(ENTRY._replace(title="3 masts [x]"), like)
        == r"[2026-03-10: Phase 2: 3 masts \[x\]](../j/new.md)"
    )
