"""Add points to a section, behind those that stand there."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.edit.create_section import create_section, ensure_creatable, find_section
from trueplan.edit.document import Document
from trueplan.edit.lists import blocks_between, fill_section, find_placeholder
from trueplan.text import Edit, newline_near

_IN_ORDER = ("steps",)  # a numbered list where one begins


def add_points(
    document: Document, element: str, words: Sequence[str], *, create: bool = False
) -> tuple[Edit, ...]:
    """The edits that add points to a section; `create` makes it where there is none.

    Raises NoPlace without.
    """
    newline = newline_near(document.source, 0)
    section = find_section(document, element)
    if section is None:
        ensure_creatable(element, create=create)
        return create_section(document, element, newline.join(_lines(element, words)))
    blocks = blocks_between(document, section.heading.end, section.span.end)
    held = find_placeholder(document.source, blocks)
    if held is not None and held[0].kind != "list":
        return (Edit(*held[1], newline.join(_lines(element, words))),)
    edit = fill_section(document, section.heading, section.span, words)
    if element in _IN_ORDER and not any(block.kind == "list" for block in blocks):
        for number, one in enumerate(words, 1):
            plain = " ".join(one.split())
            edit = edit._replace(text=edit.text.replace(f"- {plain}", f"{number}. {plain}", 1))
    return (edit,)


def _lines(element: str, words: Sequence[str]) -> list[str]:
    return [
        f"{f'{number}.' if element in _IN_ORDER else '-'} {' '.join(one.split())}"
        for number, one in enumerate(words, 1)
    ]
