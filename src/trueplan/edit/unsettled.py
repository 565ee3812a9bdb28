"""The conflicts of a merge that nobody has settled yet."""

from __future__ import annotations

import re

from trueplan.markdown import Markdown, find_blocks
from trueplan.record import Record
from trueplan.text import Span

_CONFLICT = re.compile(
    rb"^(?P<ours><{7,}[^\n]*)\n.*?^(?P<middle>={7,})\r?\n.*?^(?P<theirs>>{7,}[^\n]*)",
    re.MULTILINE | re.DOTALL,
)


class Unsettled(Record):
    """A conflict by the three lines that mark it."""

    ours: Span
    middle: Span
    theirs: Span


def find_unsettled(markdown: Markdown) -> list[Unsettled]:
    """The conflicts in a file; in a block of code they are an example."""
    source = markdown.source
    if b"<<<<<<<" not in source:
        return []
    code = [block.span for block in find_blocks(markdown.blocks, "code")]
    found = [
        Unsettled(*(Span(*match.span(name)) for name in ("ours", "middle", "theirs")))
        for match in _CONFLICT.finditer(source)
    ]
    return [one for one in found if not any(block.contains(one.ours) for block in code)]
