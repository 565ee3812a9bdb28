"""Tick and untick boxes."""

from __future__ import annotations

from trueplan.model.item import Item
from trueplan.text import Edit


def tick_items(items: list[Item], source: bytes) -> tuple[Edit, ...]:
    """The edits that tick the boxes of `items`, with the letter that this document uses."""
    letter = _letter(source)
    return tuple(
        Edit(item.marker.start, item.marker.end, f"[{letter}]")
        for item in items
        if item.marker is not None
    )


def untick_items(items: list[Item]) -> tuple[Edit, ...]:
    """The edits that empty the boxes of `items`."""
    return tuple(
        Edit(item.marker.start, item.marker.end, "[ ]") for item in items if item.marker is not None
    )


def create_box(item: Item, source: bytes, *, ticked: bool) -> Edit:
    """The edit that gives a plain list item a box."""
    letter = _letter(source) if ticked else " "
    start = item.text_span.start
    return Edit(start, start, f"[{letter}] ")


def _letter(source: bytes) -> str:
    small, large = source.count(b"[x] "), source.count(b"[X] ")
    return "X" if large > small else "x"
