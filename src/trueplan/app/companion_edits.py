"""The documents beside a plan that say its state too: rows of indexes, items of the backlog."""

from __future__ import annotations

import os

from trueplan.app.backlog_check import ensure_backlog_reads
from trueplan.app.cards import make_card
from trueplan.app.change import FileEdits, edit_file
from trueplan.app.repository import Repository, survey
from trueplan.edit.backlog_row import set_state
from trueplan.edit.backlog_words import STATE_WORDS
from trueplan.edit.index_row import find_differences, read_index_document, rows_of
from trueplan.lint.mention import item_mentions
from trueplan.model.companions import BacklogItem, BacklogState
from trueplan.model.status import PlanState
from trueplan.reader.companions import read_backlog
from trueplan.reader.plan import read_plan
from trueplan.workspace.disk import Unreadable
from trueplan.workspace.naming import short_name
from trueplan.workspace.places import kind_of

# What an item becomes with its plan. What is wanted outlives the plan for it, so an item whose
# plan is cancelled is open again.
_IN_BACKLOG: dict[PlanState, BacklogState] = {
    "in_progress": "in_progress",
    "paused": "blocked",
    "completed": "done",
    "cancelled": "backlog",
}
_FOLLOWS: dict[PlanState, tuple[BacklogState, ...]] = {
    "in_progress": ("backlog", "blocked", "cancelled", "unknown"),
    "paused": ("backlog", "in_progress", "unknown"),
    "completed": ("backlog", "in_progress", "blocked", "cancelled", "unknown"),
    "cancelled": ("in_progress", "blocked"),
}


def follow_companions(
    repository: Repository,
    path: str,
    source: bytes,
    state: PlanState | None = None,
    today: str | None = None,
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
            told.append(f"left {index}  {text.message}")
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
        more, lines = _in_backlogs(repository, names, state, today)
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
    repository: Repository, names: list[str], plan: PlanState, today: str | None
) -> tuple[list[FileEdits], list[str]]:
    files, told = [], []
    state = _IN_BACKLOG[plan]
    for path in survey(repository).found.of("backlog"):
        source = repository.read(path)
        if isinstance(source, Unreadable):
            continue
        moved = _moved(read_backlog(source).items, names, plan)
        if moved:
            file = edit_file(path, source, set_state(source, moved, state, today))
            ensure_backlog_reads(file, {name: {"state": state} for name in moved})
            files.append(file)
            told += [f"updated {name}  {STATE_WORDS[state]} in {path}" for name in moved]
    return files, told


def _moved(items: tuple[BacklogItem, ...], names: list[str], plan: PlanState) -> list[str]:
    """The items that follow a plan to its state.

    One of several may be done before the plan is; where all are and the plan goes on, none is.
    """
    known = {item.id: item.state for item in items if item.status_span is not None}
    named = [name for name in names if name in known]
    if plan == "in_progress" and all(known[name] == "done" for name in named):
        return named
    return [name for name in named if known[name] in _FOLLOWS[plan]]
