"""Is this line the heading of a phase? Its word, number, title and decoration."""

from __future__ import annotations

import re
from functools import cache

from trueplan.reader.shapes import PhaseHeading
from trueplan.reader.vocabulary import PHASE_LETTERS, PHASE_WORDS
from trueplan.text.pattern import Pattern

# Decoration, a box, an outer numbering ("3. Phase 1"), then the first word.
_OPENING = Pattern(
    r"[^\w(]*(?:\d\ufe0f?\u20e3\s*)?(?:[xX~] ?\]\s*)?(?:\d+(?:\.\d+)*[.)]\s+)?([^\W\d_]+)"
)
_NUMBER = Pattern(
    r"(?:(?<=\w)[-#]|[ \t]*#)?[ \t]*(?P<number>-?\d{1,6}(?:\.\d{1,6})*[A-Za-z]?"
    r"(?: ?[-–&/] ?\d{1,3}(?:\.\d+)*[A-Za-z]?(?!\w))?|[A-Z](?![A-Za-z])|[IVX]{1,4}(?![A-Za-z]))"
    r"\+?(?![\w%])"
)
_BARE = (
    r"[^\w(\[]*(?:(?P<number>\d{1,6}(?:\.\d{1,6})?)(?:[.)、]|\s*[-–—:])"
    r"|(?P<letter>[A-Z])\))\s+(?=\S)"
)
# Remarks and signs may stand between the number and the separator: "Phase 1 (Week 1) ✅: Base".
_SEPARATOR = Pattern(
    r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|[^\w\s:：.)|(\[-]+))*?"
    r"[ \t]*(?:[:：.)|]|[-–—→·•]+(?=\s|$))[ \t]*"
)
_LONGEST_NUMBER = 6  # digits; what is longer is no number of a phase
_CJK_DIGITS = "一二三四五六七八九十"

_FIRST_WORDS = frozenset((*PHASE_WORDS, "user", *PHASE_LETTERS.lower()))


def read_phase_heading(text: str) -> PhaseHeading | None:
    """The phase that `text` opens by a keyword and a number, None where it does not."""
    first, _, rest = text.partition(" ")
    if first.isalpha() and first.isascii():
        lowered = first.lower()
        if lowered not in _FIRST_WORDS:
            return None  # most headings
        simple = _simple(lowered, rest, text)
        if simple is not None:
            return simple
    opening = _OPENING.match(text)
    if opening is None:
        return None if text.isascii() else _read_cjk(text)
    word, end = opening[1], opening.end()
    lowered = word.lower()
    if lowered not in PHASE_WORDS:
        if lowered == "user" and text[end : end + 6].lower() == " story":
            lowered, end = "user story", end + 6
        elif not word.isascii():
            return _read_cjk(text)
        elif word not in PHASE_LETTERS or not text[end : end + 1].isdigit():
            return None
    elif lowered == "story" and text[end : end + 1] == "":
        return None
    number = _NUMBER.match(text, end)
    if number is None or (end == number.start("number") and word.isascii() and len(word) > 1):
        return None
    return _finish(lowered.rstrip("s"), number["number"], text, number.end())


def _simple(word: str, rest: str, text: str) -> PhaseHeading | None:
    """The commonest forms, "Phase 1: Base" and "Phase 1 - Base", without a pattern."""
    if word not in PHASE_WORDS:
        return None
    number, colon, tail = rest.partition(":")
    if not (colon and number.isdecimal() and tail[:1] in ("", " ")):
        number, dash, tail = (*rest.split(" ", 2), "", "")[:3]
        if not number.isdecimal() or dash not in ("-", "–", "—"):
            return None
    if len(number) > _LONGEST_NUMBER:
        return None
    return PhaseHeading(word.removesuffix("s"), number, False, text, tail.strip())


def read_numbered_heading(text: str) -> PhaseHeading | None:
    """The unit that `text` opens by a number or a letter alone (`1. Set up`, `A) Set up`)."""
    if not any(sign.isdigit() for sign in text[:8]) and ")" not in text[:6]:
        return None
    match = _bare().match(text)
    if match is None:
        return None
    title = text[match.end() :]
    number = match["number"] or match["letter"]
    return PhaseHeading("", number, False, title, title)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(_BARE)


@cache
def _cjk_pattern() -> re.Pattern[str]:
    words = "|".join(
        sorted((word for word in PHASE_WORDS if not word.isascii()), key=len, reverse=True)
    )
    digits = rf"\d{{1,6}}(?:\.\d{{1,6}})*[A-Za-z]?|[{_CJK_DIGITS}]+"
    return re.compile(
        rf"[^\w(]*(?:第?\s*(?P<n1>{digits})\s*(?P<w1>{words})|(?P<w2>{words})\s*(?P<n2>{digits}))"
    )


def _read_cjk(text: str) -> PhaseHeading | None:
    """第1阶段, 阶段一, フェーズ1, 1단계: the number before or behind its word."""
    match = _cjk_pattern().match(text)
    if match is None:
        return None
    number = _arabic(match["n1"] or match["n2"])
    return _finish(match["w1"] or match["w2"], number, text, match.end())


def _arabic(number: str) -> str:
    """A number up to 99 in Chinese numerals as digits; others as they are."""
    tens, ten, ones = number.rpartition("十")
    if any(sign not in _CJK_DIGITS for sign in number):
        return number
    value = (_CJK_DIGITS.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return str(value + (_CJK_DIGITS.index(ones) + 1 if ones else 0))


def _finish(word: str, number: str, text: str, end: int) -> PhaseHeading:
    separator = _SEPARATOR.match(text, end)
    tail = text[separator.end() :] if separator else text[end:].lstrip()
    first = tail[:1]
    weak = (
        separator is None
        and word.isascii()
        and (first.isalnum() or first in "'’\"`&")
        and first != ""
    )
    return PhaseHeading(word, number.strip(), weak, text, tail)
