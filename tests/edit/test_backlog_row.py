"""Rows of the backlog, set and added, with the counts and the date beside them."""

from __future__ import annotations

import pytest

from trueplan.edit.backlog_row import NewItem, add_item, set_state
from trueplan.errors import NoPlace
from trueplan.model.companions import BacklogState
from trueplan.text import apply_edits

TODAY = "2026-03-10"
HEAD = "| ID | Priority | Status | Feature |\n|---|---|---|---|\n"
FULL = """\
# Backlog

**Last Updated**: 2026-01-05

| ID | Priority | Status | Feature |
|---|---|---|---|
| GEO-001 | P0 | Done | Maps |
| GEO-002 | P1 | Backlog | Pins |

## Quick Stats

- **Total**: 2
- **Backlog**: 1
- **In Progress**: 0
- **Done**: 1
- **By priority**: P0 1, P1 1
"""


def _set(text: str, name: str, state: BacklogState, today: str | None = TODAY) -> str:
    source = text.encode()
    return apply_edits(source, set_state(source, [name], state, today)).decode()


def _add(text: str, item: NewItem) -> str:
    source = text.encode()
    return apply_edits(source, add_item(source, item, TODAY).edits).decode()


def test_a_state_moves_the_counts_and_the_date() -> None:
    """Only the numbers that change are touched."""
    assert _set(FULL, "GEO-002", "in_progress") == (
        FULL.replace("P1 | Backlog", "P1 | In Progress")
        .replace("**Backlog**: 1", "**Backlog**: 0")
        .replace("**In Progress**: 0", "**In Progress**: 1")
        .replace("2026-01-05", "2026-03-10")
    )


def test_without_a_day_the_date_stays() -> None:
    """Today is an argument."""
    assert "2026-01-05" in _set(FULL, "GEO-002", "done", None)


def test_an_item_that_is_there_already_changes_nothing() -> None:
    """Nor does one that is unknown."""
    assert _set(FULL, "GEO-001", "done") == FULL
    assert _set(FULL, "GEO-009", "done") == FULL


@pytest.mark.parametrize(
    ("others", "now", "state", "written"),
    [
        (["✅ Done"], "📋 Planned", "done", "✅ Done"),
        (["Shipped"], "Open", "done", "Shipped"),
        (["**done**"], "**open**", "done", "**done**"),
        ([], "📋 Planned", "done", "✅ Done"),
        ([], "📋 Planned", "in_progress", "🚧 In Progress"),
        ([], "open", "in_progress", "in progress"),
        ([], "IN_PROGRESS", "done", "DONE"),
        ([], "**Backlog**", "in_progress", "**In Progress**"),
        ([], "[ ]", "done", "[x]"),
        ([], "`[x]`", "in_progress", "`[/]`"),
        ([], "🚧", "done", "✅"),
        ([], "", "blocked", "Blocked"),
        (["Done (see #7)"], "Open", "done", "Done"),
        (["Done"], "Blocked (waits for Davy)", "done", "Done"),
    ],
)
def test_a_state_in_the_words_of_the_table(
    others: list[str], now: str, state: BacklogState, written: str
) -> None:
    """Those of another row come first, then the manner of the row's own."""
    rows = "".join(f"| GEO-10{at} | P1 | {cell} | x |\n" for at, cell in enumerate(others))
    text = f"{HEAD}| GEO-001 | P1 | {now} | Maps |\n{rows}"
    assert _set(text, "GEO-001", state).splitlines()[2] == f"| GEO-001 | P1 | {written} | Maps |"


@pytest.mark.parametrize(
    "legend",
    [
        "## Legend\n\n- **Status**: Open, Doing, Shipped.\n",
        "## Status Definitions\n\n- **Open** - later\n- **Doing** - now\n- **Shipped** - live\n",
        "## Legend\n\n| Status | Meaning |\n|---|---|\n| Doing | now |\n",
    ],
)
def test_a_state_in_the_words_of_the_legend(legend: str) -> None:
    """Where no row has the state, the legend has the word for it."""
    text = f"{HEAD}| GEO-001 | P1 | Open | Maps |\n\n{legend}"
    assert "| P1 | Doing | Maps |" in _set(text, "GEO-001", "in_progress")


