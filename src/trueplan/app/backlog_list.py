"""List the items of the backlog."""

from __future__ import annotations

from trueplan.app.backlog_files import FoundItem, read_backlogs
from trueplan.app.repository import open_repository
from trueplan.edit.count_labels import OPEN
from trueplan.model.companions import BacklogState
from trueplan.reader.companions import read_backlog_state
from trueplan.record import AnyPath, Record

_ORDER: tuple[BacklogState, ...] = (
    "in_progress",
    "blocked",
    "backlog",
    "unknown",
    "done",
    "cancelled",
)


class ListedItem(Record):
    """An item as a list shows it; `status` is its cell as written."""

    id: str
    priority: str
    state: BacklogState
    status: str
    feature: str
    estimate: str
    added: str
    notes: str
    path: str
    line: int


class ItemListing(Record):
    """The items that were asked for, how many there are in all, and what could not be read."""

    items: tuple[ListedItem, ...]
    all: int
    unreadable: tuple[tuple[str, str], ...]
    unlisted: tuple[str, ...]


def list_items(
    folder: AnyPath, states: tuple[BacklogState, ...] = (), priorities: tuple[str, ...] = ()
) -> ItemListing:
    """The items of the repository around `folder`: those in progress first, then by priority.

    Raises UsageError where there is no backlog. `unlisted` are backlogs without an item.
    """
    repository = open_repository(folder)
    backlogs = read_backlogs(repository)
    wanted = [one.lower() for one in priorities]
    every = [_listed(one) for one in backlogs.items()]
    taken = [
        one
        for one in every
        if (not states or one.state in states) and (not wanted or one.priority.lower() in wanted)
    ]
    taken.sort(key=lambda one: (_ORDER.index(one.state), one.priority.lower() or "~"))
    without = tuple(one.path for one in backlogs.files if not one.document.backlog.items)
    return ItemListing(tuple(taken), len(every), backlogs.unreadable, without)


def read_states_word(word: str) -> tuple[BacklogState, ...]:
    """The states that a person means by a word; none where it is not understood."""
    plain = word.strip().lower().replace("_", "-")
    if plain == "open":
        return OPEN
    if plain == "unknown":
        return ("unknown",)
    state = read_backlog_state(plain)
    return () if state == "unknown" else (state,)


def _listed(one: FoundItem) -> ListedItem:
    item, span = one.item, one.item.status_span
    status = span.slice(one.file.document.source).decode("utf-8", "replace") if span else ""
    return ListedItem(
        item.id,
        item.priority,
        item.state,
        status,
        item.feature,
        item.estimate,
        item.added,
        item.notes,
        one.file.path,
        one.file.line(item),
    )
