"""Where in a file the destinations of its links stand."""

from __future__ import annotations

import re

from trueplan.markdown import Markdown
from trueplan.markdown.block import find_blocks
from trueplan.record import Record
from trueplan.text import Span

_DEFINITION = re.compile(
    rb"(?m)^[ \t>]{0,12}\[(?!\^)(?:[^\]\\\n]|\\.)+\]:[ \t]*(?:\n[ \t]*)?(<[^<>\n]*>|[^\s<]\S*)"
)
_ATTRIBUTE = re.compile(rb"""(?i)\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


class Destination(Record):
    """The text of a destination, where it stands, and whether pointed brackets are around it."""

    text: str
    span: Span
    pointed: bool = False


def find_destinations(markdown: Markdown, source: bytes) -> tuple[Destination, ...]:
    """The destinations of links, pictures, definitions and HTML, code left out, in order."""
    found: dict[int, Destination] = {}
    for link in markdown.links:
        if not link.automatic:
            inline = _inline(source, link.start, link.end)
            if inline is not None:
                found[inline.span.start] = inline
    code = [(block.start, block.end) for block in find_blocks(markdown.blocks, "code")]
    for match in _DEFINITION.finditer(source):
        if not any(start <= match.start(1) < end for start, end in code):
            one = _destination(source, *match.span(1))
            found.setdefault(one.span.start, one)
    for piece in markdown.html:
        for match in _ATTRIBUTE.finditer(source, piece.start, piece.end):
            group = 1 if match[1] is not None else 2
            one = _destination(source, *match.span(group))
            found.setdefault(one.span.start, one)
    return tuple(found[start] for start in sorted(found))


def _inline(source: bytes, start: int, end: int) -> Destination | None:
    """The destination of `[words](here "title")`; None for a link by reference."""
    position = _behind_words(source, source.find(b"[", start, end), end)
    if position is None or source[position : position + 1] != b"(":
        return None
    position += 1
    while source[position : position + 1].isspace():
        position += 1
    if source[position : position + 1] == b"<":
        stop = source.find(b">", position, end)
        return _destination(source, position, stop + 1) if stop > 0 else None
    depth, stop = 0, position
    while stop < end:
        sign = source[stop : stop + 1]
        if sign == b"\\":
            stop += 2
            continue
        if sign.isspace() or (sign == b")" and not depth):
            break
        depth += (sign == b"(") - (sign == b")")
        stop += 1
    return _destination(source, position, stop)


def _behind_words(source: bytes, start: int, end: int) -> int | None:
    """The offset behind the bracket that closes the one at `start`."""
    depth, position = 0, start
    while 0 <= position < end:
        sign = source[position : position + 1]
        if sign == b"\\":
            position += 2
            continue
        if sign == b"`":
            run = 1
            while source[position + run : position + run + 1] == b"`":
                run += 1
            close = source.find(b"`" * run, position + run, end)
            position = close + run if close > 0 else position + run
            continue
        depth += (sign == b"[") - (sign == b"]")
        position += 1
        if not depth:
            return position
    return None


def _destination(source: bytes, start: int, end: int) -> Destination:
    pointed = source[start : start + 1] == b"<"
    if pointed:
        start, end = start + 1, end - 1
    text = source[start:end].decode("utf-8", "replace")
    return Destination(_ESCAPE.sub(r"\1", text), Span(start, end), pointed)
