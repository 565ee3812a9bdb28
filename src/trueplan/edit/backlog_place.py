"""Where a new item goes: which table, and before which of its rows."""

from __future__ import annotations

import re
from itertools import pairwise

from trueplan.edit.backlog_table import BacklogDocument, ItemTable
from trueplan.errors import NoPlace
from trueplan.model.companions import BacklogState
from trueplan.reader.companions import read_backlog_state
from trueplan.text.pattern import Pattern

_PRIORITY = Pattern(r"\bp(\d)\b", re.IGNORECASE)
_WORDS = ("critical", "urgent", "high", "medium", "low", "future", "ideas")
_FEWEST = 3  # rows that show an order


def choose_table(document: BacklogDocument, name: str, priority: str) -> ItemTable:
    """The table for an open item of a priority: that of its section, never one of closed items.

    Raises NoPlace where no table holds items, or every section is for something else.
    """
    tables = [one for one in document.tables if one.column("feature") is not None]
    if not tables:
        raise NoPlace(
            "the backlog has no table with a column for the ID and one for the feature",
            help="add `| ID | Priority | Status | Feature |` with a line of dashes below",
        )
    open_ones = [one for one in tables if _state(one) not in ("done", "cancelled")]
    ranked = [one for one in open_ones if _ranks(one)]
    wanted = _rank(priority)
    for one in ranked:
        if wanted is not None and wanted in _ranks(one):
            return one
    rest = [one for one in open_ones if not _ranks(one)]
    prefix = name.partition("-")[0]
    for fits in (
        [one for one in rest if _state(one) in ("backlog", "unknown") and _holds(one, prefix)],
        [one for one in rest if _state(one) == "backlog"],
        [one for one in rest if _state(one) == "unknown"],
        rest,
    ):
        if fits:
            return fits[0]
    sections = ", ".join(f"“{one.headings[0]}”" for one in tables)
    raise NoPlace(
        f"no section of the backlog is for open items{f' of {priority}' if priority else ''}",
        help=f"its tables stand below {sections}; add a section with a table, or say --priority",
    )


def choose_row(table: ItemTable, name: str, priority: str) -> int | None:
    """The row to stand before; None for the end. The order of the rows is kept where they have one.

    By priority, by the newest first, by prefix: what the rows do not clearly show is no order.
    """
    ranks = [_rank(row.item.priority) for row in table.rows]
    wanted = _rank(priority)
    known = [rank for rank in ranks if rank is not None]
    rows = len(table.rows)
    sorted_by_rank = len(known) == rows >= _FEWEST and len(set(known)) > 1
    if wanted is not None and sorted_by_rank and known == sorted(known):
        return _before(table, sum(rank <= wanted for rank in known))
    prefixes = [row.item.id.partition("-")[0] for row in table.rows]
    numbers = [int(row.item.id.partition("-")[2]) for row in table.rows]
    one_prefix = len(set(prefixes)) == 1
    if one_prefix and rows >= _FEWEST and numbers == sorted(numbers, reverse=True):
        return _before(table, 0)
    own = name.partition("-")[0]
    if not one_prefix and own in prefixes and _are_grouped(prefixes):
        return _before(table, len(prefixes) - prefixes[::-1].index(own))
    return None


def _before(table: ItemTable, position: int) -> int | None:
    return table.rows[position].number if position < len(table.rows) else None


def _are_grouped(prefixes: list[str]) -> bool:
    """Whether items with the same prefix stand together, and some do."""
    changes = sum(one != other for one, other in pairwise(prefixes))
    return changes + 1 == len(set(prefixes)) < len(prefixes)


def _holds(table: ItemTable, prefix: str) -> bool:
    return any(row.item.id.startswith(f"{prefix}-") for row in table.rows)


def _state(table: ItemTable) -> BacklogState:
    """The state that the nearest heading names, if it names one."""
    return read_backlog_state(table.headings[0]) if table.headings else "unknown"


def _ranks(table: ItemTable) -> set[int]:
    """The priorities that the headings above a table name."""
    for heading in table.headings:
        found = {int(match[1]) for match in _PRIORITY.finditer(heading)}
        if found:
            return found
        if "priority" in heading.lower() and (rank := _rank(heading)) is not None:
            return {rank}
    return set()


def _rank(priority: str) -> int | None:
    """How urgent a priority is, the most urgent the lowest number; None for one not understood."""
    match = _PRIORITY.search(priority)
    if match is not None:
        return int(match[1])
    words = priority.lower().split()
    return next((at for at, word in enumerate(_WORDS) if word in words), None)
