"""Add tasks, deliverables or acceptance criteria to a phase, as the phase writes them."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.edit.document import Document
from trueplan.edit.find_item import find_list_item, find_listed
from trueplan.edit.labels import LabelLine, labels_of
from trueplan.edit.lists import (
    add_items,
    are_headings_set_off,
    find_placeholder,
    nesting,
    trimmed,
)
from trueplan.edit.phase_place import BULLETS, insert_part
from trueplan.errors import NoPlace
from trueplan.markdown import AnyBlock
from trueplan.model.item import Item
from trueplan.model.phase import Phase
from trueplan.reader.guidance import is_guidance
from trueplan.reader.points import says_nothing
from trueplan.record import Literal
from trueplan.text import Edit, newline_near

Group = Literal["task", "deliverable", "acceptance"]


def add_to_phase(
    document: Document,
    phase: Phase,
    group: Group,
    words: Sequence[str],
    after: Item | None = None,
) -> tuple[Edit, ...]:
    """The edits that add items to a group of a phase: last, or behind `after`.

    They are written as the others are; the first of a group has a box where other phases give
    theirs one, and a task always. Raises NoPlace where the phase is a row of a table.
    """
    there = {"task": phase.tasks, "deliverable": phase.deliverables, "acceptance": phase.acceptance}
    items = [item for item in there[group] if not says_nothing(item.text)]
    if after is not None or items:
        block, listed = find_list_item(document, after or items[-1])
        return (add_items(document.source, block, words, after=listed),)
    if phase.level == "table":
        raise NoPlace(
            f"phase {phase.number or phase.title} is a row of a table, which has no place for it",
            help="give the phase a heading of its own, with its tasks below",
        )
    if phase.level == "list" and group != "task":
        raise NoPlace(
            "a phase that is an item of a list has a place for tasks only",
            help="give the phase a heading of its own",
        )
    if phase.level == "list":
        return (_below_item(document, phase, words),)
    box = "[ ] " if _has_boxes(document, group) else ""
    newline = newline_near(document.source, phase.heading.start)
    label = next((one for one in labels_of(document, phase) if one.meaning == group), None)
    if label is not None:
        return (_below_label(document, label, words, box),)
    bullet = _bullet(document)
    lines = "".join(f"{newline}{bullet}{box}{' '.join(one.split())}" for one in words)
    return (insert_part(document, phase, group, lines),)


def add_below(document: Document, item: Item, words: Sequence[str]) -> tuple[Edit, ...]:
    """The edits that nest items in another: behind those in it, else as the first, with a box.

    A plain bullet below an item would be a remark about it.
    """
    if item.children:
        block, listed = find_list_item(document, item.children[-1])
        return (add_items(document.source, block, words, after=listed),)
    source = document.source
    _, listed = find_list_item(document, item)
    newline = newline_near(source, item.span.start)
    end = trimmed(source, listed.start, listed.end).end
    indent, bullet = nesting(source, listed)
    text = "".join(f"{newline}{indent}{bullet} [ ] {' '.join(one.split())}" for one in words)
    return (Edit(end, end, text),)


def _below_item(document: Document, phase: Phase, words: Sequence[str]) -> Edit:
    """The tasks of a phase that is an item of a list are nested in it."""
    source = document.source
    newline = newline_near(source, phase.span.start)
    found = find_listed(document, phase.span.start)
    if found is None:
        raise NoPlace("the list of phases cannot be found", help="add the task by hand")
    indent, _ = nesting(source, found[1])
    end = trimmed(source, *phase.span).end
    text = "".join(f"{newline}{indent}- [ ] {' '.join(one.split())}" for one in words)
    return Edit(end, end, text)


def _below_label(document: Document, label: LabelLine, words: Sequence[str], box: str) -> Edit:
    """In place of the words that hold a place below a label, else right below it."""
    source = document.source
    newline = newline_near(source, label.line.start)
    if label.lead(source).startswith(BULLETS):
        newline += "  "
    texts = [f"{box}{' '.join(one.split())}" for one in words]
    below = _first_below(document, label)
    held = find_placeholder(source, [below]) if below is not None else None
    if held is not None:
        _, span = held
        return Edit(*span, ("" if held[0].kind == "list" else "- ") + f"{newline}- ".join(texts))
    bullets = f"{newline}- ".join(texts)
    if label.value.start < label.value.end and _holds_place(source, label):
        start = label.line.start + len(label.lead(source).encode())
        return Edit(start, label.value.end, f"{newline}- {bullets}")
    gap = newline * (2 if label.heading and are_headings_set_off(document) else 1)
    return Edit(label.line.end, label.line.end, f"{gap}- {bullets}")


def _holds_place(source: bytes, label: LabelLine) -> bool:
    """Whether guidance, or a word such as "None", stands behind a label."""
    raw = label.value.slice(source)
    return is_guidance(raw) or says_nothing(raw.decode("utf-8", "replace"))


def _first_below(document: Document, label: LabelLine) -> AnyBlock | None:
    """The block that begins right below a label, with at most one blank line between."""
    for block in document.markdown.blocks:
        if block.start >= label.line.end:
            between = document.source[label.line.end : block.start]
            return block if between.count(b"\n") <= 2 else None
    return None


def _has_boxes(document: Document, group: Group) -> bool:
    """Whether other phases give the items of a group boxes; tasks have one in any case."""
    if group == "task":
        return True
    for phase in reversed(document.plan.phases):
        items = phase.deliverables if group == "deliverable" else phase.acceptance
        if items:
            return items[-1].marker is not None
    return False


def _bullet(document: Document) -> str:
    """The bullet that lists of the plan have: that of the last one."""
    items = [item for phase in document.plan.phases for item in phase.items]
    lead = document.source[items[-1].span.start :][:2] if items else b""
    return lead.decode() if lead in (b"* ", b"+ ") else "- "
