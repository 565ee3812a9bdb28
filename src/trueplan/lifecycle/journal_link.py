"""The dev journal of a phase, as the row of the phase links to it."""

from __future__ import annotations

from trueplan.edit.document import Document
from trueplan.model.phase import Phase
from trueplan.reader.phases_named import phases_named

_TEXT = "Dev Journal"


def find_journal_link(document: Document, phase: Phase) -> str | None:
    """The last journal entry that names the phase, as a link; None where none does."""
    if phase.number is None:
        return None
    source = document.source
    for link in reversed(document.plan.progress.journals):
        start = source.rfind(b"\n", 0, link.span.start) + 1
        end = source.find(b"\n", link.span.end)
        words = source[start : len(source) if end < 0 else end].decode("utf-8", "replace")
        if phase.number.lower() in phases_named(words):
            return link_as_rows_do(document, link.target)
    return None


def link_as_rows_do(document: Document, target: str) -> str:
    """The link to a journal, called what other rows call theirs."""
    return f"[{_link_text(document)}]({target})"


def _link_text(document: Document) -> str:
    """What other rows call their journal, where that fits every phase."""
    for row in document.plan.progress.rows:
        if row.journal is not None:
            raw = row.journal.span.slice(document.source).decode("utf-8", "replace")
            text = raw.partition("](")[0].removeprefix("[")
            if text and not any(sign.isdigit() for sign in text):
                return text
    return _TEXT
