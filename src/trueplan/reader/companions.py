"""ADRs, dev journals, the backlog and the index, read out of their files."""

from __future__ import annotations

import re

from trueplan.markdown import Heading, Table, parse
from trueplan.model.companions import (
    Adr,
    AdrState,
    Backlog,
    BacklogItem,
    BacklogState,
    Index,
    IndexRow,
    Journal,
)
from trueplan.model.date import Date
from trueplan.model.estimate import Rates
from trueplan.model.located import Field, Link, Located
from trueplan.reader.dates import find_date
from trueplan.reader.estimates import find_estimate
from trueplan.reader.fields import fields_of_block, fields_of_front_matter
from trueplan.reader.plan import read_links
from trueplan.reader.progress import links_between
from trueplan.reader.sections import read_outline
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.status import read_state
from trueplan.reader.tables import Grid, Row, read_grid, read_head
from trueplan.reader.vocabulary import COLUMN_WORDS
from trueplan.reader.words import normalise, split_label
from trueplan.text import Span
from trueplan.text.pattern import Pattern

_ADR_STATES: tuple[tuple[str, AdrState], ...] = (
    ("supersed", "superseded"),
    ("replaced", "superseded"),
    ("deprecat", "deprecated"),
    ("reject", "rejected"),
    ("propos", "proposed"),
    ("draft", "proposed"),
    ("accept", "accepted"),
    ("active", "accepted"),
    ("approved", "accepted"),
    ("implemented", "accepted"),
    ("decided", "accepted"),
)
_ADR_NUMBER = Pattern(r"(?:adr[- _]?)?0*(\d{1,4})", re.IGNORECASE)
_BACKLOG_STATES: dict[str, BacklogState] = {
    "planned": "backlog",
    "in_progress": "in_progress",
    "paused": "blocked",
    "completed": "done",
    "cancelled": "cancelled",
}
_BOXES: dict[str, BacklogState] = {
    "[ ]": "backlog",
    "[]": "backlog",
    "[x]": "done",
    "[~]": "in_progress",
    "[/]": "in_progress",
    "[-]": "cancelled",
}
_ID = Pattern(r"^[A-Z][A-Z0-9]{1,9}-\d{1,6}$")
_DURATIONS = (
    "session duration",
    "duration",
    "time spent",
    "actual effort",
    "actual time",
    "sessions",
    "time",
    "development time",
)


def read_adr(source: bytes, name: str) -> Adr:
    """Read a decision record; `name` is that of its file, which holds the number."""
    reading = Source(parse(source))
    nodes = read_outline(reading)
    fields = _fields(nodes, reading)
    status = _field(fields, "status") or _section_words(nodes, "metadata", reading)
    raw = status.value.lower() if status else ""
    state: AdrState = next((meaning for stem, meaning in _ADR_STATES if stem in raw), "unknown")
    number = _ADR_NUMBER.match(name)
    successor = re.search(r"(?:by|with)\D{0,12}0*(\d{1,4})", raw) if "supersed" in raw else None
    return Adr(
        number=int(number[1]) if number else None,
        title=_title(nodes),
        state=state,
        raw_status=status,
        date=_date(fields, "created", reading),
        successor=int(successor[1]) if successor else None,
        links=read_links(reading.markdown),
    )


def read_journal(source: bytes, rates: Rates) -> Journal:
    """Read a dev journal."""
    reading = Source(parse(source))
    nodes = read_outline(reading)
    fields = _fields(nodes, reading)
    status = _field(fields, "status")
    phases: list[str] = []
    for node in nodes:
        found = node.opening
        if found is not None and found.number not in phases:
            phases.append(found.number)
    return Journal(
        title=_title(nodes),
        date=_date(fields, "created", reading),
        state=read_state(status.value) if status else None,
        raw_status=status,
        sessions=_spent(fields, reading, rates),
        phases=tuple(phases),
        links=read_links(reading.markdown),
    )


def read_backlog(source: bytes) -> Backlog:
    """Read the tables of a backlog whose first column holds item IDs."""
    reading = Source(parse(source))
    items: list[BacklogItem] = []
    for table in _tables(read_outline(reading)):
        head = read_head(table, reading)
        if not any(word in COLUMN_WORDS["id"] for word in head):
            continue
        grid = read_grid(table, reading)
        items.extend(item for row in grid.rows if (item := _backlog_item(row, grid)) is not None)
    return Backlog(tuple(items), read_links(reading.markdown))


