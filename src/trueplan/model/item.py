"""A line of work, or a line to be checked."""

from __future__ import annotations

from trueplan.record import Literal, Record
from trueplan.text import Span

ItemKind = Literal[
    "task", "deliverable", "acceptance", "functional", "nonfunctional", "gate", "criterion", "other"
]
ItemState = Literal["open", "in_progress", "done", "cancelled"]


class Item(Record):
    """A list item with what its box says.

    `state` is None for an item without a box. `text_span` covers its own words, `span` the item
    with what is nested in it, `marker` the three bytes of the box.
    """

    kind: ItemKind
    text: str
    state: ItemState | None
    span: Span
    text_span: Span
    marker: Span | None
    children: tuple[Item, ...] = ()


class Count(Record):
    """Boxes: how many are done, out of how many that still count; cancelled ones apart."""

    done: int = 0
    total: int = 0
    cancelled: int = 0

    def __add__(self, other: object) -> Count:
        """Add up by field."""
        assert isinstance(other, Count)
        return Count(
            self.done + other.done, self.total + other.total, self.cancelled + other.cancelled
        )


def count(items: tuple[Item, ...]) -> Count:
    """Count the boxes of `items` and of all that is nested in them."""
    done = total = cancelled = 0
    stack = list(items)
    while stack:
        item = stack.pop()
        stack.extend(item.children)
        if item.state == "cancelled":
            cancelled += 1
        elif item.state is not None:
            total += 1
            done += item.state == "done"
    return Count(done, total, cancelled)


def walk(items: tuple[Item, ...]) -> list[Item]:
    """All of `items` and what is nested in them, in the order of the document."""
    found: list[Item] = []
    stack = list(reversed(items))
    while stack:
        item = stack.pop()
        found.append(item)
        stack.extend(reversed(item.children))
    return found
