"""Set what a phase says of itself: goal, estimate, dependencies, title."""

from __future__ import annotations

from trueplan.edit.document import Document
from trueplan.edit.labels import PHASE_LABELS, labels_of
from trueplan.edit.phase_place import insert_part
from trueplan.edit.table import find_cell, find_table, set_cell
from trueplan.errors import NoPlace
from trueplan.model.phase import Phase
from trueplan.text import Edit, Span

PHASE_FIELDS = ("title", "goal", "estimate", "depends")


def set_phase_field(document: Document, phase: Phase, key: str, value: str) -> tuple[Edit, ...]:
    """The edits that make a phase say `value`; a label that it lacks is added at its place.

    Raises NoPlace where the phase is a row or an item that has no place for it.
    """
    words = " ".join(value.split())
    if key == "title":
        return (_title(document, phase, words),)
    if phase.level == "table":
        return (_in_row(document, phase, key, words),)
    label = next((one for one in labels_of(document, phase) if one.meaning == key), None)
    if label is not None:
        if label.heading:
            raise NoPlace(
                f"“{label.words}” of the phase is a heading with text below it",
                help="edit it by hand",
            )
        start = label.line.start + len(label.lead(document.source).encode())
        return (Edit(start, max(label.value.end, start), f" {words}"),)
    if key == "estimate" and phase.estimate is not None:
        span = phase.estimate.span  # in the heading: "(2 hours)"
        return (Edit(span.start, span.end, words),)
    if phase.level == "list":
        raise NoPlace(
            f"a phase that is an item of a list has no place for its {PHASE_LABELS[key].lower()}",
            help="give the phase a heading of its own",
        )
    return (insert_part(document, phase, key, words),)


def _title(document: Document, phase: Phase, words: str) -> Edit:
    """Only the words of the title change; number and remarks stay."""
    source = document.source
    raw = phase.heading.slice(source)
    title = phase.title.encode()
    at = raw.rfind(title) if title else -1
    if at >= 0:
        start = phase.heading.start + at
        return Edit(start, start + len(title), words)
    comment = raw.find(b"<!--")
    if comment >= 0:  # guidance in place of a title
        start = phase.heading.start + comment
        return Edit(start, start + raw.find(b"-->", comment) - comment + 3, words)
    if title:
        raise NoPlace(f"the title of phase {phase.number} cannot be found", help="edit it by hand")
    end = phase.heading.start + len(raw.rstrip().rstrip(b"#").rstrip())
    joint = "" if source[end - 1 : end] in (b":", b"-", b".") else ":"
    return Edit(end, end, f"{joint} {words}")


def _in_row(document: Document, phase: Phase, key: str, words: str) -> Edit:
    known: Span | None = None
    if key == "estimate" and phase.estimate is not None:
        known = phase.estimate.span
    elif key == "depends" and phase.dependencies:
        known = phase.dependencies[0].span
    elif key == "goal" and phase.goal is not None:
        known = phase.goal.span
    table = find_table(document.markdown, phase.span.start)
    place = find_cell(table, known.start) if table is not None and known is not None else None
    if table is None or place is None:
        raise NoPlace(
            f"the row of the phase has no {PHASE_LABELS[key].lower()} yet",
            help="fill its cell by hand",
        )
    return set_cell(document.source, table, *place, words)
