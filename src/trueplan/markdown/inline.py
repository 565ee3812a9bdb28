"""From Markdown in a line to the words a reader sees."""

from __future__ import annotations

import re
from functools import cache

from trueplan.text.pattern import Pattern

_LINK = Pattern(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()\s]*(?:\([^()]*\)[^()]*)*(?: [^()]*)?\)|\[[^\]]*\])"
)
_COMMENT = Pattern(r"<!--.*?-->", re.DOTALL)
_EMPHASIS = Pattern(r"(?<![\w*])[*_]+(?=\S)|(?<=\S)[*_]+(?![\w*])")

_BULLETS = (b"- ", b"* ", b"+ ")
_BLANKS = (b" ", b"\t")


@cache
def _marker() -> re.Pattern[bytes]:
    # The parser lets an item that a tab indents begin with the line end before it.
    return re.compile(rb"[ \t\r\n]*(?:[-*+]|\d+[.)])[ \t]*")


def after_marker(source: bytes, start: int, end: int) -> int:
    """The offset behind a list marker ("-", "*", "+", "12.", "3)"), its indent and blanks."""
    if source[start : start + 2] in _BULLETS and source[start + 2 : start + 3] not in _BLANKS:
        return min(start + 2, end)
    match = _marker().match(source, start, end)
    return match.end() if match else min(start + 1, end)


def plain_text(text: str) -> str:
    """`text` without emphasis, code ticks, strike-through, link targets and comments."""
    if "<!--" in text:
        text = _COMMENT.sub("", text)
    if "](" in text or "][" in text:
        text = _LINK.sub(r"\1", text)
    if "`" in text:
        text = text.replace("`", "")
    if "**" in text:
        text = text.replace("**", "")
    if "~~" in text:
        text = text.replace("~~", "")
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub("", text)
    return text.strip()
