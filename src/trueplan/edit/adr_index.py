"""The index of decisions as it is: a table or a list of links, and what it says of each."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from trueplan.edit.adr_name import read_adr_name
from trueplan.edit.lists import items_of, trimmed
from trueplan.markdown import Block, Item, Markdown, Table, after_marker, find_blocks, parse
from trueplan.model.link_target import resolve
from trueplan.model.located import Link
from trueplan.reader.plan import read_links
from trueplan.reader.source import Source
from trueplan.reader.tables import read_grid
from trueplan.record import Record
from trueplan.text import Span

_COLUMNS = {
    "number": ("adr", "adrs", "#", "id", "no", "no.", "nr", "nr.", "number", "adr #", "adr id",
               "adr number", "record"),
    "title": ("title", "decision", "name", "description", "summary", "topic", "subject"),
    "status": ("status", "state"),
    "date": ("date", "created", "decided", "decision date", "date created", "proposed"),
    "deciders": ("deciders", "decision makers", "decided by"),
    "supersedes": ("supersedes", "replaces"),
    "successor": ("superseded by", "replaced by"),
}  # fmt: skip
_NUMBER = re.compile(r"(?:adrs?[-_ :#]*)?(?:0*(\d{1,4}))(?!\d|[-/.]\d)", re.IGNORECASE)
_NO_ROW = re.compile(r"[\W_]*(?:no(?:ne)?\b.*|n/a|tbd)?[\W_]*", re.IGNORECASE)


class Entry(Record):
    """What an index says of one decision, by column: the raw words and where they stand.

    `row` is the number of the row in its table, the head being 0, or of the item in its list.
    """

    row: int
    number: int | None
    path: str | None
    cells: tuple[tuple[str, Span], ...]

    def raw(self, column: int) -> str:
        """The words in a column; "" where the row is too short."""
        return self.cells[column][0] if 0 <= column < len(self.cells) else ""


class DecisionIndex(Record):
    """An index with its bytes. `columns` names each column by its meaning, or "".

    One of `table` and `block` is there; an entry of a list has its words as its only cell.
    """

    path: str
    source: bytes
    markdown: Markdown
    columns: tuple[str, ...]
    entries: tuple[Entry, ...]
    table: Table | None = None
    block: Block | None = None
    filler: int | None = None

    def column(self, meaning: str) -> int:
        """The column with a meaning; -1 without one."""
        return self.columns.index(meaning) if meaning in self.columns else -1

    def find(self, path: str, number: int | None) -> Entry | None:
        """What is said of the decision at `path`: by a link, else by its number."""
        linked = [one for one in self.entries if one.path == path]
        named = [one for one in self.entries if one.path is None and one.number == number]
        return next(iter(linked or named), None)

    @property
    def newest_first(self) -> bool:
        """Whether the numbers go down."""
        numbers = [one.number for one in self.entries if one.number is not None]
        return len(numbers) > 1 and numbers[0] > numbers[-1]

    @property
    def model(self) -> Entry | None:
        """The entry that a new one stands beside."""
        known = [one for one in self.entries if one.number is not None or one.path]
        return (known[0] if self.newest_first else known[-1]) if known else None


def read_decision_indexes(path: str, source: bytes) -> list[DecisionIndex]:
    """The tables of decisions in a file, else the lists; the one that a new one goes into first.

    That is the one with the last decision; of empty ones, which count if their head tells what
    they are for, the first.
    """
    markdown = parse(source)
    links = read_links(markdown)
    tables = [
        _of_table(path, source, markdown, links, table)
        for table in find_blocks(markdown.blocks, "table")
    ]
    found = [one for one in tables if one is not None]
    if not found:
        lists = [
            _of_list(path, source, markdown, links, block)
            for block in find_blocks(markdown.blocks, "list")
        ]
        found = [one for one in lists if one is not None]
    return sorted(found, key=_last_number, reverse=True)


def _last_number(index: DecisionIndex) -> int:
    return max((one.number or 0 for one in index.entries), default=-1)


def numbers_in(indexes: Iterable[DecisionIndex]) -> set[int]:
    """The numbers of decisions that are named."""
    return {one.number for index in indexes for one in index.entries if one.number is not None}


def _of_table(
    path: str, source: bytes, markdown: Markdown, links: tuple[Link, ...], table: Table
) -> DecisionIndex | None:
    grid = read_grid(table, Source(markdown))
    columns = tuple(_meaning(word, grid.head[:number]) for number, word in enumerate(grid.head))
    if "number" not in columns and "title" not in columns:
        return None
    entries: list[Entry] = []
    filler = None
    for number, row in enumerate(grid.rows, 1):
        cells = tuple(
            (cell.span.slice(source).decode("utf-8", "replace"), cell.span) for cell in row.cells
        )
        entry = _entry(path, number, cells, columns, links)
        if entry.number is not None or entry.path is not None:
            entries.append(entry)
        elif len(grid.rows) == 1 and _NO_ROW.fullmatch("".join(raw for raw, _ in cells)):
            filler = number
    told = "status" in columns or "adr" in grid.head
    is_ours = told and len({"number", "title"} & set(columns)) == 2
    named = any(one.path is not None for one in entries) or (
        is_ours and ("adr" in grid.head or not grid.rows or filler or bool(entries))
    )
    if not named:
        return None
    return DecisionIndex(path, source, markdown, columns, tuple(entries), table, None, filler)


def _of_list(
    path: str, source: bytes, markdown: Markdown, links: tuple[Link, ...], block: Block
) -> DecisionIndex | None:
    items = items_of(block)
    entries = []
    for number, item in enumerate(items):
        span = words_of(item, source)
        raw = span.slice(source).decode("utf-8", "replace")
        entry = _entry(path, number, ((raw, span),), ("title",), links)
        if entry.path is not None:
            entries.append(entry)
    if len(entries) * 2 <= len(items):
        return None
    return DecisionIndex(path, source, markdown, ("title",), tuple(entries), None, block)


def words_of(item: Item, source: bytes) -> Span:
    """Where the own words of an item stand."""
    start = (
        item.box_start + 3
        if item.box_start >= 0
        else after_marker(source, item.start, item.lead_end)
    )
    return trimmed(source, start, item.lead_end)


def _meaning(word: str, before: tuple[str, ...]) -> str:
    """What a column holds; the first with a meaning has it."""
    found = next((name for name, words in _COLUMNS.items() if word in words), "")
    return "" if any(one in _COLUMNS.get(found, ()) for one in before) else found


def _entry(
    path: str,
    row: int,
    cells: tuple[tuple[str, Span], ...],
    columns: tuple[str, ...],
    links: tuple[Link, ...],
) -> Entry:
    folder = posixpath.dirname(path)
    ours = [column for column in ("number", "title") if column in columns]
    spans = [cells[at][1] for one in ours if (at := columns.index(one)) < len(cells)]
    for link in links:
        if link.image or not any(one.start <= link.span.start <= one.end for one in spans):
            continue
        target = resolve(path, link.target)
        name = read_adr_name(posixpath.basename(target or ""))
        if target and name is not None and target.startswith(f"{folder}/".lstrip("/")):
            return Entry(row, name.number, target, cells)
    if "number" in columns and columns.index("number") < len(cells):
        found = _NUMBER.fullmatch(cells[columns.index("number")][0].strip("*_` ."))
        if found is not None:
            return Entry(row, int(found[1]), None, cells)
    return Entry(row, None, None, cells)
