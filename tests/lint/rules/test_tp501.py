"""TP501: which risks are unanswered."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

HEAD = "# Implementation Plan: Lights\n\n- [ ] Order\n\n## Risks & Mitigation\n\n"
TABLE = HEAD + "| Risk | Impact | Mitigation |\n|------|--------|------------|\n"


@pytest.mark.parametrize("cell", ["", "TBD", "none", "N/A", "—", "(to be determined)", "?"])
def test_an_empty_cell(cell: str, make_repository: Make) -> None:
    """Words that only hold the place answer nothing."""
    text = f"{TABLE}| A gale | High | {cell} |\n| Rust | Low | Paint |\n"
    (found,) = find(make_repository, "TP501", text)
    assert messages([found]) == ["9: nothing is said about how this risk is met"]
    assert found.span.slice(text.encode()) == b"A gale"


@pytest.mark.parametrize(
    "row",
    [
        "| A gale | High | Accepted |",
        "| A gale | High | No crane above 8 Bft |",
        "| ~~A gale~~ | High | - |",
        "| A gale (resolved) | High | - |",
    ],
)
def test_answered_or_over(row: str, make_repository: Make) -> None:
    """A decision to accept is an answer; what is over needs none."""
    assert find(make_repository, "TP501", f"{TABLE}{row}\n") == []


def test_a_row_that_is_too_short(make_repository: Make) -> None:
    """The missing cell is empty too."""
    assert len(find(make_repository, "TP501", f"{TABLE}| A gale | High |\n")) == 1


def test_a_table_without_the_column(make_repository: Make) -> None:
    """How the risks are met may be told elsewhere."""
    text = HEAD + "| Risk | Impact |\n|---|---|\n| A gale | High |\n"
    assert find(make_repository, "TP501", text) == []


@pytest.mark.parametrize(
    ("items", "lines"),
    [
        ("- A gale: mitigated by an early start\n- Rust → paint\n- Gulls\n", [9]),
        ("- A gale\n- Rust\n- Gulls\n", []),
        ("- A gale\n- Rust\n- Gulls → nets\n", []),
        ("- Rust → paint\n- A gale\n  - Mitigation: an early start\n", []),
        ("- Rust → paint\n- A gale\n  - we start early\n", []),
    ],
)
def test_lists(items: str, lines: list[int], make_repository: Make) -> None:
    """In a list most of the others have to be answered."""
    found = find(make_repository, "TP501", HEAD + items)
    assert [one.place.line for one in found] == lines
