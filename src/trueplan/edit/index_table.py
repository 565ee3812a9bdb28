"""Bring the table of an index into line with its plans; what people wrote beside them stays."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence

from trueplan.edit.index_row import (
    add_row,
    find_differences,
    read_index_document,
    update_row,
)
from trueplan.edit.unlisted import find_unlisted
from trueplan.model.companions import IndexRow, PlanCard
from trueplan.model.link_target import resolve
from trueplan.record import Record
from trueplan.text import Edit, apply_edits

HEAD = (
    "| Plan | Status | Created | Target | Phases | Owner |\n"
    "|------|--------|---------|--------|--------|-------|\n"
)


class Regenerated(Record):
    """An index with its new bytes, what was done to it, and the rows whose plan is gone."""

    path: str
    before: bytes
    after: bytes
    done: tuple[str, ...]
    gone: tuple[IndexRow, ...]


def regenerate(
    path: str,
    source: bytes,
    cards: Sequence[PlanCard],
    exists: Callable[[str], bool],
    *,
    prune: bool = False,
) -> Regenerated:
    """The index at `path` with its rows as the plans of `cards` say, and rows for those it lacks.

    With `prune` the rows of plans that are gone are taken out. `exists` tells of a path from the
    root whether there is something.
    """
    index = read_index_document(path, source)
    known = {card.path: card for card in cards}
    edits: list[Edit] = []
    done: list[str] = []
    gone: list[IndexRow] = []
    for row in index.listing.rows:
        target = resolve(path, row.target) if row.target else None
        card = known.get(target) if target is not None else None
        if card is not None:
            found = update_row(index, row, card)
            edits += found
            if found:
                said = ", ".join(one.said for one in find_differences(index, row, card))
                done.append(f"updated {card.ref}  {said or 'what was empty'}")
        elif target is not None and not target.startswith("..") and not exists(target):
            gone.append(row)
            if prune:
                edits.append(_line(source, row))
                done.append(f"removed {posixpath.basename(target)}  it does not exist")
    after = apply_edits(source, edits)
    for card in find_unlisted(index, cards):
        after = apply_edits(after, add_row(read_index_document(path, after), card))
        done.append(f"added {card.ref}  {card.title}")
    return Regenerated(path, source, after, tuple(done), tuple(gone))


def has_table(source: bytes, path: str) -> bool:
    """Whether a file holds a table of plans."""
    return read_index_document(path, source).listing.table is not None


def add_table(source: bytes) -> bytes:
    """A file with an empty table of plans behind its words."""
    newline = b"\r\n" if b"\r\n" in source else b"\n"
    table = HEAD.encode().replace(b"\n", newline)
    return source.rstrip() + newline * 2 + table if source.strip() else b"# Plans\n\n" + table


def _line(source: bytes, row: IndexRow) -> Edit:
    """The edit that takes the line of a row out."""
    start = source.rfind(b"\n", 0, row.span.start) + 1
    end = source.find(b"\n", row.span.start)
    return Edit(start, len(source) if end < 0 else end + 1, "")
