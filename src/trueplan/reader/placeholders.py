"""What is left of a template: its exact words, nothing that a person might have meant."""

from __future__ import annotations

import re
from functools import cache

from trueplan.model.plan import Placeholder
from trueplan.reader.sections import Node
from trueplan.reader.source import Source
from trueplan.reader.vocabulary import PLACEHOLDER_ITEMS, PLACEHOLDERS
from trueplan.text import Span

_WORDS = tuple(words.encode() for words in PLACEHOLDERS)
_ITEMS = tuple(words.encode() for words in PLACEHOLDER_ITEMS)


@cache
def _item_pattern() -> re.Pattern[bytes]:
    return re.compile(
        rb"^[ \t]*(?:(?:[-*+]|\d+\.)[ \t]+(?:\[[ xX]\][ \t]+)?|\|[ \t]*)("
        + b"|".join(re.escape(words) for words in sorted(_ITEMS))
        + rb")[ \t]*(?:\r?$|\|)",
        re.MULTILINE,
    )


def find_placeholders(nodes: list[Node], source: Source) -> tuple[Placeholder, ...]:
    """Every placeholder outside of code."""
    data = source.bytes
    found: list[Placeholder] = []
    for words in _WORDS:
        at = data.find(words)
        while at >= 0:
            found.append(Placeholder(words.decode(), Span(at, at + len(words))))
            at = data.find(words, at + 1)
    if any(words in data for words in _ITEMS):
        found += [
            Placeholder(match[1].decode(), Span(*match.span(1)))
            for match in _item_pattern().finditer(data)
        ]
    if not found:
        return ()
    code = [
        (block.start, block.end)
        for node in nodes
        for block in node.blocks
        if block.kind in ("code", "html")
    ]
    outside = [
        one
        for one in found
        if not any(start <= one.span.start < end for start, end in code)
        and not _in_ticks(data, one.span)
    ]
    return tuple(sorted(outside, key=lambda one: one.span))


def _in_ticks(data: bytes, span: Span) -> bool:
    line = data.rfind(b"\n", 0, span.start) + 1
    return data.count(b"`", line, span.start) % 2 == 1
