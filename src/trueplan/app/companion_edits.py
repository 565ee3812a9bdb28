"""The documents beside a plan that say its state too: rows of indexes, items of the backlog."""

from __future__ import annotations

import os

from trueplan.app.cards import make_card
from trueplan.app.change import FileEdits, edit_file
from trueplan.app.repository import Repository, survey
from trueplan.edit.backlog_row import set_state
from trueplan.edit.index_row import find_differences, read_index_document, rows_of
from trueplan.lint.mention import item_mentions
from trueplan.model.companions import BacklogState
from trueplan.model.status import PlanState
from trueplan.reader.companions import read_backlog
from trueplan.reader.plan import read_plan
from trueplan.workspace.disk import Unreadable
from trueplan.workspace.naming import short_name
from trueplan.workspace.places import kind_of

_IN_BACKLOG: dict[PlanState, BacklogState] = {
    "in_progress": "in_progress",
    "paused": "blocked",
    "completed": "done",
    "cancelled": "cancelled",
}


_NAMES: dict[BacklogState, str] = {
    "backlog": "Backlog",
    "in_progress": "In Progress",
    "blocked": "Blocked",
    "done": "Done",
    "cancelled": "Cancelled",
}


def follow_companions(
    repository: Repository, path: str, source: bytes, state: PlanState | None = None
) -> tuple[tuple[FileEdits, ...], tuple[str, ...]]:
    """What indexes, and for a new state the backlog, have to say once a plan has these bytes.

    Returns the edits of their files, and what a person is told of each.
    """
    plan = read_plan(source, repository.configuration.lint.rates)
    card = make_card(path, short_name(path), plan)
    files: list[FileEdits] = []
    told: list[str] = []
    for index in find_indexes(repository, path):
        text = repository.read(index)
        if isinstance(text, Unreadable):
            continue
        document = read_index_document(index, text)
        found = [
            one for row in rows_of(document, path) for one in find_differences(document, row, card)
        ]
        if found:
            files.append(edit_file(index, text, [one.edit for one in found]))
            told.append(f"updated {index}  {', '.join(one.said for one in found)}")
    names = [one.id for one in item_mentions(plan, source)]
    if names and state in _IN_BACKLOG:
        assert state is not None
        more, lines = _in_backlogs(repository, names, _IN_BACKLOG[state])
        files += more
        told += lines
    return tuple(files), tuple(told)


def find_indexes(repository: Repository, path: str) -> list[str]:
    """The indexes that may list the plan at `path`: in its folder, and in those above."""
    configuration = repository.configuration
    if configuration.indexes is not None:
        return survey(repository).found.of("index")
    found = []
    folder = os.path.dirname(path)
    while folder:
        try:
            names = sorted(os.listdir(os.path.join(repository.root, folder)))
        except OSError:
            names = []
        for name in names:
            if name.lower().endswith(".md"):
                kind = kind_of(f"{folder}/{name}", configuration)
                if kind is not None and kind[0] == "index":
                    found.append(f"{folder}/{name}")
        folder = os.path.dirname(folder)
    return found


def _in_backlogs(
    repository: Repository, names: list[str], state: BacklogState
) -> tuple[list[FileEdits], list[str]]:
    files, told = [], []
    for path in survey(repository).found.of("backlog"):
        source = repository.read(path)
        if isinstance(source, Unreadable):
            continue
        backlog = read_backlog(source)
        known = {item.id: item.state for item in backlog.items}
        moved = [name for name in names if name in known and known[name] != state]
        if moved:
            edits = set_state(source, moved, state)
            files.append(edit_file(path, source, edits))
            told += [f"updated {name}  {_NAMES[state]} in {path}" for name in moved]
    return files, told
