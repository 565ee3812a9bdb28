"""The items of the backlog as text."""

from __future__ import annotations

from trueplan.app.backlog_list import ItemListing, ListedItem
from trueplan.cli.layout import align, cut, width_of
from trueplan.cli.snippet import showable
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import one_line, say_count

_STATES = {"in_progress": "in progress", "unknown": "?"}
_WIDEST = 16
_SHORTEST_FEATURE = 32  # to which features are cut before a column is left out


def print_items(listing: ItemListing, terminal: Terminal) -> None:
    """Print one line an item, as wide as the terminal allows."""
    for path in listing.unlisted:
        terminal.say(f"no item found in {path}: no row has an ID such as GEO-001")
    if not listing.items:
        said = f"none of {say_count(listing.all, 'item')} is like that"
        terminal.print(said if listing.all else "the backlog is empty")
        return
    heads = ["id", "priority", "state", "size", "added"]
    rows = [_row(one) for one in listing.items]
    longest = max(width_of(one.feature) for one in listing.items)
    wanted = min(longest, _SHORTEST_FEATURE)
    while len(heads) > 3 and _needed(heads, rows) + wanted > terminal.width:
        heads.pop()
    room = max(terminal.width - _needed(heads, rows), 12)
    table = [[terminal.dim(head) for head in (*heads, "feature")]]
    for one, row in zip(listing.items, rows, strict=True):
        closed = one.state in ("done", "cancelled")
        name = row[0] if closed else terminal.bold(row[0])
        feature = cut(showable(one_line(one.feature)), room, terminal.ellipsis)
        table.append([name, *row[1 : len(heads)], feature])
    for line in align(table):
        terminal.print(line)
    if len(listing.items) < listing.all:
        terminal.print(terminal.dim(f"{len(listing.items)} of {say_count(listing.all, 'item')}"))


def _needed(heads: list[str], rows: list[list[str]]) -> int:
    """The columns that all but the feature take, gaps included."""
    return sum(
        2 + max(len(head), *(width_of(row[at]) for row in rows)) for at, head in enumerate(heads)
    )


def _row(one: ListedItem) -> list[str]:
    state = _STATES.get(one.state, one.state)
    words = (one.priority, state, one.estimate, one.added)
    return [one.id, *(cut(showable(one_line(word)), _WIDEST) or "-" for word in words)]
