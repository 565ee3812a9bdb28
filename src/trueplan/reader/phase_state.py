"""What the heading of a phase says of its state, and its title without that."""

from __future__ import annotations

import re
import unicodedata

from trueplan.text.pattern import Pattern

_DONE = Pattern(
    r"[✅☑✔✓]|\[[xX]\]|\b(?:COMPLETED?|DONE|SHIPPED|FINISHED|IMPLEMENTED|MERGED)\b|已完成|完了|완료"
    r"|[-–—:(\[|]\s*(?i:completed?|done|shipped|finished|implemented|merged)\b\s*(?:[)\]|,.(]|$|\d)"
)
_NOT_DONE = Pattern(
    r"\b(?:in progress|incomplete|partial(?:ly)?|not started|not (?:complete|done|yet)|pending"
    r"|remaining|ongoing|wip|todo|planned|to do)\b|⏳|🚧|🔄|\[ \]|\b\d{1,2}%",
    re.IGNORECASE,
)
_CANCELLED = Pattern(
    r"❌|🚫|\b(?:CANCELL?ED|SKIPPED|DROPPED|ABANDONED)\b"
    r"|[-–—:(\[|]\s*(?i:cancell?ed|skipped|dropped|abandoned)\b"
)
_STATE_WORDS = ("completed", "complete", "done", "in progress", "not started", "cancelled")
_SYMBOLS = ("So", "Mn", "Sk", "Cn")  # emoji and what modifies them
_STATE_STEMS = (
    "complet", "done", "shipped", "finished", "implemented", "merged", "cancel", "skipped",
    "dropped", "abandoned", "[x]", "✅", "☑", "✔", "✓", "❌", "🚫", "已完成", "完了", "완료",
)  # fmt: skip


def states_of(text: str) -> tuple[bool, bool]:
    """Whether a heading says that its phase is done, and that it is called off."""
    lowered = text.lower()
    if not any(stem in lowered for stem in _STATE_STEMS):
        return False, False
    cancelled = _CANCELLED.search(text) is not None
    if cancelled or _DONE.search(text) is None:
        return False, cancelled
    return _NOT_DONE.search(text) is None, False


def clean_title(title: str) -> str:
    """The title without remarks in brackets, and signs and words of state, at its ends."""
    title = title.strip()
    while title and title[0] > "\u2190" and unicodedata.category(title[0]) in _SYMBOLS:
        title = title[1:].lstrip()
    while title:
        shorter = _without_tail(title)
        if shorter == title:
            break
        title = shorter
    return title.strip("*~ ")


def _without_tail(title: str) -> str:
    last = title[-1]
    if last in ")）":
        at = max(title.rfind("("), title.rfind("（"))
        if at >= 0:
            return title[:at].rstrip()
    if last == "]" and "[" in title:
        return title[: title.rindex("[")].rstrip()
    if last in "-–—:：|←" or (last > "\u2190" and unicodedata.category(last) in _SYMBOLS):
        return title[:-1].rstrip()
    if "←" in title:
        return title[: title.rindex("←")].rstrip()
    lowered = title.lower()
    for word in _STATE_WORDS:
        if lowered.endswith(word):
            before = title[: -len(word)].rstrip()
            if not before or not before[-1].isalnum() or title[-len(word) :].isupper():
                return before
    return title
