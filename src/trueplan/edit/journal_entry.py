"""The link to a journal where journals are listed, written as the entries there are."""

from __future__ import annotations

import re

from trueplan.edit.verbatim import as_words
from trueplan.reader.phases_named import phases_named
from trueplan.record import Record
from trueplan.text.pattern import Pattern

_LINK = Pattern(r"^(?P<before>.*?)\[(?P<text>(?:\\.|[^\[\]\\])*)\]\([^()]*\)(?P<behind>.*)$")
_MARKER = Pattern(r"^\s*(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?")
_IN_TEXT = Pattern(r"^\d{4}-\d{2}-\d{2}(?P<gap>\s*[:,–—-]?\s+)(?=\S)")
_IN_FRONT = Pattern(r"^(?P<lead>\**)\d{4}-\d{2}-\d{2}(?P<gap>\**\s*[:–—-]?\**\s*)$")
_BEHIND = Pattern(r"^(?P<gap>\s*[-–—:(,]+\s*)\d{4}-\d{2}-\d{2}(?P<end>\)?)\s*$")
_ALONE = Pattern(r"^\d{4}-\d{2}-\d{2}$")
_WORDS_BEHIND = Pattern(r"^(?P<gap>\s*[:–—-]\s+)\S")
_DAY = Pattern(r"\d{4}-\d{2}-\d{2}")
_PHASE_GAP = Pattern(r"^phases?\s+[\w.]+(?P<gap>\s*[:,–—-]\s+|\s+)(?=\w)", re.IGNORECASE)


class Entry(Record):
    """What an entry says: its day, the phases ("Phase 1", "" without) and title, where it leads."""

    day: str
    phase: str
    title: str
    target: str


def write_entry(entry: Entry, like: str = "") -> str:
    """The entry in the manner of the line `like`, else in that of the template.

    The day stands where it does there, and so do the signs between day, phase and title.
    """
    match = _LINK.match(_MARKER.sub("", like, count=1).strip())
    link = f"]({entry.target})"
    if match is None or "YYYY" in like:
        return f"[{entry.day}: {_words(entry, '')}{link}"
    before, text, behind = match["before"], match["text"], match["behind"]
    dated = _IN_TEXT.match(text)
    alone = _ALONE.match(text) is not None
    rest = behind.lstrip(" :–—-") if alone else text[dated.end() :] if dated else text
    words = _words(entry, rest)
    if not before and text.lower().endswith(".md"):
        return f"[{as_words(entry.target.rpartition('/')[2])}{link}"
    if not before and dated is not None:
        return f"[{entry.day}{dated['gap']}{words}{link}"
    if not before and alone and (gap := _WORDS_BEHIND.match(behind)):
        return f"[{entry.day}{link}{gap['gap']}{words}"
    if (front := _IN_FRONT.match(before)) is not None:
        return f"{front['lead']}{entry.day}{front['gap']}[{words}{link}"
    if not before and (end := _BEHIND.match(behind)) is not None:
        return f"[{words}{link}{end['gap']}{entry.day}{end['end']}"
    if not before and not _DAY.search(f"{text}{behind}"):
        return f"[{words}{link}"
    return f"[{entry.day}: {words}{link}"


def _words(entry: Entry, like: str) -> str:
    """Phase and title, with what stands between the two in other entries, else a space."""
    title = as_words(entry.title)
    if not entry.phase or not title:
        return as_words(entry.phase) or title
    found = _PHASE_GAP.match(like)
    words = f"{entry.phase}{found['gap'] if found else ' '}{title}"
    if phases_named(words) == phases_named(entry.phase):
        return words
    return f"{entry.phase}: {title}"  # else the title's first number would be a phase as well
