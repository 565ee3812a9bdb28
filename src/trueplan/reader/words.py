"""Labels and values as words: what is left when decoration is taken off."""

from __future__ import annotations

import re
from typing import NamedTuple

_PARENTHESES = re.compile(r"\s*[(（][^()（）]*[)）]$")
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)])\s+(?=\S)")
_LABEL = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?[^\w\s*_`\[(|#<]*[ \t]*"
    r"(?:(?:\*\*|__)(?P<bold>[^*\n]{1,60}?)(?:[:：][ \t]*(?:\*\*|__)|(?:\*\*|__)[ \t]*[:：])"
    r"|\*?(?P<plain>[^\W\d_][\w /&-]{0,40}?)(?::(?=\s|$|\*\*)|：))[ \t]*"
)

_FURTHEST = 90  # a label that is longer is a sentence


def _trim(text: str, opening: str, closing: str) -> str:
    """`text` between its first and last letter, digit or one of the given signs."""
    if text and text[0].isalnum() and text[-1].isalnum():
        return text
    start, end = 0, len(text)
    while start < end and not (text[start].isalnum() or text[start] in opening):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in closing):
        end -= 1
    return text[start:end]


def normalise(text: str) -> str:
    """`text` in lower case, without signs and emoji around it and without a final colon."""
    return _trim(text, "([_", ")]?%+_").lower()


def heading_words(text: str) -> str:
    """A heading in lower case, without emoji, numbering, remarks in parentheses or a colon."""
    if text[:1].isalpha() and text[-1].isalnum() and text[1:2] not in (".", ")"):
        return text.lower()
    words = _trim(text, "([", ")]?")
    if words[:1].isdigit() or words[1:2] in (".", ")"):
        words = _NUMBERING.sub("", words, 1)
    if words.endswith((")", "）")):
        words = _trim(_PARENTHESES.sub("", words), "([", ")]?")
    return words.lower()


class Label(NamedTuple):
    """A label at the start of a line: its words, and where in the line its value starts."""

    words: str
    bold: bool
    value_start: int


def split_label(line: str) -> Label | None:
    """The label that `line` starts with (`**Owner**: x`, `**Owner:** x`, `> Owner: x`), if any."""
    if line.find(":", 0, _FURTHEST) < 0 and line.find("：", 0, _FURTHEST) < 0:
        return None
    match = _LABEL.match(line)
    if match is None:
        return None
    bold = match["bold"]
    words = bold if bold is not None else match["plain"]
    return Label(words.strip(), bold is not None, match.end())
