"""Strike an item through, with the reason behind it."""

from __future__ import annotations

from trueplan.edit.document import Document
from trueplan.errors import Refused
from trueplan.model.item import Item
from trueplan.text import Edit, Span


def cancel_item(document: Document, item: Item, reason: str) -> tuple[Edit, ...]:
    """The edits that strike the words of an item and say why behind them.

    A plan that marks what is cancelled with `[-]` gets that as well. Raises Refused where the
    words cannot be struck as a whole.
    """
    edits = list(strike(document, item, f"({_one_line(reason)})" if reason.strip() else ""))
    if item.marker is not None and _uses_dashes(document):
        edits.append(Edit(*item.marker, "[-]"))
    return tuple(edits)


def strike(document: Document, item: Item, remark: str = "") -> tuple[Edit, ...]:
    """The edits that strike the words of an item; a hard line break at their end stays there."""
    source = document.source
    words = _words(source, item)
    if words.start >= words.end:
        raise Refused("the item has no words to strike", help="nothing was written")
    if b"~~" in words.slice(source):
        raise Refused(
            f"a part of “{item.text}” is struck through already",
            help="nothing was written; strike the rest by hand",
        )
    behind = f"~~ {remark}" if remark else "~~"
    return (Edit(words.start, words.start, "~~"), Edit(words.end, words.end, behind))


def _words(source: bytes, item: Item) -> Span:
    """The words without the blanks around them, and without a backslash that breaks the line."""
    raw = item.text_span.slice(source)
    start = item.text_span.start + len(raw) - len(raw.lstrip())
    kept = raw.rstrip()
    if kept.endswith(b"\\"):
        kept = kept[:-1].rstrip()
    return Span(start, item.text_span.start + len(kept))


def _uses_dashes(document: Document) -> bool:
    return any(box == "-" for _, box in document.markdown.boxes)


def _one_line(words: str) -> str:
    return " ".join(words.split())
