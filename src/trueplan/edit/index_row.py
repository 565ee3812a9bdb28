"""The row of a plan in an index: what differs from the plan, and how the table would say it."""

from __future__ import annotations

import posixpath

from trueplan.edit.rows import (
    dates_disagree,
    owners_disagree,
    phases_cell,
    state_cell,
    write_date,
)
from trueplan.edit.table import add_row as add_table_row, find_cell, find_table, set_cell
from trueplan.markdown import Markdown, parse
from trueplan.model.companions import Index, IndexRow, PlanCard
from trueplan.model.link_target import resolve
from trueplan.model.located import Located
from trueplan.model.status import STATE_NAMES
from trueplan.reader.companions import read_index
from trueplan.reader.points import says_nothing
from trueplan.record import Record
from trueplan.text import Edit, Span

_SIGNS = " ()<>#?%\\\x7f"  # what would end a path in a link, or be read as something else


class IndexDocument(Record):
    """An index with its bytes and its blocks. `path` starts at the root of the repository."""

    path: str
    source: bytes
    markdown: Markdown
    listing: Index


def read_index_document(path: str, source: bytes) -> IndexDocument:
    """Read an index so that it can be changed."""
    return IndexDocument(path, source, parse(source), read_index(source))


class Difference(Record):
    """A cell that disagrees: what the plan says, and the edit that says so here."""

    span: Span
    said: str
    edit: Edit


def rows_of(index: IndexDocument, path: str) -> list[IndexRow]:
    """The rows that link to the plan at `path`."""
    return [
        row for row in index.listing.rows if row.target and resolve(index.path, row.target) == path
    ]


def update_row(index: IndexDocument, row: IndexRow, card: PlanCard) -> tuple[Edit, ...]:
    """The edits that bring a row into line with its plan, empty cells that it knows included."""
    found = [one.edit for one in find_differences(index, row, card)]
    for cell, words in (
        (row.created, card.created and write_date(card.created, "")),
        (row.due, card.target and write_date(card.target, "")),
        (row.phases, str(card.phases) if card.phases else None),
        (row.owner, card.owner),
    ):
        if cell is not None and words and says_nothing(cell.value):
            found.append(_cell_edit(index, cell, words))
    return tuple(found)


def find_differences(index: IndexDocument, row: IndexRow, card: PlanCard) -> list[Difference]:
    """The cells of a row that say otherwise than the plan; empty ones say nothing."""
    found: list[Difference] = []
    if row.status is not None and None not in (row.state, card.state) and row.state != card.state:
        assert card.state is not None
        said = f"status “{card.status or STATE_NAMES[card.state]}”"
        written = state_cell(card.state, row, index.listing.rows, index.source)
        found.append(_difference(index, row.status, said, written))
    for cell, days, word in (
        (row.created, card.created, "created"),
        (row.due, card.target, "target"),
    ):
        date = dates_disagree(cell, days, index.source)
        if date is not None and days is not None and cell is not None:
            written = _replaced(index.source, cell, date.span, write_date(days, date.raw))
            found.append(_difference(index, cell, f"{word} {write_date(days, '')}", written))
    number = phases_cell(row.phases, index.source)
    if number is not None and row.phases is not None and card.phases and number[0] != card.phases:
        said = f"{card.phases} phase{'s' if card.phases > 1 else ''}"
        written = _replaced(index.source, row.phases, number[1], str(card.phases))
        found.append(_difference(index, row.phases, said, written))
    owner = row.owner
    if owner is None or not card.owner or says_nothing(owner.value):
        return found
    if owners_disagree(owner.value, card.owner):
        found.append(_difference(index, owner, f"owner {card.owner}", card.owner))
    return found


def add_row(index: IndexDocument, card: PlanCard) -> tuple[Edit, ...]:
    """The edits that add a row with what the plan says, in the columns that the table has.

    None where the index holds no table of plans. Cells of columns that are a person's stay empty,
    those of others say nothing as other rows do.
    """
    if index.listing.table is None:
        return ()
    table = find_table(index.markdown, index.listing.table.start)
    if table is None:
        return ()
    name = posixpath.relpath(card.path, posixpath.dirname(index.path) or ".")
    like = index.listing.rows[-1] if index.listing.rows else None
    title = card.title.replace("[", "\\[").replace("]", "\\]")
    values = {
        "plan": f"[{title}]({link_to(name)})",
        "status": _status(index, like, card),
        "created": write_date(card.created, _raw(index, like.created if like else None))
        if card.created
        else "",
        "due": write_date(card.target, _raw(index, like.due if like else None))
        if card.target
        else "",
        "phases": str(card.phases) if card.phases else "",
        "owner": card.owner or "",
    }
    cells = [
        values.get(column) or _nothing(index, column) if column else ""
        for column in index.listing.columns
    ]
    return (add_table_row(index.source, table, cells),)


def _nothing(index: IndexDocument, column: str) -> str:
    """What other rows say in a column that has nothing to say: "-" or "TBD", or just nothing."""
    if column not in ("created", "due", "phases", "owner", "journal"):
        return ""
    for row in reversed(index.listing.rows):
        cell = getattr(row, column)
        if cell is not None and cell.value and says_nothing(cell.value):
            return _raw(index, cell)
    return ""


def link_to(path: str) -> str:
    """A relative path as the target of a link."""
    return "".join(
        f"%{ord(sign):02X}" if sign in _SIGNS or ord(sign) < 0x20 else sign for sign in path
    )


def _status(index: IndexDocument, like: IndexRow | None, card: PlanCard) -> str:
    """The state as another row writes it, else as the plan does."""
    if card.state is not None:
        for row in index.listing.rows:
            if row.state == card.state and row.status is not None and len(row.status.value) < 24:
                return _raw(index, row.status)
        if like is not None and like.status is not None and like.state is not None:
            return state_cell(card.state, like, index.listing.rows, index.source)
    return card.status or (STATE_NAMES[card.state] if card.state else "")


def _difference(index: IndexDocument, cell: Located, said: str, written: str) -> Difference:
    return Difference(cell.span, said, _cell_edit(index, cell, written))


def _cell_edit(index: IndexDocument, cell: Located, written: str) -> Edit:
    table = find_table(index.markdown, cell.span.start)
    place = find_cell(table, cell.span.start) if table is not None else None
    if table is None or place is None:
        return Edit(*cell.span, written.replace("|", "\\|"))
    return set_cell(index.source, table, *place, written)


def _replaced(source: bytes, cell: Located, span: Span, words: str) -> str:
    """The words of a cell with a part of them replaced."""
    before = source[cell.span.start : span.start].decode("utf-8", "replace")
    behind = source[span.end : cell.span.end].decode("utf-8", "replace")
    return f"{before}{words}{behind}"


def _raw(index: IndexDocument, cell: Located | None) -> str:
    return cell.span.slice(index.source).decode("utf-8", "replace") if cell is not None else ""
