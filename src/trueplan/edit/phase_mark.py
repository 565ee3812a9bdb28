"""Say how far a phase is, in every place of the plan that says so.

Those are the row of the list of completed phases, a status below the phase's heading or in its
row of a table, the box of a phase that is a list item, and a mark in the heading.
"""

from __future__ import annotations

import re

from trueplan.edit.document import Document
from trueplan.edit.progress_row import read_claim, word_for_done
from trueplan.edit.row_state import RowState, first_row, new_row, set_row
from trueplan.edit.table import find_cell, find_table, set_cell
from trueplan.edit.voice import in_voice
from trueplan.model.phase import Phase, bare_number
from trueplan.model.plan import ProgressRow
from trueplan.model.status import Status
from trueplan.record import Literal
from trueplan.text import Edit, Span
from trueplan.text.pattern import Pattern

# The sign and the words of state with which a status begins; a remark may follow.
_STATED = Pattern(
    r"(?:[^\w\s(\[]+\s*)?(?:not started|in[ -_]?progress|planned|paused|on hold|completed?|done"
    r"|cancell?ed|blocked|pending|ready|started)\b",
    re.IGNORECASE,
)
_DONE_WORDS = r"(?:completed?|done|cancell?ed|shipped|skipped)"
# A mark in a heading: a sign, a word of state, or both, with what sets them off from the title.
_MARK = Pattern(
    rf"[ \t]*[-–—:]?[ \t]*\**"
    rf"(?:[✅☑✔✓❌🚫]\ufe0f?(?:[ \t]*(?:\({_DONE_WORDS}\)|{_DONE_WORDS}\b))?"
    rf"|\({_DONE_WORDS}\)|{_DONE_WORDS}\b)\**",
    re.IGNORECASE,
)

PhaseMark = Literal["planned", "in_progress", "paused", "completed", "cancelled"]

_WORDS: dict[PhaseMark, str] = {
    "planned": "Not Started",
    "in_progress": "In Progress",
    "paused": "Paused",
    "completed": "Completed",
    "cancelled": "Cancelled",
}


def mark_phase(
    document: Document,
    phase: Phase,
    mark: PhaseMark,
    day: str,
    journal: str | None = None,
    *,
    create_section: bool = False,
) -> tuple[Edit, ...]:
    """The edits that make the plan say `mark` of a phase; none where it has no place for that.

    A row that becomes completed gets the `day` and the `journal`, a link as Markdown. Where there
    is no place, `create_section` makes the list of completed phases.
    """
    state = RowState(mark, _WORDS[mark], day, journal)
    edits = [*_in_rows(document, phase, state)]
    edits += _in_status(document, phase, mark)
    edits += _in_heading(document, phase, mark)
    if not edits and create_section and _has_no_place(phase):
        return first_row(document, phase, state)
    return tuple(dict.fromkeys(edits))  # a row may be the phase itself, and its box the same


def _has_no_place(phase: Phase) -> bool:
    """Whether only the boxes of a phase below a heading tell how far it is."""
    closed = phase.marked_done or phase.marked_cancelled
    return isinstance(phase.level, int) and phase.status is None and not closed


def row_of(document: Document, phase: Phase) -> ProgressRow | None:
    """The row of a phase in the list of completed phases."""
    if phase.number is None:
        return None
    number = bare_number(phase.number)
    rows = document.plan.progress.rows
    return next((row for row in rows if row.number and bare_number(row.number) == number), None)


def says_done(document: Document, phase: Phase) -> bool:
    """Whether a row or a mark calls the phase completed, whatever its boxes say."""
    row = row_of(document, phase)
    if row is not None:
        return read_claim(row, document.source).done
    return phase.marked_done


def _in_rows(document: Document, phase: Phase, state: RowState) -> tuple[Edit, ...]:
    row = row_of(document, phase)
    if row is not None:
        return set_row(document, row, state)
    if phase.number is None or phase.level in ("list", "table"):
        return ()
    return new_row(document, phase, state)


