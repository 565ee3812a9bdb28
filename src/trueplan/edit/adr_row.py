"""The row or item of a decision in their index, written as those beside it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from trueplan.edit.adr_calling import name_from
from trueplan.edit.adr_index import DecisionIndex, Entry
from trueplan.edit.adr_label import (
    Label,
    Named,
    call_like,
    read_label,
    split_link,
    words_of_link,
    write_label,
    write_link,
)
from trueplan.edit.adr_state import is_plain, like_superseded, voiced
from trueplan.edit.lists import add_item, is_loose, items_of, marker
from trueplan.edit.table import add_row, set_cell
from trueplan.edit.written_day import write_day
from trueplan.model.companions import AdrState
from trueplan.reader.dates import SpanOf, find_date
from trueplan.reader.points import says_nothing
from trueplan.record import Record
from trueplan.text import Edit, newline_near

_STATE = re.compile(
    r"\b(?:proposed|draft|accepted|active|approved|implemented|decided|rejected|deprecated"
    r"|(?:superseded|replaced)(?:\s+(?:by|with)\s+(?:\[[^\]]*\]\([^)]*\)|[\w #-]*\d+))?)(?!\w)",
    re.IGNORECASE,
)


class Listed(Record):
    """A decision as its index sees it. `day` is an ISO day, `supersedes` are decisions."""

    path: str
    number: int
    title: str
    state: AdrState
    day: str
    deciders: str = ""
    supersedes: tuple[tuple[str, int, str], ...] = ()


def add_decision(
    index: DecisionIndex, new: Listed, label: Label, states: Mapping[str, AdrState]
) -> tuple[Edit, ...]:
    """The edits that list a decision: a row, or one more item.

    `label` is the form of its number where no other row shows one, `states` those of the others
    by their paths.
    """
    if index.table is None:
        return (_new_item(index, new),)
    cells = [_cell(index, column, new, label, states) for column in index.columns]
    if index.filler is None:
        model = index.model  # behind it, or ahead; words right below a table count as its rows
        before = None if model is None else model.row + (not index.newest_first)
        return (add_row(index.source, index.table, cells, before),)
    edit = add_row(index.source, index.table, cells)
    start = index.source.rfind(b"\n", 0, index.table.rows[index.filler][0][0]) + 1
    return (Edit(start, edit.end, edit.text.lstrip("\r\n")),)


def follow_decision(
    index: DecisionIndex, old: Entry, by: Listed, label: Label
) -> tuple[tuple[Edit, ...], str]:
    """The edits that let an entry say that another decision took its place, and what it says."""
    named = name_from(posixpath.dirname(index.path), by.path, by.number, by.title)
    if index.table is None:
        raw, span = old.cells[0]
        head, behind = split_link(raw)
        if not _STATE.search(behind):
            return (), ""
        words = voiced("Superseded", _state_in(behind), bare=True)
        said = f"{words} by {_plainly(index, label, named)}"
        start = span.start + len(head.encode())
        return (Edit(start, span.end, _STATE.sub(lambda _: said, behind, count=1)),), said
    edits = []
    column = index.column("status")
    said = ""
    if 0 <= column < len(index.table.rows[old.row]):
        said = _superseded(index, old, named, label)
        edits.append(set_cell(index.source, index.table, old.row, column, said))
    column = index.column("successor")
    if 0 <= column < len(index.table.rows[old.row]):
        words = _number(index, named, label)
        said = said or words
        edits.append(set_cell(index.source, index.table, old.row, column, words))
    return tuple(edits), said


def _cell(
    index: DecisionIndex, meaning: str, new: Listed, label: Label, states: Mapping[str, AdrState]
) -> str:
    folder = posixpath.dirname(index.path)
    named = name_from(folder, new.path, new.number, new.title)
    like = index.model.raw(index.column(meaning)) if index.model is not None and meaning else ""
    if meaning == "number":
        return _number(index, named, label)
    if meaning == "title":
        if index.column("number") < 0 and index.model is None:
            return write_link(label._replace(gap=": ", words=True), named)
        called = call_like(like, index.model.number, named) if index.model is not None else None
        return called or new.title
    if meaning == "status":
        return _state(index, new.state, like, states)
    if meaning == "date":
        return write_day(new.day, like)
    if meaning == "deciders":
        return new.deciders or _nothing(index, meaning)
    if meaning == "supersedes" and new.supersedes:
        return ", ".join(
            _number(index, name_from(folder, *other), label) for other in new.supersedes
        )
    return _nothing(index, meaning) if meaning else ""


def _number(index: DecisionIndex, named: Named, label: Label) -> str:
    """A decision as the column of numbers calls it."""
    column = index.column("number")
    if index.model is None or column < 0:
        return write_link(label, named)
    return call_like(index.model.raw(column), index.model.number, named) or write_label(
        label, named.number, named.title
    )


def _state(index: DecisionIndex, state: AdrState, like: str, states: Mapping[str, AdrState]) -> str:
    column = index.column("status")
    for entry in reversed(index.entries):
        if states.get(entry.path or "") == state and is_plain(entry.raw(column)):
            said = entry.raw(column)
            if state in said.lower() or voiced(state.capitalize(), like).lower() == said.lower():
                return said
    return voiced(state.capitalize(), like)


def _superseded(index: DecisionIndex, old: Entry, named: Named, label: Label) -> str:
    """The status of a row that gave way, as another such row says it."""
    column = index.column("status")
    for entry in reversed(index.entries):
        raw = entry.raw(column)
        if "supersed" not in raw.lower() or entry.row == old.row:
            continue
        numbers = re.findall(r"0*(\d{1,4})", raw)
        said = like_superseded(raw, int(numbers[0]), named) if numbers else None
        if said is not None or not numbers:
            return said or raw
    words = voiced("Superseded", old.raw(column), bare=True)
    if index.column("successor") >= 0:
        return words
    return f"{words} by {_plainly(index, label, named)}"


def _plainly(index: DecisionIndex, label: Label, named: Named) -> str:
    """A decision in a word, as the index calls the others."""
    model = index.model
    if model is not None:
        for meaning in ("number", "title"):
            raw = split_link(model.raw(index.column(meaning)))[0]
            own = read_label(words_of_link(raw), model.number)
            label = own if own is not None and own.width else label
    return write_label(label._replace(words=False, gap=""), named.number, "")


def _nothing(index: DecisionIndex, meaning: str) -> str:
    """What other rows say in a column that has nothing to say."""
    for entry in reversed(index.entries):
        raw = entry.raw(index.column(meaning))
        if raw and says_nothing(raw):
            return raw
    return ""


def _new_item(index: DecisionIndex, new: Listed) -> Edit:
    """One more item, before the first one where the newest stands there."""
    assert index.block is not None
    assert index.model is not None
    named = name_from(posixpath.dirname(index.path), new.path, new.number, new.title)
    raw = index.model.raw(0)
    head, behind = split_link(raw)
    called = call_like(head, index.model.number, named) or write_link(
        read_label(head, index.model.number) or Label("", 4, ": ", words=True), named
    )
    words = called + _behind(behind, new)
    items = items_of(index.block)
    model = items[index.model.row]
    if not index.newest_first:
        return add_item(index.source, index.block, words)
    start = index.source.rfind(b"\n", 0, model.lead_end - 1) + 1
    start = min(start, max(model.start, index.source.rfind(b"\n", 0, model.start + 1) + 1))
    newline = newline_near(index.source, model.start)
    gap = newline * (2 if is_loose(index.source, items) else 1)
    return Edit(start, start, f"{marker(index.source, model)}{words}{gap}")


def _behind(behind: str, new: Listed) -> str:
    """What stands behind the link of an item: state and day of the new one, nothing of the old."""
    date = find_date(behind, SpanOf(behind, 0)) if behind.isascii() else None
    if date is not None and date.first is not None:
        behind = behind.replace(date.raw, "\0", 1)
    raw = _state_in(behind)
    rest = _STATE.sub("", behind, count=1)
    if any(sign.isalnum() for sign in rest):
        return ""
    behind = _STATE.sub(lambda _: voiced(new.state.capitalize(), raw, bare=True), behind, count=1)
    return behind.replace("\0", write_day(new.day, date.raw) if date is not None else "")


def _state_in(words: str) -> str:
    found = _STATE.search(words)
    return found[0] if found is not None else ""
