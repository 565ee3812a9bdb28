"""Add a dated note, in the form that the notes of a plan have."""

from __future__ import annotations

import re

from trueplan.edit.create_section import create_section as make_section, find_section
from trueplan.edit.document import Document
from trueplan.edit.lists import (
    add_first,
    add_item,
    blocks_between,
    fill_section,
    find_placeholder,
    items_of,
)
from trueplan.edit.rows import write_date
from trueplan.errors import NoPlace
from trueplan.markdown import AnyBlock, Block
from trueplan.model.plan import Note
from trueplan.text import Edit
from trueplan.text.pattern import Pattern

_FORM = "**{day}**: {words}"
_BEHIND = Pattern(r"^(\s*(?:\*\*|__|\*|_|`)?\s*(?:[:–—-]|\s)\s*(?:\*\*|__)?)")


def add_note(
    document: Document, day: str, words: str, *, create_section: bool = False
) -> tuple[Edit, ...]:
    """The edits that add a note of a `day`; the newest first where the notes stand so.

    Raises NoPlace where the plan has no section for notes and none is to be made.
    """
    section = find_section(document, "notes")
    if section is None:
        if not create_section:
            raise NoPlace(
                "the plan has no section for notes", help="--create-section makes one at its end"
            )
        return _make(document, _FORM.format(day=day, words=_one_line(words)))
    written = _written(document, day, words)
    blocks = blocks_between(document, section.heading.end, section.span.end)
    lists = [block for block in blocks if block.kind == "list" and items_of(block)]
    if lists and find_placeholder(document.source, blocks) is None and _newest_first(document):
        assert isinstance(lists[0], Block)
        return (add_first(document.source, lists[0], written),)
    if len(lists) > 1:  # below the list whose notes are dated
        dated = [one for one in lists if _holds_a_date(document, one)]
        block = (dated or lists)[-1]
        assert isinstance(block, Block)
        return (add_item(document.source, block, written, box=False),)
    return (fill_section(document, section.heading, section.span, written),)


def _make(document: Document, note: str) -> tuple[Edit, ...]:
    return make_section(document, "notes", f"- {note}")


def _holds_a_date(document: Document, block: AnyBlock) -> bool:
    return any(
        note.date is not None and block.start <= note.span.start < block.end
        for note in document.plan.notes
    )


def _written(document: Document, day: str, words: str) -> str:
    """The note as the last dated one is written: its emphasis, its form of date, its separator."""
    model = next((note for note in reversed(document.plan.notes) if _dated(note)), None)
    if model is None or model.date is None:
        return _FORM.format(day=day, words=_one_line(words))
    source = document.source
    before = source[model.text.span.start : model.date.span.start].decode("utf-8", "replace")
    raw = model.date.span.slice(source).decode("utf-8", "replace")
    behind = source[model.date.span.end : model.text.span.end].decode("utf-8", "replace")
    separator = _BEHIND.match(behind)
    if re.search(r"\w", before) or separator is None or not separator[1].strip():
        return _FORM.format(day=day, words=_one_line(words))
    return f"{before}{write_date((day, day), raw)}{separator[1]}{_one_line(words)}"


def _dated(note: Note) -> bool:
    return note.date is not None and note.date.first is not None


def _newest_first(document: Document) -> bool:
    """Whether the notes run from the newest to the oldest."""
    days = [note.date.first for note in document.plan.notes if note.date is not None]
    known = [day for day in days if day is not None]
    return len(set(known)) > 1 and known == sorted(known, reverse=True)


def _one_line(words: str) -> str:
    return " ".join(words.split())