def _in_status(document: Document, phase: Phase, mark: PhaseMark) -> tuple[Edit, ...]:
    """The status of the phase itself: below its heading, or in its row of a table."""
    status = phase.status
    if status is None:
        return ()
    words = _WORDS[mark]
    if mark == "completed":
        words = _word_for_done(document)
    span = _words_span(status, document.source)
    raw = span.slice(document.source).decode("utf-8", "replace")
    stated = _STATED.match(raw)
    old, remark = (stated[0], raw[stated.end() :]) if stated else (raw, "")
    written = in_voice(words, old)
    if phase.level == "table":
        table = find_table(document.markdown, status.span.start)
        place = find_cell(table, status.span.start) if table is not None else None
        if table is not None and place is not None:
            return (set_cell(document.source, table, *place, f"{written}{remark}"),)
    return (Edit(span.start, span.start + len(old.encode()), written),)


def _words_span(status: Status, source: bytes) -> Span:
    raw = status.raw.encode()
    at = status.span.slice(source).find(raw)
    if at < 0:
        return status.span
    start = status.span.start + at
    return Span(start, start + len(raw))


def _word_for_done(document: Document) -> str:
    """How the plan calls a phase that is done: as another phase of it does."""
    for phase in document.plan.phases:
        if phase.status is not None and phase.status.value == "completed":
            letters = phase.status.raw.strip("✅☑✔️ ")
            if letters.isalpha():
                return letters.capitalize()
    return word_for_done(document.plan, document.source)


def _in_heading(document: Document, phase: Phase, mark: PhaseMark) -> tuple[Edit, ...]:
    """The box of a phase that is a list item or has one in its heading, or a mark behind it."""
    source = document.source
    box = _box(document, phase)
    if box is not None:
        wanted = "[x]" if mark == "completed" else "[ ]"
        there = source[box : box + 3].decode().lower()
        return (Edit(box, box + 3, wanted),) if there != wanted else ()
    if phase.level == "table" or phase.status is not None:
        return ()
    end = phase.heading.end
    tail = _heading_tail(document, phase)
    if tail is not None:
        return (Edit(tail.start, tail.end, ""), *_new_mark(document, mark, tail.start))
    return _new_mark(document, mark, end)


def _new_mark(document: Document, mark: PhaseMark, end: int) -> tuple[Edit, ...]:
    """A mark behind the heading, where the plan marks phases so, or nothing else can tell."""
    if mark == "cancelled":
        return (Edit(end, end, " (cancelled)"),)
    if mark != "completed":
        return ()
    for other in document.plan.phases:
        tail = _heading_tail(document, other) if other.marked_done else None
        if tail is not None:
            words = tail.slice(document.source).decode("utf-8", "replace")
            if not any(sign.isdigit() for sign in words):
                return (Edit(end, end, words),)
            return (Edit(end, end, " ✅"),)
    return ()


def _heading_tail(document: Document, phase: Phase) -> Span | None:
    """What stands behind the title of a heading and tells of its state; None without."""
    if not (phase.marked_done or phase.marked_cancelled) or not isinstance(phase.level, int):
        return None
    raw = phase.heading.slice(document.source)
    title = phase.title.encode()
    at = raw.rfind(title)
    if at < 0 or not title:
        return None
    start = phase.heading.start + at + len(title)
    words = document.source[start : phase.heading.end].decode("utf-8", "replace")
    found = max(_MARK.finditer(words), key=lambda match: len(match[0].strip()), default=None)
    if found is None or not found[0].strip():
        return None
    first = start + len(words[: found.start()].encode())
    return Span(first, first + len(found[0].encode()))


def _box(document: Document, phase: Phase) -> int | None:
    start, end = phase.heading
    if phase.level == "list":
        start = phase.span.start
    return next((at for at, _ in document.markdown.boxes if start <= at < end), None)
