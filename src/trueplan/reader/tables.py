"""Tables whose columns are found by their names, in any order."""

from __future__ import annotations

from trueplan.markdown import Table
from trueplan.model.located import Located
from trueplan.reader.source import Source
from trueplan.reader.vocabulary import COLUMN_WORDS
from trueplan.reader.words import normalise
from trueplan.record import Record
from trueplan.text import Span


class Row(Record):
    """A row: its cells in order, and the bytes it covers."""

    cells: tuple[Located, ...]
    span: Span

    def cell(self, column: int | None) -> Located | None:
        """The cell in a column; None where the row is too short or there is no such column."""
        if column is None or not 0 <= column < len(self.cells):
            return None
        return self.cells[column]


class Grid(Record):
    """A table: the words of its head and its rows."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    span: Span

    def column(self, meaning: str) -> int | None:
        """The first column whose head has `meaning`, None without one."""
        words = COLUMN_WORDS[meaning]
        for index, head in enumerate(self.head):
            if head in words:
                return index
        return None


def read_grid(table: Table, source: Source) -> Grid:
    """The cells of `table` as plain words with their place."""
    rows = [tuple(_cell(start, end, source) for start, end in row) for row in table.rows]
    head = tuple(normalise(cell.value) or cell.value for cell in rows[0]) if rows else ()
    spans = [Span(row[0][0], row[-1][1]) if row else table.span for row in table.rows]
    body = tuple(Row(cells, span) for cells, span in zip(rows[1:], spans[1:], strict=True))
    return Grid(head, body, table.span)


def read_head(table: Table, source: Source) -> tuple[str, ...]:
    """The words of the head alone, to tell what a table is before its rows are read."""
    if not table.rows:
        return ()
    return tuple(normalise(source.text(start, end).strip(" |*_`")) for start, end in table.rows[0])


def _cell(start: int, end: int, source: Source) -> Located:
    found = source.located(start, end)
    if "|" in found.value:
        return Located(found.value.replace("\\|", "|").strip("| "), found.span)
    return found
