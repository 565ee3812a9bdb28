"""The heading of a new phase, as the last one has it: its word, number, separator."""

from __future__ import annotations

from trueplan.edit.document import Document
from trueplan.model.phase import Phase

_SIGNS = "✅☑✔✓🚧📋⏳🔄🔲⬜⏸️❌ ~"

_MARKUP = "*_`"


def next_heading(document: Document, last: Phase, number: str | None, title: str) -> str:
    """The words of the heading of `last` with another number and title, without its remarks."""
    words = " ".join(title.split())
    if number is None or not last.number:
        return words
    raw = last.heading.slice(document.source).decode("utf-8", "replace").strip()
    raw = raw.lstrip("#").strip().split("\n")[0].rstrip("\r")
    at = raw.find(last.number, max(raw.lower().find(last.word.lower()), 0) if last.word else 0)
    if at < 0:
        return f"{(last.word or 'phase').capitalize()} {number}: {words}"
    behind = at + len(last.number)
    title_at = raw.find(last.title, behind) if last.title else -1
    separator = raw[behind:title_at] if title_at >= 0 else ": "
    lead = raw[:at].lstrip(_SIGNS)
    tail = raw[title_at + len(last.title) :] if title_at >= 0 else ""
    closing = tail[: len(tail) - len(tail.lstrip(_MARKUP))]  # of what opens before the number
    return f"{lead}{number}{separator}{words}{closing if lead.lstrip()[:1] in _MARKUP else ''}"
