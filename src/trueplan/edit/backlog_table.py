"""The backlog as its tables: which item stands in which row, and what each column is for."""

from __future__ import annotations

from trueplan.markdown import AnyBlock, Markdown, Table, parse
from trueplan.model.companions import Backlog, BacklogItem
from trueplan.reader.companions import read_backlog
from trueplan.reader.sections import read_outline
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.tables import read_grid, read_head
from trueplan.reader.vocabulary import COLUMN_WORDS
from trueplan.record import Record

MEANINGS = ("id", "priority", "status", "feature", "estimate", "added", "completed", "notes")


class ItemRow(Record):
    """An item, and the number of its row; the head of the table is row 0."""

    number: int
    item: BacklogItem


class ItemTable(Record):
    """A table of items.

    `head` is its first row as words in lower case; `columns` is what each column is for, "" for
    one that only people know; `headings` are those it stands below, the nearest first.
    """

    table: Table
    head: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[ItemRow, ...]
    headings: tuple[str, ...]

    def column(self, word: str) -> int | None:
        """The column for a meaning, or with these words in its head; None without one."""
        plain = word.lower()
        if plain in self.columns:
            return self.columns.index(plain)
        return self.head.index(plain) if plain in self.head else None


class BacklogDocument(Record):
    """A backlog with its bytes, its blocks and its sections, so that it can be changed."""

    source: bytes
    markdown: Markdown
    backlog: Backlog
    tables: tuple[ItemTable, ...]
    nodes: tuple[Node, ...]

    def cell(self, table: ItemTable, row: int, column: int) -> str:
        """A cell as it is written, without the blanks around it."""
        start, end = table.table.rows[row][column]
        return self.source[start:end].decode("utf-8", "replace").strip()

    def is_item_table(self, block: AnyBlock) -> bool:
        """Whether a block is one of the tables of items."""
        return any(one.table.start == block.start for one in self.tables)


def read_backlog_document(source: bytes) -> BacklogDocument:
    """Read a backlog so that it can be changed."""
    markdown = parse(source)
    reading = Source(markdown)
    nodes = tuple(read_outline(reading))
    backlog = read_backlog(source)
    tables = tuple(
        _read_table(block, reading, backlog, _headings(node, nodes))
        for node in nodes
        for block in node.blocks
        if isinstance(block, Table) and _has_ids(block, reading)
    )
    return BacklogDocument(source, markdown, backlog, tables, nodes)


def _has_ids(table: Table, reading: Source) -> bool:
    return any(word in COLUMN_WORDS["id"] for word in read_head(table, reading))


def _read_table(
    table: Table, reading: Source, backlog: Backlog, headings: tuple[str, ...]
) -> ItemTable:
    grid = read_grid(table, reading)
    columns = [""] * len(grid.head)
    for meaning in MEANINGS:
        column = grid.column(meaning)
        if column is not None and not columns[column]:
            columns[column] = meaning
    by_start = {item.span.start: item for item in backlog.items}
    rows = tuple(
        ItemRow(number, by_start[row.span.start])
        for number, row in enumerate(grid.rows, 1)
        if row.span.start in by_start
    )
    return ItemTable(table, grid.head, tuple(columns), rows, headings)


def _headings(node: Node, nodes: tuple[Node, ...]) -> tuple[str, ...]:
    """The headings that a section stands below, its own first; the title is none of them."""
    found = []
    number = node.number
    while number > 0:
        heading = nodes[number].heading
        if heading is not None and heading.level > 1:
            found.append(heading.text)
        number = nodes[number].parent
    return tuple(found)
