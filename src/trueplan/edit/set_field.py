"""Set a field of the header: owner, target, related ADRs, in the form that it has there."""

from __future__ import annotations

from trueplan.edit.document import Document
from trueplan.edit.header_lines import HeaderLines, NewField
from trueplan.edit.table import find_cell, find_table, set_cell
from trueplan.edit.written_day import write_day
from trueplan.errors import NoPlace
from trueplan.model.located import Field
from trueplan.model.outline import HEADER
from trueplan.text import Edit


def set_field(document: Document, key: str, value: str) -> tuple[Edit, ...]:
    """The edits that make a field of the header say `value`; a missing one is added.

    A day is written as the one before it was. Raises NoPlace where the header has a form in which
    no line can be added.
    """
    words = " ".join(value.split())
    field = next((one for one in document.plan.header.fields if one.key == key), None)
    if field is not None:
        return (_replace(document, field, words),)
    label = next((one.label for one in HEADER if one.key == key), key.capitalize())
    edits = HeaderLines(document).insert([NewField(key, label, words)])
    if not edits:
        raise NoPlace(
            f"the header has no {label}, and no form in which it can be added",
            help=f"write `**{label}**: {words}` below the title",
        )
    return edits


def _replace(document: Document, field: Field, words: str) -> Edit:
    source = document.source
    header = document.plan.header
    days = {"created": header.created, "target": header.target, "updated": header.updated}
    date = days.get(field.key)
    if date is not None and field.value.span.contains(date.span) and _is_day(words):
        return Edit(date.span.start, date.span.end, write_day(words, date.raw))
    table = find_table(document.markdown, field.span.start)
    if table is not None:
        place = find_cell(table, field.value.span.start)
        if place is not None:
            return set_cell(source, table, *place, words)
    start, end = field.value.span
    if start < end:
        return Edit(start, end, words)
    line_end = source.find(b"\n", field.span.start)
    line_end = len(source) if line_end < 0 else line_end
    line = source[field.span.start : line_end]
    behind = field.span.start + len(line.rstrip())
    return Edit(behind, behind, f" {words}")


def _is_day(words: str) -> bool:
    return len(words) == 10 and words[:4].isdecimal() and words[4] == words[7] == "-"
