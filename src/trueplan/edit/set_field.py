"""Set a field of the header: owner, target, related ADRs, in the form that it has there."""

from __future__ import annotations

from collections.abc import Mapping

from trueplan.edit.document import Document
from trueplan.edit.header_lines import HeaderLines, NewField
from trueplan.edit.table import find_cell, find_table, set_cell
from trueplan.edit.written_day import write_day
from trueplan.edit.yaml_scalar import write_scalar
from trueplan.errors import NoPlace
from trueplan.model.located import Field
from trueplan.model.outline import HEADER
from trueplan.text import Edit


def set_field(document: Document, key: str, value: str) -> tuple[Edit, ...]:
    """The edits that make a field of the header say `value`; a missing one is added.

    A day is written as the one before it was. Raises NoPlace where the header has a form in which
    no line can be added.
    """
    return set_fields(document, {key: value})


def set_fields(document: Document, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """The same for several fields by their keys; those that are missing are added together."""
    edits, missing = [], []
    for key, value in values.items():
        words = " ".join(value.split())
        field = next((one for one in document.plan.header.fields if one.key == key), None)
        if field is not None:
            edits.append(_replace(document, field, words))
            continue
        label = next((one.label for one in HEADER if one.key == key), key.capitalize())
        missing.append(NewField(key, label, words))
    if missing:
        added = HeaderLines(document).insert(missing)
        if not added:
            label = missing[0].label
            raise NoPlace(
                f"the header has no {label}, and no form in which it can be added",
                help=f"write `**{label}**: {missing[0].value}` below the title",
            )
        edits += added
    return tuple(edits)


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
    if _in_front_matter(document, field):
        return _replace_scalar(source, field, words)
    if start < end:
        return Edit(start, end, words)
    line_end = source.find(b"\n", field.span.start)
    line_end = len(source) if line_end < 0 else line_end
    line = source[field.span.start : line_end]
    behind = field.span.start + len(line.rstrip())
    return Edit(behind, behind, f" {words}")


def _in_front_matter(document: Document, field: Field) -> bool:
    first = next(iter(document.markdown.blocks), None)
    return first is not None and first.kind == "front-matter" and field.value.span.start < first.end


def _replace_scalar(source: bytes, field: Field, words: str) -> Edit:
    """The value of a key of front matter, quotation marks around it included."""
    start, end = field.value.span
    if start >= end or b"\n" in source[start:end]:
        raise NoPlace(
            f"“{field.label}” of the front matter is no single value", help="edit it by hand"
        )
    mark = source[start - 1 : start]
    quoted = mark in (b'"', b"'") and source[end : end + 1] == mark
    if quoted:
        start, end = start - 1, end + 1
    return Edit(start, end, write_scalar(words, mark.decode() if quoted else ""))


def _is_day(words: str) -> bool:
    return len(words) == 10 and words[:4].isdecimal() and words[4] == words[7] == "-"
