"""Rows of the backlog: set to a state, changed in a cell, added; the counts beside them follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from trueplan.edit.backlog_place import choose_row, choose_table
from trueplan.edit.backlog_table import BacklogDocument, ItemRow, ItemTable, read_backlog_document
from trueplan.edit.backlog_words import state_cell
from trueplan.edit.last_updated import write_last_updated
from trueplan.edit.quick_stats import Recount, recount
from trueplan.edit.table import add_row, escape_cell, set_cell
from trueplan.edit.written_day import write_day
from trueplan.errors import NoPlace
from trueplan.model.companions import BacklogItem, BacklogState
from trueplan.reader.companions import read_backlog
from trueplan.reader.points import says_nothing
from trueplan.record import Record
from trueplan.text import Edit, apply_edits, edit_between

_MARKS = ("**", "__", "*", "_", "`")


class CellChange(Record):
    """What a cell of an item shall say; `column` is its meaning, or the words of its head."""

    name: str
    column: str
    words: str


class NewItem(Record):
    """An item to add; `more` are cells by the words of their head."""

    id: str
    feature: str
    priority: str = ""
    estimate: str = ""
    notes: str = ""
    more: tuple[tuple[str, str], ...] = ()


class BacklogEdits(Record):
    """The edits of a backlog, and the counts among them."""

    edits: tuple[Edit, ...]
    counts: tuple[Recount, ...] = ()


def set_state(
    source: bytes, names: Sequence[str], state: BacklogState, today: str | None = None
) -> tuple[Edit, ...]:
    """The edits that set the items called `names` to a state, with the counts beside the table.

    With `today` the date of the last change follows, and the day of completion where there is a
    column for it. An item whose table has no column for states is left as it is.
    """
    document = read_backlog_document(source)
    known = {
        row.item.id
        for table in document.tables
        if table.column("status") is not None
        for row in table.rows
    }
    changes = [
        change
        for name in dict.fromkeys(names)
        if name in known
        for change in state_changes(document, name, state, today)
    ]
    return change_cells(document, changes, today).edits


def state_changes(
    document: BacklogDocument, name: str, state: BacklogState, today: str | None = None
) -> list[CellChange]:
    """The cells that say a new state. Raises NoPlace where the table has no column for it."""
    changes = []
    for table, row in rows_of(document, name):
        column = table.column("status")
        if column is None:
            raise NoPlace(
                f"the table that holds {name} has no column for the status",
                help="add one: `| ID | Status | Feature |`",
            )
        if row.item.state == state:
            continue
        cell = document.cell(table, row.number, column)
        changes.append(CellChange(name, "status", state_cell(document, table, cell, state)))
        changes += _completion(document, table, row, state, today)
    return changes


def change_cells(
    document: BacklogDocument, changes: Sequence[CellChange], today: str | None = None
) -> BacklogEdits:
    """The edits that make cells say what they shall, and what follows from that."""
    edits = [edit for change in changes for edit in _cell_edits(document, change)]
    if len({edit.start for edit in edits}) < len(edits):
        edits = _one_by_one(document, changes)  # cells that short rows lack
    return _with_counts(document, edits, today)


def add_item(source: bytes, item: NewItem, today: str) -> BacklogEdits:
    """The edits that add an item as a row of its own, where the table's order has it.

    Raises NoPlace where no table is for it, or one lacks a column for what is given.
    """
    document = read_backlog_document(source)
    table = choose_table(document, item.id, item.priority)
    texts = [_blank(document, table, column) for column in range(len(table.head))]
    for column, words in _cells(document, table, item, today):
        at = table.column(column)
        if at is not None:
            texts[at] = words
        elif column not in ("status", "added"):
            raise NoPlace(
                f"the table has no column for {column}", help=f"it has {', '.join(table.head)}"
            )
    row = choose_row(table, item.id, item.priority)
    return _with_counts(document, [add_row(source, table.table, texts, row)], today)


def rows_of(document: BacklogDocument, name: str) -> list[tuple[ItemTable, ItemRow]]:
    """Every row of the item called `name`, with its table."""
    return [(table, row) for table in document.tables for row in table.rows if row.item.id == name]


def _cells(
    document: BacklogDocument, table: ItemTable, item: NewItem, today: str
) -> list[tuple[str, str]]:
    """What the row of a new item says, by column."""
    column = table.column("added")
    days = [row.item.added for row in table.rows if row.item.added]
    cells = [
        ("id", _marked(document, table, item.id)),
        ("feature", item.feature),
        ("status", state_cell(document, table, "", "backlog")),
        ("added", write_day(today, days[-1] if days else "") if column is not None else ""),
        ("priority", item.priority),
        ("estimate", item.estimate),
        ("notes", item.notes),
        *item.more,
    ]
    return [(name, words) for name, words in cells if words]


def _marked(document: BacklogDocument, table: ItemTable, name: str) -> str:
    """An ID as the last row has its own: bold, as code, or bare."""
    column = table.column("id")
    assert column is not None
    cell = document.cell(table, table.rows[-1].number, column) if table.rows else ""
    mark = next((one for one in _MARKS if cell.startswith(one) and cell.endswith(one)), "")
    return f"{mark}{name}{mark}"


def _blank(document: BacklogDocument, table: ItemTable, column: int) -> str:
    """What an empty cell of a column says: mostly nothing, sometimes a dash."""
    cells = [document.cell(table, row.number, column) for row in table.rows]
    empty = Counter(cell for cell in cells if says_nothing(cell))
    return empty.most_common(1)[0][0] if empty else ""


def _completion(
    document: BacklogDocument,
    table: ItemTable,
    row: ItemRow,
    state: BacklogState,
    today: str | None,
) -> list[CellChange]:
    """The day in the column for it: written with the state Done, taken back with another."""
    column = table.column("completed")
    if column is None or today is None:
        return []
    cell = document.cell(table, row.number, column)
    if state == "done" and says_nothing(cell):
        days = [document.cell(table, one.number, column) for one in table.rows]
        model = next((day for day in reversed(days) if not says_nothing(day)), "")
        return [CellChange(row.item.id, "completed", write_day(today, model))]
    if state != "done" and row.item.state == "done" and not says_nothing(cell):
        return [CellChange(row.item.id, "completed", _blank(document, table, column))]
    return []


def _cell_edits(document: BacklogDocument, change: CellChange) -> list[Edit]:
    edits = []
    for table, row in rows_of(document, change.name):
        column = table.column(change.column)
        if column is None:
            raise NoPlace(
                f"the table that holds {change.name} has no column for {change.column}",
                help=f"it has {', '.join(table.head)}",
            )
        if document.cell(table, row.number, column) != escape_cell(change.words):
            edits.append(set_cell(document.source, table.table, row.number, column, change.words))
    return edits


def _one_by_one(document: BacklogDocument, changes: Sequence[CellChange]) -> list[Edit]:
    """The same changes, each made in what the one before has left; an edit for each line."""
    text = document.source
    for change in changes:
        text = apply_edits(text, _cell_edits(read_backlog_document(text), change))
    edits, start = [], 0
    before, after = document.source.split(b"\n"), text.split(b"\n")
    for old, new in zip(before, after, strict=True):
        if old != new:
            edit = edit_between(old, new)
            edits.append(Edit(start + edit.start, start + edit.end, edit.text))
        start += len(old) + 1
    return edits


def _with_counts(
    document: BacklogDocument, edits: Sequence[Edit], today: str | None
) -> BacklogEdits:
    """Edits of rows, and those of the counts and of the date that follow from them."""
    if not edits:
        return BacklogEdits(())
    after: tuple[BacklogItem, ...] = read_backlog(apply_edits(document.source, edits)).items
    counts = recount(document, after)
    dates = write_last_updated(document, today) if today is not None else ()
    every = [*edits, *(edit for one in counts for edit in one.edits), *dates]
    return BacklogEdits(tuple(every), tuple(counts))
