"""A row of the list of completed phases: what it claims, and how to write another claim."""

from __future__ import annotations

from trueplan.edit.voice import in_voice
from trueplan.model.plan import Plan, ProgressRow
from trueplan.model.status import PlanState
from trueplan.record import Record
from trueplan.text import Edit, Span

_STATES: dict[str, PlanState] = {
    "not started": "planned",
    "planned": "planned",
    "in progress": "in_progress",
    "completed": "completed",
    "complete": "completed",
    "done": "completed",
}
_SEPARATORS = "-–—:(|,"
_OPEN_SIGNS = ("⏳", "🚧", "🔄", "📋", "🔲", "⬜", "❌")
_LOOK_BACK = 12  # bytes: a sign with its variation selector, and spaces


class Claim(Record):
    """What a row says: by its box, by its words of state (at `span`), or by both."""

    done: bool
    open: bool
    state: PlanState | None
    words: str
    span: Span | None


def read_claim(row: ProgressRow, source: bytes) -> Claim:
    """What a row claims. Words count only behind a separator: titles hold them too."""
    words, span, state = "", None, None
    if row.status_span is not None and _is_set_off(row.status_span, source):
        span = row.status_span
        words = span.slice(source).decode("utf-8", "replace")
        state = _STATES.get(words.lower())
    done = row.done or state == "completed"
    is_open = (row.marked and not row.done) or state in ("planned", "in_progress")
    return Claim(done, is_open, state, words, span)


def _is_set_off(span: Span, source: bytes) -> bool:
    before = source[max(0, span.start - 24) : span.start].decode("utf-8", "ignore").rstrip(" *_\t️")
    return bool(before) and (before[-1] in _SEPARATORS or not before[-1].isalnum())


def set_done(row: ProgressRow, claim: Claim, plan: Plan, source: bytes) -> tuple[Edit, ...]:
    """Tick the row and write that the phase is completed, as other rows write it."""
    edits: list[Edit] = []
    if row.marker is not None and not row.done:
        edits.append(Edit(row.marker.start, row.marker.end, "[x]"))
    if claim.span is not None and claim.state != "completed":
        edits += _sign_edit(claim.span, source, "✅")
        word = in_voice(word_for_done(plan, source), claim.words)
        edits.append(Edit(claim.span.start, claim.span.end, word))
    return tuple(edits)


def set_untouched(row: ProgressRow, claim: Claim) -> tuple[Edit, ...]:
    """Untick the row; only where nothing, such as a date, stands behind its words of state."""
    edits: list[Edit] = []
    if row.marker is not None and row.done:
        edits.append(Edit(row.marker.start, row.marker.end, "[ ]"))
    if row.date is not None or row.journal is not None or row.marker is None:
        return ()
    if claim.span is not None and claim.state == "completed":
        if claim.span.end != row.span.end:
            return ()
        written = in_voice("Not Started", claim.words)
        edits.append(Edit(claim.span.start, claim.span.end, written))
    return tuple(edits)


def word_for_done(plan: Plan, source: bytes) -> str:
    """The word that the other rows use for a phase that is done."""
    for row in plan.progress.rows:
        words = read_claim(row, source).words
        if _STATES.get(words.lower()) == "completed":
            return words.capitalize()
    return "Completed"


def _sign_edit(span: Span, source: bytes, sign: str) -> list[Edit]:
    """The edit of a sign right before words of state, if one says that the phase is open."""
    start = max(0, span.start - _LOOK_BACK)
    for old in _OPEN_SIGNS:
        at = source.rfind(old.encode(), start, span.start)
        if at >= 0:
            end = at + len(old.encode())
            if source[end : end + 3] == b"\xef\xb8\x8f":
                end += 3
            return [Edit(at, end, sign)]
    return []
