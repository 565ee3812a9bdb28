"""The row or item of a decision in their index."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.adr_index import DecisionIndex, read_decision_indexes
from trueplan.edit.adr_label import Label
from trueplan.edit.adr_row import Listed, add_decision, follow_decision
from trueplan.model.companions import AdrState

NEW = Listed("docs/adr/0005-timber.md", 5, "Timber | oak", "proposed", "2026-03-10")
LABEL = Label("", 4, "", words=False)
STATES: dict[str, AdrState] = {"docs/adr/0003-a.md": "proposed", "docs/adr/0004-b.md": "accepted"}


def read(text: str) -> DecisionIndex:
    return read_decision_indexes("docs/adr/README.md", text.encode())[0]


def added(text: str) -> list[str]:
    return changed(text, add_decision(read(text), NEW, LABEL, STATES))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "| ADR | Title | Status | Date |\n|--|--|--|--|\n",
            ["+| [0005](0005-timber.md) | Timber \\| oak | Proposed | 2026-03-10 |"],
        ),
        (
            "| ID | Title | Status |\n|--|--|--|\n| _None yet_ | | |\n",
            [
                "-| _None yet_ | | |",
                "+| [0005](0005-timber.md) | Timber \\| oak | Proposed |",
            ],
        ),
        (
            (
                "| # | Decision | Owner | State | Decided |\n|--|--|--|--|--|\n"
                "| 4 | [B](./0004-b.md) | Ada | ✅ accepted | Feb 2, 2026 |\n"
            ),
            ["+| 5 | [Timber \\| oak](./0005-timber.md) |  | proposed | Mar 10, 2026 |"],
        ),
        (
            (
                "| ADR | Status |\n|--|--|\n"
                "| [ADR-004: B](0004-b.md) | **Accepted** |\n"
                "| [ADR-003: A](0003-a.md) | *Draft* |\n"
            ),
            ["+| [ADR-005: Timber \\| oak](0005-timber.md) | **Proposed** |"],
        ),
        ("- [A](0003-a.md)\n- [B](0004-b.md)\n", ["+- [Timber | oak](0005-timber.md)"]),
        (
            "* [4. B](0004-b.md): about charts\n\n* [3. A](0003-a.md)\n",
            ["+", "+* [5. Timber | oak](0005-timber.md)"],
        ),
        (
            "- **[ADR-004](0004-b.md)** (accepted, 2026-02-02)\n",
            ["+- **[ADR-005](0005-timber.md)** (proposed, 2026-03-10)"],
        ),
    ],
)
def test_a_row_as_the_others(text: str, lines: list[str]) -> None:
    assert added(f"# Decisions\n\n{text}\nWords.\n") == lines


def test_the_newest_stands_first() -> None:
    text = "| ADR | Title |\n|--|--|\n| [0004](0004-b.md) | B |\n| [0003](0003-a.md) | A |\n"
    edits = add_decision(read(text), NEW, LABEL, STATES)
    assert edits[0].start == text.index("| [0004]")
    bullets = "- [4. B](0004-b.md)\n- [3. A](0003-a.md)\n"
    edits = add_decision(read(bullets), NEW, LABEL, STATES)
    assert (edits[0].start, edits[0].text) == (0, "- [5. Timber | oak](0005-timber.md)\n")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "| ADR | Status |\n|--|--|\n| [0004](0004-b.md) | accepted |\n",
            "+| [0004](0004-b.md) | superseded by 0005 |",
        ),
        (
            (
                "| ADR | Status |\n|--|--|\n"
                "| [0001](0001-x.md) | Superseded by [0003](0003-a.md) |\n"
                "| [0004](0004-b.md) | Accepted |\n"
            ),
            "+| [0004](0004-b.md) | Superseded by [0005](0005-timber.md) |",
        ),
        (
            "| ADR | Status | Superseded by |\n|--|--|--|\n| [0004](0004-b.md) | Accepted | - |\n",
            "+| [0004](0004-b.md) | Superseded | [0005](0005-timber.md) |",
        ),
        (
            "- [ADR-4: B](0004-b.md) - Accepted\n",
            "+- [ADR-4: B](0004-b.md) - Superseded by ADR-5",
        ),
    ],
)
def test_the_old_row_follows(text: str, after: str) -> None:
    index = read(text)
    entry = index.find("docs/adr/0004-b.md", 4)
    assert entry is not None
    edits, _ = follow_decision(index, entry, NEW, LABEL)
    assert changed(text, edits)[-1] == after


@pytest.mark.parametrize(
    "text",
    [
        "Words, and [a link](0004-b.md).\n",
        "| Term | Meaning |\n|--|--|\n| Mast | A pole |\n",
        "- Proposed: under discussion\n- Accepted: decided\n",
        "| Name | Status |\n|--|--|\n| [A plan](../plans/a.md) | Planned |\n",
    ],
)
def test_what_is_no_index(text: str) -> None:
    assert read_decision_indexes("docs/adr/README.md", text.encode()) == []


def test_words_right_below_a_table_stay_below() -> None:
    """Markdown takes them for a row; nobody means one."""
    text = "| ADR | Title |\n|--|--|\n| [0004](0004-b.md) | B |\nDecided by the CTO.\n"
    edits = add_decision(read(text), NEW, LABEL, STATES)
    assert edits[0].start == text.index("Decided")
