"""The plans that an index should list and does not."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from trueplan.edit.index_row import IndexDocument
from trueplan.model.companions import PlanCard
from trueplan.model.link_target import resolve

# Folders into which plans are moved when they are over.
_ARCHIVES = frozenset(
    (
        "archive",
        "archived",
        "archives",
        "cancelled",
        "closed",
        "complete",
        "completed",
        "done",
        "finished",
        "historical",
        "history",
        "obsolete",
        "old",
        "superseded",
    )
)


def find_unlisted(index: IndexDocument, cards: Sequence[PlanCard]) -> list[PlanCard]:
    """Those of `cards` that no row links to; an archive of which no plan is listed owes none."""
    rows = index.listing.rows
    listed = {resolve(index.path, row.target) for row in rows if row.target}
    folders = {posixpath.dirname(path) for path in listed if path is not None}
    found = []
    for card in cards:
        name = posixpath.relpath(card.path, posixpath.dirname(index.path) or ".")
        if card.path in listed:
            continue
        if posixpath.dirname(card.path) in folders or not is_archived(name):
            found.append(card)
    return found


def is_archived(path: str) -> bool:
    """Whether a path leads through a folder of plans that are over."""
    return any(folder.lower().lstrip("_.") in _ARCHIVES for folder in path.split("/")[:-1])
