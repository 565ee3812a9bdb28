"""Add what must hold in the end: requirements, quality gates, other success criteria."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.edit.create_section import create_section, ensure_creatable, find_section
from trueplan.edit.document import Document
from trueplan.edit.find_item import find_list_item
from trueplan.edit.lists import add_items, fill_section
from trueplan.model.item import Item
from trueplan.record import Literal
from trueplan.text import Edit, newline_near

CriterionKind = Literal["functional", "nonfunctional", "gate", "criterion"]

_ELEMENTS: dict[CriterionKind, str] = {
    "functional": "functional",
    "nonfunctional": "nonfunctional",
    "gate": "gates",
    "criterion": "criteria",
}


def items_of_kind(document: Document, kind: CriterionKind) -> tuple[Item, ...]:
    """The criteria of a kind that the plan has."""
    criteria = document.plan.criteria
    return {
        "functional": criteria.functional,
        "nonfunctional": criteria.nonfunctional,
        "gate": criteria.gates,
        "criterion": criteria.others,
    }[kind]


def add_criterion(
    document: Document,
    kind: CriterionKind,
    words: Sequence[str],
    *,
    create: bool = False,
) -> tuple[Edit, ...]:
    """The edits that add criteria of a kind; boxed, unless the others of their list are not.

    `create` makes the section where there is none. Raises NoPlace without.
    """
    there = items_of_kind(document, kind)
    if there:
        block, listed = find_list_item(document, there[-1])
        return (add_items(document.source, block, words, after=listed),)
    element = _ELEMENTS[kind]
    section = find_section(document, element)
    if section is not None:
        return (fill_section(document, section.heading, section.span, words, box=True),)
    ensure_creatable(element, create=create)
    newline = newline_near(document.source, 0)
    body = newline.join(f"- [ ] {' '.join(one.split())}" for one in words)
    return create_section(document, element, body)
