"""`trueplan backlog --format json`."""

from __future__ import annotations

import msgspec

from trueplan.app.backlog_list import ItemListing


class ItemShape(msgspec.Struct, frozen=True):
    """An item. `state` is what its `status` means, "unknown" where that is not understood.

    `state` is one of backlog, in_progress, blocked, done, cancelled, unknown; cells that the table
    lacks are "".
    """

    id: str
    priority: str
    state: str
    status: str
    feature: str
    estimate: str
    added: str
    notes: str
    path: str
    line: int


class BacklogAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.backlog/1"):
    """The items that were asked for. `total` counts all there are."""

    items: list[ItemShape]
    total: int


def backlog_answer(listing: ItemListing) -> BacklogAnswer:
    """The list as JSON will have it."""
    return BacklogAnswer([ItemShape(*one) for one in listing.items], listing.all)
