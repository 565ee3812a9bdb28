"""The date at the head or the foot of a backlog that says when it was last changed."""

from __future__ import annotations

from trueplan.edit.backlog_table import BacklogDocument
from trueplan.edit.written_day import write_day
from trueplan.markdown import AnyBlock
from trueplan.model.located import Field
from trueplan.reader.dates import find_date
from trueplan.reader.fields import fields_of_block, fields_of_front_matter
from trueplan.reader.source import Source
from trueplan.text import Edit


def write_last_updated(document: BacklogDocument, today: str) -> tuple[Edit, ...]:
    """The edits that bring the date up to today, in the form it has; one ahead of today stays."""
    reading = Source(document.markdown)
    edits = []
    for block in _blocks(document):
        for field in _fields(block, reading):
            if field.key != "updated" or "review" in field.label.lower():
                continue
            start, end = field.value.span
            text = reading.text(start, end)
            date = find_date(text, reading.span_of(text, start))
            if date is None or date.first is None or date.first != date.last or date.first >= today:
                continue
            edits.append(Edit(*date.span, write_day(today, date.raw)))
    return tuple(edits)


def _blocks(document: BacklogDocument) -> list[AnyBlock]:
    """What stands before the first table of items, and the last block of the file."""
    first = document.tables[0].table.start if document.tables else len(document.source)
    blocks = [block for node in document.nodes for block in node.blocks]
    return [
        block for block in blocks if block.start < first or (block is blocks[-1] and len(blocks))
    ]


def _fields(block: AnyBlock, reading: Source) -> list[Field]:
    if block.kind == "front-matter":
        return list(fields_of_front_matter(block, reading))  # type: ignore[arg-type]
    return list(fields_of_block(block, reading))
