"""From an item of the model to the list and the list item that it was read from."""

from __future__ import annotations

from trueplan.edit.document import Document
from trueplan.edit.lists import items_of
from trueplan.errors import NoPlace
from trueplan.markdown import Block, Item as ListItem
from trueplan.markdown.block import find_blocks
from trueplan.model.item import Item


def find_list_item(document: Document, item: Item) -> tuple[Block, ListItem]:
    """The list that an item stands in, and its list item. Raises NoPlace where it is in none."""
    found = find_listed(document, item.span.start)
    if found is None:
        raise NoPlace(f"“{item.text}” is not an item of a list", help="edit the file by hand")
    return found


def find_listed(document: Document, start: int) -> tuple[Block, ListItem] | None:
    """The list item that begins at an offset, and the list that it stands in."""
    for block in find_blocks(document.markdown.blocks, "list"):
        if block.start <= start < block.end:
            for listed in items_of(block):
                if listed.start == start:
                    return block, listed
                for child in _nested(listed, start):
                    return child
    return None


def _nested(listed: ListItem, start: int) -> list[tuple[Block, ListItem]]:
    """The list and item that begin at `start` inside of a list item."""
    for child in listed.children:
        if isinstance(child, Block) and child.kind == "list" and child.start <= start < child.end:
            for one in items_of(child):
                if one.start == start:
                    return [(child, one)]
                found = _nested(one, start)
                if found:
                    return found
    return []
