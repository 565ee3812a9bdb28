"""One more journal in the list or table of a folder's README."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.journal_entry import Entry
from trueplan.edit.journal_index import ListedJournal, list_journal

NEW = ListedJournal(
    Entry("2026-03-10", "", "Quay, phase 2", "2026-03-10-quay.md"),
    "Complete",
    "Wren",
    "[Quay](../plans/quay.md)",
)
JOURNALS = {"j/2026-01-01-a.md", "j/2026-02-02-b.md"}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (
            "# All\n\n- [2026-01-01: A](2026-01-01-a.md)\n- [2026-02-02: B](2026-02-02-b.md)\n",
            ["+- [2026-03-10: Quay, phase 2](2026-03-10-quay.md)"],
        ),
        (
            "* 2026-02-02 [B](2026-02-02-b.md)\n* 2026-01-01 [A](2026-01-01-a.md)\n",
            ["+* 2026-03-10 [Quay, phase 2](2026-03-10-quay.md)"],
        ),
        ("1. [A](2026-01-01-a.md)\n", ["+2. [Quay, phase 2](2026-03-10-quay.md)"]),
        (
            (
                "| Date | Journal | Plan | Status | Mood |\n|--|--|--|--|--|\n"
                "| 2026-01-01 | [A](2026-01-01-a.md) | x | Complete | fine |\n"
            ),
            [
                (
                    "+| 2026-03-10 | [Quay, phase 2](2026-03-10-quay.md) "
                    "| [Quay](../plans/quay.md) | Complete |      |"
                )
            ],
        ),
        (
            "### 2026\n\n- [B](2026-02-02-b.md)\n\n### 2025\n\n- [A](2026-01-01-a.md)\n",
            ["+- [Quay, phase 2](2026-03-10-quay.md)"],
        ),
    ],
)
def test_one_more(source: str, lines: list[str]) -> None:
    edit = list_journal("j/README.md", source.encode(), JOURNALS, NEW)
    assert edit is not None
    assert changed(source, [edit]) == lines


def test_the_newest_stays_the_first() -> None:
    source = (
        "| Journal | Date |\r\n|--|--|\r\n| [B](2026-02-02-b.md) | 2026-02-02 |\r\n"
        "| [A](2026-01-01-a.md) | 2026-01-01 |\r\n"
    )
    edit = list_journal("j/README.md", source.encode(), JOURNALS, NEW)
    assert edit is not None
    assert edit.start == source.index("| [B]")
    assert edit.text == "| [Quay, phase 2](2026-03-10-quay.md) | 2026-03-10 |\r\n"


@pytest.mark.parametrize(
    "source",
    [
        "# Journals\n\nWrite one a session.\n",
        "- [A](2026-01-01-a.md)\n- and [others](../x.md)\n",
        "See [A](2026-01-01-a.md) for a good one.\n",
        "- [A](2026-01-01-a.md) and [B](2026-02-02-b.md)\n",
        "2. [B](2026-02-02-b.md)\n3. [A](2026-01-01-a.md)\n",
        "- [A](2026-01-01-a.md)\n\n| x |\n|--|\n| [B](2026-02-02-b.md) |\n",
    ],
)
def test_what_is_left_alone(source: str) -> None:
    """A text, a list of other things, numbers that would all change, two places to choose from."""
    assert list_journal("j/README.md", source.encode(), JOURNALS, NEW) is None
