"""Is this line the heading of a phase? Its word, number, title and decoration."""

from __future__ import annotations

import re
from typing import NamedTuple

from trueplan.reader.vocabulary import PHASE_LETTERS, PHASE_WORDS

_LEAD = re.compile(r"^(?:[^\w(\[\-]|\[[ xX~✓]\]\s)*(?:\d+(?:\.\d+)*[.)]\s+(?=[^\W\d_]))?")
_LATIN_WORD = re.compile(r"[A-Za-z]+(?: [Ss]tory)?")
_NUMBER = re.compile(
    r"[ \t]*[#-]?[ \t]*(?P<number>-?\d+(?:\.\d+)*[A-Za-z]?(?:[ ]?[-–&/][ ]?\d+(?:\.\d+)*[A-Za-z]?(?![\w]))?|[A-Z](?![A-Za-z])|[IVX]{1,4}(?![A-Za-z]))"
    r"(?P<plus>\+?)(?![\w%])"
)
_CJK = re.compile(
    r"(?:第\s*(?P<n1>\d+|[一二三四五六七八九十]+)\s*(?P<w1>"
    + "|".join(sorted((word for word in PHASE_WORDS if not word.isascii()), key=len, reverse=True))
    + r"))|(?P<n2>\d+)\s*(?P<w2>단계)|(?P<w3>"
    + "|".join(sorted((word for word in PHASE_WORDS if not word.isascii()), key=len, reverse=True))
    + r")\s*(?P<n3>\d+(?:\.\d+)*[A-Za-z]?|[一二三四五六七八九十]+)"
)
_KEYWORDLESS = re.compile(
    r"^[^\w(\[]*(?:(?P<number>\d+(?:\.\d+)?)(?:[.)、]|\s*[-–—:])|(?P<letter>[A-Z])\))\s+(?=\S)"
)
_SEPARATOR = re.compile(r"^[ \t]*(?:[:：.)|]|[-–—→]+(?=\s|$))[ \t]*")
_DONE = re.compile(
    r"[✅☑✔✓]|\[[xX]\]|\b(?:COMPLETED?|DONE|SHIPPED|FINISHED|IMPLEMENTED|MERGED)\b|已完成|完了|완료",
)
_DONE_WORD = re.compile(
    r"[-–—:(\[|]\s*(?:completed?|done|shipped|finished|implemented|merged)\b\s*(?:[)\]|,.(]|$|\d)",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:in progress|incomplete|partial(?:ly)?|not started|not (?:complete|done|yet)|pending"
    r"|remaining|ongoing|wip|todo|planned|to do)\b|⏳|🚧|🔄|\[ \]|\b\d{1,2}%",
    re.IGNORECASE,
)
_CANCELLED = re.compile(
    r"❌|🚫|\b(?:CANCELL?ED|SKIPPED|DROPPED|ABANDONED)\b"
    r"|[-–—:(\[|]\s*(?:cancell?ed|skipped|dropped|abandoned)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|←.*$)\s*$")
_STATE_TAIL = re.compile(
    r"\s*(?:[-–—:|]\s*)?(?:✅|☑|✔|⏳|🚧|🔄|❌|⏸)?️?\s*"
    r"(?:\b(?:completed?|done|in progress|not started|cancelled|COMPLETE|DONE))?\s*✅?\s*$",
    re.IGNORECASE,
)
_CJK_DIGITS = "一二三四五六七八九十"


class PhaseHeading(NamedTuple):
    """A line that may open a phase.

    `word` is the keyword ("phase"), "" without one; `number` as written; `weak` where words
    follow the number with nothing between, as in "Phase 5 Architecture".
    """

    word: str
    number: str
    title: str
    weak: bool
    done: bool
    cancelled: bool


def read_phase_heading(text: str) -> PhaseHeading | None:
    """The phase that `text` opens by a keyword and a number, None where it does not."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    parts = _latin(text, start)
    if parts is None:
        parts = None if text.isascii() else _cjk(text, start)
    if parts is None:
        return None
    word, number, end = parts
    return _finish(word, number, text, end)


def read_numbered_heading(text: str) -> PhaseHeading | None:
    """The unit that `text` opens by a number alone (`1. Set up`)."""
    match = _KEYWORDLESS.match(text)
    if match is None:
        return None
    title = text[match.end() :]
    number = match["number"] or match["letter"]
    return PhaseHeading("", number, _clean_title(title), False, *states_of(title))


def _latin(text: str, start: int) -> tuple[str, str, int] | None:
    match = _LATIN_WORD.match(text, start)
    if match is None:
        return None
    word = match[0].lower()
    if word not in PHASE_WORDS:
        first = word.split(" ")[0]
        if first in PHASE_WORDS:
            word, end = first, start + len(first)
        elif match[0] in PHASE_LETTERS and text[match.end() : match.end() + 1].isdigit():
            end = match.end()
        else:
            return None
    else:
        end = match.end()
    number = _NUMBER.match(text, end)
    if number is None or (end == number.start("number") and len(word) > 1):
        return None
    return word.rstrip("s") if word != "s" else word, number["number"], number.end()


def _cjk(text: str, start: int) -> tuple[str, str, int] | None:
    match = _CJK.match(text, start)
    if match is None:
        return None
    number = match["n1"] or match["n2"] or match["n3"]
    word = match["w1"] or match["w2"] or match["w3"]
    if number[0] in _CJK_DIGITS:
        number = str(_CJK_DIGITS.index(number[0]) + 1) if len(number) == 1 else number
    return word, number, match.end()


def _finish(word: str, number: str, text: str, end: int) -> PhaseHeading:
    rest = text[end:]
    separator = _SEPARATOR.match(rest)
    tail = rest[separator.end() :] if separator else rest.lstrip()
    first = tail[:1]
    weak = separator is None and (first.isalnum() or first in "'’\"`&")
    done, cancelled = states_of(text)
    return PhaseHeading(word, number.strip(), _clean_title(tail), weak, done, cancelled)


def states_of(text: str) -> tuple[bool, bool]:
    """Whether a heading says that its phase is done, and that it is called off."""
    cancelled = _CANCELLED.search(text) is not None
    done = (_DONE.search(text) or _DONE_WORD.search(text)) is not None
    return done and not cancelled and _NOT_DONE.search(text) is None, cancelled


def _clean_title(title: str) -> str:
    """The title without remarks in brackets and words of state at its end."""
    before = None
    while before != title:
        before = title
        title = _REMARK.sub("", title)
        title = _STATE_TAIL.sub("", title).rstrip()
    return title.strip().strip("*~ ")
