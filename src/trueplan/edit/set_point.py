"""Write what a section says where nothing but guidance stands there, and labelled points."""

from __future__ import annotations

from trueplan.edit.create_section import create_section, ensure_creatable, find_section
from trueplan.edit.document import Document
from trueplan.edit.guidance import OBJECTIVE_GUIDANCE
from trueplan.edit.lists import (
    are_headings_set_off,
    blocks_between,
    fill_section,
    find_placeholder,
    items_of,
    trimmed,
)
from trueplan.errors import NoPlace, Refused
from trueplan.markdown import after_marker
from trueplan.model.outline import SECTIONS
from trueplan.reader.points import says_nothing
from trueplan.reader.vocabulary import SECTIONS as SECTION_NAMES
from trueplan.reader.words import normalise, split_label
from trueplan.text import Edit, newline_near

# The points of the business objective, by the label that each has in the template.
POINTS = dict(zip(("problem", "users", "impact", "metrics"), OBJECTIVE_GUIDANCE, strict=True))


def set_point(
    document: Document, element: str, value: str, *, create: bool = False
) -> tuple[Edit, ...]:
    """The edits that make a point of the business objective say `value`.

    `create` makes the section where there is none. Raises NoPlace without.
    """
    words = " ".join(value.split())
    point = f"**{POINTS[element]}**: {words}"
    section = find_section(document, "objective") or find_section(document, "overview")
    if section is None and create:
        return create_section(document, "objective", f"- {point}")
    if section is None:
        raise NoPlace(
            "the plan has no section for its objective", help="--create-section makes one"
        )
    source = document.source
    for block in blocks_between(document, section.heading.end, section.span.end):
        leads = [
            (after_marker(source, item.start, item.lead_end), item.lead_end)
            for item in items_of(block)
        ]
        for start, end in leads or [(block.start, block.end)]:
            line = source[start:end].decode("utf-8", "replace").split("\n")[0].rstrip("\r")
            label = split_label(line)
            if label is None or SECTION_NAMES.get(normalise(label.words)) != element:
                continue
            if leads == [] and not label.bold:
                continue
            behind = start + len(line[: label.value_start].rstrip().encode())
            return (Edit(behind, trimmed(source, start, end).end, f" {words}"),)
    return (fill_section(document, section.heading, section.span, point),)


def write_section(
    document: Document, element: str, value: str, *, create: bool = False
) -> tuple[Edit, ...]:
    """The edits that make a section say `value`, a paragraph in place of what holds its place.

    Raises Refused where it says something already, NoPlace where there is no such section.
    """
    section = find_section(document, element)
    heading = next(one.heading for one in SECTIONS if one.element == element)
    if section is None:
        ensure_creatable(element, create=create)
        return create_section(document, element, value)
    source = document.source
    blocks = blocks_between(document, section.heading.end, section.span.end)
    if not blocks:
        newline = newline_near(source, section.heading.start)
        end = trimmed(source, section.heading.start, section.heading.end).end
        return (Edit(end, end, newline * (2 if are_headings_set_off(document) else 1) + value),)
    held = find_placeholder(source, blocks)
    if held is None or len(blocks) > 1 or len(items_of(held[0])) > 1:
        raise Refused(
            f"“{heading}” says something already",
            help="`trueplan add point` adds to it; edit it by hand to say something else",
        )
    block, span = held
    if block.kind == "list" and not says_nothing(span.slice(source).decode("utf-8", "replace")):
        return (Edit(span.start, span.end, value),)
    return (Edit(*trimmed(source, block.start, block.end), value),)
