"""From Markdown in a line to the words a reader sees."""

from __future__ import annotations

import re

_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()\s]*(?:\([^()]*\)[^()]*)*(?: [^()]*)?\)|\[[^\]]*\])"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_EMPHASIS = re.compile(r"(?<![\w*])[*_]+(?=\S)|(?<=\S)[*_]+(?![\w*])")

_MARKER = re.compile(rb"(?:[-*+]|\d+[.)])[ \t]*")


def after_marker(source: bytes, start: int, end: int) -> int:
    """The offset behind a list marker ("-", "*", "+", "12.", "3)") and its blanks."""
    match = _MARKER.match(source, start, end)
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
