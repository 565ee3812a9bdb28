"""Guidance gives way to what a person writes beside it."""

from __future__ import annotations

from trueplan.edit.document import Document
from trueplan.model.plan import Section
from trueplan.reader.guidance import is_guidance
from trueplan.text import Edit


def give_way(document: Document, section: Section, until: int) -> tuple[Edit, ...]:
    """The edits that take the comments out that stand between a heading and `until`."""
    source = document.source
    edits = []
    for block in document.markdown.blocks:
        if section.heading.end <= block.start < until and block.kind == "html":
            raw = source[block.start : block.end]
            if is_guidance(raw):
                end = block.start + len(raw.rstrip())
                behind = len(source[end:until]) - len(source[end:until].lstrip(b" \t\r\n"))
                edits.append(Edit(block.start, end + behind, ""))
    return tuple(edits)
