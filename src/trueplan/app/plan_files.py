"""Plans as files: one that somebody names, or all that a repository has."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from trueplan.app.repository import (
    Repository,
    Survey,
    name_all,
    open_repository,
    relative_path,
    survey,
)
from trueplan.errors import UsageError
from trueplan.model.plan import Plan
from trueplan.reader.plan import read_plan
from trueplan.record import AnyPath, Record
from trueplan.workspace.disk import Unreadable
from trueplan.workspace.naming import find_plan, find_undoubted, short_name
from trueplan.workspace.recognition import why_not_a_plan

_MARKDOWN = (".md", ".markdown")


class PlanFile(Record):
    """A plan with its bytes. `path` starts at the root of its repository."""

    path: str
    ref: str
    source: bytes
    plan: Plan


class NotRead(Record):
    """A file in the place of a plan that is none, or that cannot be read; and why."""

    path: str
    why: str
    unreadable: bool = False


def open_plan(word: str, folder: AnyPath) -> tuple[Repository, PlanFile]:
    """Read the plan that `word` names from `folder`: a path, or a plan's name or part of it.

    A path is read as it is, without a look at the rest of the repository, and its reference is
    then the plain name; it may lead to another repository. Raises UsageError.
    """
    repository, path, ref = locate_plan(word, folder)
    return repository, read_plan_file(repository, path, ref)


def locate_plan(word: str, folder: AnyPath) -> tuple[Repository, str, str]:
    """Where the plan is that `word` names, and its reference. Raises UsageError."""
    if not word.partition("#")[0].strip():
        raise UsageError(f"“{word}” names no plan", help="`trueplan list` shows all")
    full = os.path.join(folder, word)
    if os.path.isdir(full):
        if not _is_name(word, folder):
            raise UsageError(f"{word} is a folder", help="give one of the files in it")
    elif os.path.lexists(full) or word.lower().endswith(_MARKDOWN):
        found = _by_path(full, word, folder)
        if found is not None:
            return found
    repository = open_repository(folder)
    path = find_undoubted(word, name_all(repository))  # git need not be asked what it ignores
    if path is not None:
        return repository, path, short_name(path)
    names = survey(repository).names
    path = find_plan(word, names)
    return repository, path, names[path]


def _is_name(word: str, folder: AnyPath) -> bool:
    """Whether a word that is also a folder can be the name of a plan."""
    return "/" not in word and word in survey(open_repository(folder)).names.values()


def _by_path(full: str, word: str, folder: AnyPath) -> tuple[Repository, str, str] | None:
    repository = open_repository(folder)
    path = relative_path(repository, word, folder)
    if path is None and os.path.lexists(full):
        around, name = os.path.split(full)
        repository = open_repository(around)
        path = relative_path(repository, name, os.path.realpath(around)) or name
    if path is None:
        if os.path.isfile(os.path.join(repository.root, word)):
            path = word
        else:
            return None
    return repository, path, short_name(path)


def read_plan_file(repository: Repository, path: str, ref: str) -> PlanFile:
    """Read the plan at `path`. Raises UsageError where it cannot be read."""
    source = repository.read(path)
    if isinstance(source, Unreadable):
        raise UsageError(f"{path}: {source.message}", help=source.help)
    return PlanFile(path, ref, source, read_plan(source, repository.configuration.lint.rates))


def read_plan_files(
    repository: Repository,
    overview: Survey,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[PlanFile | NotRead]:
    """Every file in the place of a plan, one after the other, in the order of their paths.

    `progress(done, of)` is called after each.
    """
    rates = repository.configuration.lint.rates
    for number, (path, ref) in enumerate(overview.names.items(), 1):
        source = repository.read(path)
        if isinstance(source, Unreadable):
            yield NotRead(path, source.message, unreadable=True)
        else:
            plan = read_plan(source, rates)
            why = why_not_a_plan(plan)
            yield PlanFile(path, ref, source, plan) if why is None else NotRead(path, why)
        if progress is not None:
            progress(number, len(overview.names))


def unreadable_places(overview: Survey, passed: Iterable[NotRead]) -> tuple[tuple[str, str], ...]:
    """The files and folders in which there may be plans, but that cannot be read; and why."""
    files = [(one.path, one.why) for one in passed if one.unreadable]
    folders = [
        (f"{path}/", f"it cannot be listed: {why}") for path, why in overview.found.unreadable
    ]
    return tuple(sorted(files + folders))
