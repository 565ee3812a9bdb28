"""List items with what their boxes say."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.markdown import AnyBlock, Item as ListItem
from trueplan.model.item import Item, ItemKind, ItemState
from trueplan.reader.source import Source
from trueplan.record import Any
from trueplan.text import Span

_new: Any = tuple.__new__  # see markdown.parse
DEEPEST = 60
_STATES: dict[str, ItemState] = {
    " ": "open",
    "x": "done",
    "X": "done",
    "~": "in_progress",
    "/": "in_progress",
    "-": "cancelled",
}


def list_items(blocks: Iterable[AnyBlock]) -> list[ListItem]:
    """The items of the lists among `blocks`, not those nested in them."""
    found: list[Any] = []
    for block in blocks:
        if block.kind == "list":
            found += block.children  # type: ignore[union-attr]
    return found


def read_items(
    blocks: Iterable[AnyBlock], kind: ItemKind, source: Source, *, boxes_only: bool = False
) -> list[Item]:
    """The list items among `blocks` as items of `kind`, nested ones inside.

    With `boxes_only` an item without a box is left out, but not the boxes nested in it.
    """
    found: list[Item] = []
    for block in list_items(blocks):
        found.extend(_read_item(block, kind, source, boxes_only, 0))
    return found


def _read_item(
    block: ListItem, kind: ItemKind, source: Source, boxes_only: bool, depth: int
) -> list[Item]:
    children: list[Item] = []
    if block.children and depth < DEEPEST:
        for child in list_items(block.children):
            # Below an item with a box, plain bullets are remarks, not work.
            children.extend(_read_item(child, kind, source, True, depth + 1))
    if block.box is None and boxes_only:
        return children
    box = block.box_start
    start = box + 3 if box >= 0 else source.words_start(block)
    words = source.located(start, block.lead_end)
    state = None if block.box is None else _STATES.get(block.box, "open")
    if source.markdown.struck and source.is_struck(start, block.lead_end):
        state = "cancelled"
    marker = _new(Span, (box, box + 3)) if box >= 0 else None
    span = _new(Span, (block.start, block.end))
    item = (kind, words.value, state, span, words.span, marker, tuple(children))
    return [_new(Item, item)]