def read_backlog_state(words: str) -> BacklogState:
    """What the status of an item means: words, a sign, or a box."""
    box = _BOXES.get(words.strip().lower())
    if box is not None:
        return box
    state = read_state(words)
    return _BACKLOG_STATES[state] if state else "unknown"


def read_index(source: bytes) -> Index:
    """Read the first table of plans: one with a column for them and links in it."""
    reading = Source(parse(source))
    links = read_links(reading.markdown)
    for table in _tables(read_outline(reading)):
        head = read_head(table, reading)
        if not any(word in COLUMN_WORDS["plan"] for word in head):
            continue
        grid = read_grid(table, reading)
        rows = tuple(
            row for cells in grid.rows if (row := _index_row(cells, grid, links)) is not None
        )
        if rows or ("status" in head and "plan" in head):
            columns = tuple(_meaning(word) for word in grid.head)
            return Index(rows, columns, grid.span, links)
    return Index((), (), None, links)


_INDEX_COLUMNS = ("plan", "status", "created", "due", "completed", "phases", "owner", "journal")


def _meaning(word: str) -> str:
    return next((name for name in _INDEX_COLUMNS if word in COLUMN_WORDS[name]), "")


def _index_row(row: Row, grid: Grid, links: tuple[Link, ...]) -> IndexRow | None:
    name = row.cell(grid.column("plan"))
    if name is None or not name.value:
        return None
    found = links_between(links, name.span.start, name.span.end + 1)
    status = row.cell(grid.column("status"))
    return IndexRow(
        title=name.value,
        target=found[0].target if found else None,
        status=status,
        state=read_state(status.value) if status else None,
        created=row.cell(grid.column("created")),
        due=row.cell(grid.column("due")),
        phases=row.cell(grid.column("phases")),
        owner=row.cell(grid.column("owner")),
        span=row.span,
        link_span=found[0].span if found else name.span,
        journal=row.cell(grid.column("journal")),
    )


def _backlog_item(row: Row, grid: Grid) -> BacklogItem | None:
    name = row.cell(grid.column("id"))
    if name is None or not _ID.match(name.value):
        return None

    def words(column: str) -> str:
        cell = row.cell(grid.column(column))
        return cell.value if cell else ""

    status = row.cell(grid.column("status"))
    return BacklogItem(
        id=name.value,
        priority=words("priority"),
        state=read_backlog_state(status.value) if status else "unknown",
        feature=words("feature"),
        estimate=words("estimate"),
        added=words("added"),
        notes=words("notes"),
        span=row.span,
        status_span=status.span if status else None,
    )


def _tables(nodes: list[Node]) -> list[Table]:
    return [block for node in nodes for block in node.blocks if isinstance(block, Table)]


def _title(nodes: list[Node]) -> str:
    for node in nodes:
        if isinstance(node.heading, Heading):
            return node.heading.text
    return ""


def _fields(nodes: list[Node], source: Source) -> list[Field]:
    """The fields of the front matter and of the first two sections."""
    fields: list[Field] = []
    for node in nodes[:3]:
        for block in node.blocks:
            if block.kind == "front-matter":
                fields.extend(fields_of_front_matter(block, source))  # type: ignore[arg-type]
            else:
                fields.extend(fields_of_block(block, source))
    return fields


def _field(fields: list[Field], key: str) -> Located | None:
    return next((field.value for field in fields if field.key == key), None)


def _section_words(nodes: list[Node], element: str, source: Source) -> Located | None:
    """The first words of a section, for records with a heading `## Status`."""
    for node in nodes:
        if node.element == element:
            for block in node.blocks:
                if block.kind == "paragraph":
                    words = source.located(block.start, block.end)
                    split = split_label(words.value)
                    if split is None or normalise(split.words) == "status":
                        return words
    return None


def _date(fields: list[Field], key: str, source: Source) -> Date | None:
    for field in fields:
        if field.key == key:
            span: Span = field.value.span
            text = source.text(span.start, span.end)
            date = find_date(text, source.span_of(text, span.start))
            if date is not None:
                return date
    return None


def _spent(fields: list[Field], source: Source, rates: Rates) -> float | None:
    """How long the work took, in sessions, where the journal says so."""
    for field in fields:
        if normalise(field.label) in _DURATIONS:
            span = field.value.span
            text = source.text(span.start, span.end)
            found = find_estimate(text, source.span_of(text, span.start), rates)
            if found is not None and found.sessions is not None:
                return found.sessions
    return None
