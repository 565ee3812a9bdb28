"""What closes a plan: success criteria, notes and the retrospective."""

from __future__ import annotations

from trueplan.model.item import Item, ItemKind
from trueplan.model.plan import Criteria, Note, Retrospective
from trueplan.reader.dates import find_date
from trueplan.reader.items import list_items, read_items
from trueplan.reader.points import read_points
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.vocabulary import SECTIONS
from trueplan.reader.words import heading_words, split_label
from trueplan.text import Span

_KINDS: dict[str, ItemKind] = {
    "functional": "functional",
    "nonfunctional": "nonfunctional",
    "gates": "gate",
}


def read_criteria(nodes: list[Node], source: Source) -> Criteria:
    """The criteria of the section: by sub-heading or bold label, the rest as they come."""
    found: dict[str, list[Item]] = {
        "functional": [],
        "nonfunctional": [],
        "gate": [],
        "criterion": [],
    }
    for node in nodes:
        kind = _KINDS.get((node.element or ""), "criterion")
        for block in node.blocks:
            if block.kind == "paragraph":
                split = split_label(source.text(block.start, block.end))
                words = heading_words(split.words) if split else ""
                kind = _KINDS.get(SECTIONS.get(words, ""), kind)
            elif block.kind == "list":
                found[kind].extend(read_items((block,), kind, source))
    return Criteria(
        tuple(found["functional"]),
        tuple(found["nonfunctional"]),
        tuple(found["gate"]),
        tuple(found["criterion"]),
    )


def read_notes(nodes: list[Node], source: Source) -> tuple[Note, ...]:
    """The notes, with the day that each starts with."""
    notes: list[Note] = []
    for node in nodes:
        for item in list_items(node.blocks):
            words = source.lead(item)
            raw = source.text(words.span.start, words.span.end)
            date = find_date(raw[:40], source.span_of(raw[:40], words.span.start))
            notes.append(Note(date, words, Span(item.start, item.end)))
    return tuple(notes)


def read_retrospective(nodes: list[Node], source: Source) -> Retrospective:
    """The four parts; points that only hold a place are left out."""
    first = nodes[0]
    parts: dict[str, list[object]] = {}
    for depth, node in enumerate(nodes):
        if depth and node.words == "facts":
            continue  # they were gathered, nobody has learnt from them yet
        element = (node.element or "other") if depth else "other"
        if element not in ("well", "improve", "lessons", "repeat"):
            element = "other"
        parts.setdefault(element, []).extend(read_points(node.blocks, source))
    return Retrospective(
        Span(first.start, first.end),
        **{name: tuple(points) for name, points in parts.items()},  # type: ignore[arg-type]
    )
