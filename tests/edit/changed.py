"""What a plan looks like after an intent: the lines that came and went."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from trueplan.edit.document import Document, read_document
from trueplan.errors import Refused
from trueplan.text import Edit, apply_edits


def changed(source: str, edits: Iterable[Edit]) -> list[str]:
    """The lines that differ, "-" before what went and "+" before what came."""
    from difflib import ndiff

    after = apply_edits(source.encode(), tuple(edits)).decode()
    lines = ndiff(source.split("\n"), after.split("\n"))
    return [line[0] + line[2:] for line in lines if line[0] in "+-"]


def outcome(source: str, ask: Callable[[Document], tuple[Edit, ...]]) -> list[str] | str:
    """The lines that differ after what is asked, or the message with which it is refused."""
    try:
        return changed(source, ask(read_document(source.encode())))
    except Refused as error:
        return error.message
