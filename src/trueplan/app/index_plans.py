"""Bring the indexes of a repository into line with its plans."""

from __future__ import annotations

import os

from trueplan.app.cards import make_card
from trueplan.app.change import AT_ONCE, Carried, Change, FileEdits, Terms, carry_out
from trueplan.app.checker import nearest_folder
from trueplan.app.no_plans import no_plans
from trueplan.app.plan_files import PlanFile, read_plan_files
from trueplan.app.repository import Repository, open_repository, survey
from trueplan.edit.index_table import Regenerated, add_table, has_table, regenerate
from trueplan.errors import Refused
from trueplan.model.companions import PlanCard
from trueplan.record import AnyPath, Record
from trueplan.text import LineIndex, edit_between
from trueplan.workspace.disk import Unreadable


class AskedIndex(Record):
    """What is to be done with the rows.

    `check` only looks, `prune` takes out those of plans that are gone, `create` makes an index
    where plans have none.
    """

    check: bool = False
    prune: bool = False
    create: bool = False


def index_plans(
    folder: AnyPath, asked: AskedIndex, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Write the rows of all plans, in one change. Raises Refused where a check finds some wrong."""
    repository = open_repository(folder)
    return repository, carry_out(repository, lambda: make_index(repository, asked), terms)


def make_index(repository: Repository, asked: AskedIndex) -> Change:
    """Work out the change from the files as they are now."""
    overview = survey(repository)
    cards = [
        make_card(one.path, one.ref, one.plan)
        for one in read_plan_files(repository, overview)
        if isinstance(one, PlanFile)
    ]
    if not cards:
        raise no_plans(repository, repository.root, ())
    sources = _sources(repository, overview.found.of("index"))
    tables = {path: text for path, text in sources.items() if has_table(text, path)}
    if asked.create:
        for path in _folders_without(cards, tables):
            tables[path] = add_table(sources.get(path, b""))
    if not tables:
        raise Refused("no index lists plans", help="`trueplan index --create` makes one")
    folders = {os.path.dirname(path) for path in tables}
    results = [
        regenerate(
            path, text, _beside(cards, path, folders), _Exists(repository), prune=asked.prune
        )
        for path, text in tables.items()
    ]
    files = [_file(one, sources.get(one.path)) for one in results]
    change = Change(
        subject="index the plans",
        files=tuple(file for file in files if file is not None),
        done=tuple(line for one in results for line in _told(one, len(results) > 1)),
        hints=tuple(line for one in results for line in _hints(one, prune=asked.prune)),
    )
    if asked.check:
        _refuse_differences(change)
    return change if change.files else change._replace(hints=(*change.hints, _RIGHT))


_RIGHT = "the rows say what the plans say; nothing was written"


class _Exists:
    """Whether there is something at a path from the root."""

    def __init__(self, repository: Repository) -> None:
        self.root = repository.root

    def __call__(self, path: str) -> bool:
        return os.path.exists(os.path.join(self.root, path))


def _sources(repository: Repository, paths: list[str]) -> dict[str, bytes]:
    sources = {}
    for path in paths:
        text = repository.read(path)
        if not isinstance(text, Unreadable):
            sources[path] = text
    return sources


def _beside(cards: list[PlanCard], path: str, folders: set[str]) -> list[PlanCard]:
    """The plans that stand nearer to an index than to any other."""
    folder = os.path.dirname(path)
    return [one for one in cards if nearest_folder(one.path, folders) == folder]


def _folders_without(cards: list[PlanCard], tables: dict[str, bytes]) -> list[str]:
    """Where an index is to be made: in the outermost folders of plans that none covers."""
    covered = {os.path.dirname(path) for path in tables}
    loose = {
        os.path.dirname(one.path) for one in cards if nearest_folder(one.path, covered) is None
    }
    outermost = [
        folder
        for folder in sorted(loose)
        if not any(folder.startswith(f"{other}/") for other in loose if other)
    ]
    return [f"{folder}/README.md" for folder in outermost if folder]


def _file(one: Regenerated, there: bytes | None) -> FileEdits | None:
    if there is None:
        return FileEdits(one.path, None, one.after)
    if one.after == there:
        return None
    return FileEdits(one.path, there, one.after, (edit_between(there, one.after),))


def _told(one: Regenerated, several: bool) -> list[str]:
    return [f"{line} ({one.path})" if several else line for line in one.done]


def _hints(one: Regenerated, *, prune: bool) -> list[str]:
    if prune:
        return []
    lines = LineIndex(one.before)
    return [
        f"{one.path}:{lines.line(row.span.start)} lists {row.target}, which does not exist: "
        "`trueplan index --prune`"
        for row in one.gone
    ]


def _refuse_differences(change: Change) -> None:
    if not change.files and not change.hints:
        return
    told = [*change.done, *change.hints]
    listed = "".join(f"\n  {line}" for line in told)
    count = f"{len(told)} rows are" if len(told) > 1 else "one row is"
    raise Refused(f"{count} not as the plans say", help=f"`trueplan index` writes them:{listed}")
