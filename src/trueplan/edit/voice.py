"""State words written as a document writes them: its case, its sign."""

from __future__ import annotations

from trueplan.model.status import Status
from trueplan.text import Edit

_SIGNS = {
    "Planned": "📋",
    "Not Started": "📋",
    "In Progress": "🚧",
    "Paused": "⏸️",
    "Completed": "✅",
    "Complete": "✅",
    "Done": "✅",
    "Cancelled": "❌",
}
_LONGEST = 32
_LONGEST_PATH = 80
_SIGNED = "📋📝🔲⬜⏳🚧🔄🏗🟡🟢✅☑✔⏸❌🚫"


def in_voice(words: str, raw: str) -> str:
    """`words` in the case of `raw`, with a sign before them where `raw` has one.

    A status joined by a hyphen or underscore is joined in the same way.
    """
    letters = raw.lstrip(_SIGNED + "️ ")
    signed = letters != raw and raw[:1] in _SIGNED and words in _SIGNS
    sign = f"{_SIGNS[words]} " if signed else ""
    if "_" in letters:
        words = words.replace(" ", "_")
    elif "-" in letters and " " not in letters:
        words = words.replace(" ", "-")
    if letters.islower():
        return sign + words.lower()
    return sign + (words.upper() if letters.isupper() and len(letters) > 1 else words)


def status_edit(status: Status, words: str, source: bytes) -> Edit | None:
    """The edit that sets a status to `words`; None where it carries more than its word.

    A remark such as "Planned (after the season)" is a person's, and is not thrown away.
    """
    letters = status.raw.lstrip(_SIGNED + "️ ")
    if len(letters.split()) > 3 or any(sign in letters for sign in "([,;:—–.") or " - " in letters:
        return None
    if any(letter.isdigit() for letter in letters):
        return None
    raw = status.raw.encode()
    at = status.span.slice(source).find(raw)
    if at < 0:
        return None
    start = status.span.start + at
    written = in_voice(words, status.raw)
    if source.startswith(b"---") and letters.islower() and _in_front_matter(start, source):
        written = written.replace(" ", "-")
    return Edit(start, start + len(raw), written)


def _in_front_matter(offset: int, source: bytes) -> bool:
    end = source.find(b"\n---", 3)
    return 0 < offset < end


def quoted_path(path: str) -> str:
    """A path as a message quotes it: whole, or from a folder on where it is very long."""
    if len(path) <= _LONGEST_PATH:
        return f"“{path}”"
    end = path[1 - _LONGEST_PATH :]
    folder = end.find("/")
    return f"“…{end[max(folder, 0) :]}”"


def quoted(raw: str) -> str:
    """A status as a message quotes it: in quotation marks, cut after some words."""
    words = " ".join(raw.split())
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[: _LONGEST - 1].rstrip()}…”"