def test_crlf_padding_and_a_missing_final_newline_survive() -> None:
    """The table stays aligned."""
    text = (
        "| ID      | Status  |\r\n|---------|---------|\r\n"
        "| GEO-001 | Open    |\r\n| GEO-002 | Blocked |"
    )
    assert _set(text, "GEO-001", "done") == text.replace("Open   ", "Done   ")


def test_cells_that_a_short_row_lacks() -> None:
    """The row is filled up to the last cell that is written."""
    text = "| ID | Status | Completed |\n|---|---|---|\n| GEO-001 |\n"
    assert _set(text, "GEO-001", "done").splitlines()[2] == "| GEO-001 | Done | 2026-03-10 |"


def test_the_day_of_completion_is_written_and_taken_back() -> None:
    """In the form that the column has."""
    text = (
        "| ID | Status | Completed |\n|---|---|---|\n"
        "| GEO-001 | Done | Jan 5, 2026 |\n| GEO-002 | Open | - |\n"
    )
    done = _set(text, "GEO-002", "done")
    assert "| GEO-002 | Done | Mar 10, 2026 |" in done
    assert _set(text, "GEO-001", "backlog").splitlines()[2] == "| GEO-001 | Open | - |"


def test_an_item_is_added_in_the_columns_that_there_are() -> None:
    """The counts and the date follow; what no column is for, but the day, is refused."""
    added = _add(FULL, NewItem("GEO-003", "Routes | trails", "P1"))
    assert added == (
        FULL.replace("Pins |\n", "Pins |\n| GEO-003 | P1 | Backlog | Routes \\| trails |\n")
        .replace("**Total**: 2", "**Total**: 3")
        .replace("**Backlog**: 1", "**Backlog**: 2")
        .replace("P1 1", "P1 2")
        .replace("2026-01-05", "2026-03-10")
    )
    with pytest.raises(NoPlace, match="no column for estimate"):
        _add(FULL, NewItem("GEO-003", "Routes", estimate="M"))


@pytest.mark.parametrize(
    ("rows", "item", "position"),
    [
        (["A1-001 P0", "A1-002 P1", "A1-003 P2"], "A1-004 P1", 2),
        (["A1-001 P0", "A1-002 P1", "A1-003 P2"], "A1-004 P3", 3),
        (["A1-001 P2", "A1-002 P0", "A1-003 P1"], "A1-004 P0", 3),
        (["A1-003 P1", "A1-002 P1", "A1-001 P1"], "A1-004 P1", 0),
        (["AA-001 P1", "AA-002 P1", "BB-001 P1"], "AA-003 P1", 2),
        (["AA-001 P1", "BB-001 P1", "AA-002 P1"], "AA-003 P1", 3),
        ([], "AA-001 P1", 0),
    ],
)
def test_where_a_row_goes(rows: list[str], item: str, position: int) -> None:
    """By priority, the newest first, or by prefix, where the rows clearly are so; else last."""
    table = HEAD + "".join(f"| {row.replace(' ', ' | ')} | Open | x |\n" for row in rows)
    name, priority = item.split()
    lines = _add(table, NewItem(name, "new", priority)).splitlines()
    assert lines[2 + position].startswith(f"| {name} |")


def test_a_table_for_each_section() -> None:
    """The new item goes below the heading of its priority, never below the one of what is done."""
    text = (
        f"# Backlog\n\n## P0 - now\n\n{HEAD}\n## P1 - soon\n\n{HEAD}| GEO-001 | P1 | Open | a |\n"
        f"\n## Done\n\n{HEAD}| GEO-002 | P1 | Done | b |\n"
    )
    assert "## P0 - now\n\n" + HEAD + "| GEO-003 | P0 | Open | c |\n" in _add(
        text, NewItem("GEO-003", "c", "P0")
    )
    assert "| Open | a |\n| GEO-003 | P1 | Open | c |\n" in _add(
        text, NewItem("GEO-003", "c", "P1")
    )
    with pytest.raises(NoPlace, match="no section of the backlog is for open items of P2"):
        _add(text, NewItem("GEO-003", "c", "P2"))
