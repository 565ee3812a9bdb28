"""The status of a decision that gives way to another, in its own form."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.edit.adr_head import AdrFile, Head, first_line, read_head, status_places
from trueplan.edit.adr_label import Label, Named
from trueplan.edit.adr_state import say_superseded
from trueplan.edit.document import read_document
from trueplan.edit.header_lines import HeaderLines, NewField
from trueplan.edit.table import find_cell, find_table, set_cell
from trueplan.errors import NoPlace
from trueplan.markdown import AnyBlock
from trueplan.record import Record
from trueplan.text import Edit, Span


class Superseded(Record):
    """The edits of the old record, and the words of its status then."""

    edits: tuple[Edit, ...]
    words: str


def supersede_adr(
    old: AdrFile, by: Named, label: Label, neighbours: Sequence[AdrFile]
) -> Superseded:
    """Let the status of a decision say that another took its place, everywhere that it says one.

    `label` is the form in which the other is called where no neighbour shows one. Raises NoPlace
    where the record has neither a status nor a header that could take one.
    """
    head = read_head(old.source)
    edits = []
    words = ""
    for span, block in status_places(head) or _elsewhere(old, head):
        raw = span.slice(old.source).decode("utf-8", "replace")
        linked = block is None or block.kind != "front-matter"
        said = say_superseded(raw, label, by, neighbours, linked=linked)
        words = said if linked or not words else words
        table = find_table(head.markdown, span.start) if linked else None
        place = find_cell(table, span.start) if table is not None else None
        if table is not None and place is not None:
            edits.append(set_cell(old.source, table, *place, said))
        else:
            edits.append(_whole(span, said, old.source))
    if not edits:
        words = say_superseded("", label, by, neighbours, linked=True)
        fields = [NewField("status", "Status", words)]
        edits = list(HeaderLines(read_document(old.source)).insert(fields))
    if not edits:
        raise NoPlace(
            f"{old.path} says no status", help="write `**Status**: Accepted` below its title"
        )
    return Superseded(tuple(edits), words)


def _elsewhere(old: AdrFile, head: Head) -> list[tuple[Span, AnyBlock | None]]:
    """Where a status stands that is not in the head of a record."""
    status = old.adr.raw_status
    return [(first_line(status.span, head.source), None)] if status is not None else []


def _whole(span: Span, said: str, source: bytes) -> Edit:
    """The edit of a value; an empty one stands right behind its colon."""
    tight = span.start == span.end and source[span.start - 1 : span.start] in (b":", b"*")
    return Edit(*span, f" {said}" if tight else said)
