"""The files that plans name, as the repository has or had them, and the commits to them."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.named_paths import paths_named
from trueplan.app.plan_files import PlanFile
from trueplan.app.repository import Repository
from trueplan.git.standpoint import find_standpoint
from trueplan.index.database import with_database
from trueplan.index.file_history import FileHistory
from trueplan.reader.named_files import find_named_files

_WIDELY_NAMED = 8  # paths that one name can mean before it means none


def read_named_days(
    repository: Repository, files: Sequence[PlanFile]
) -> dict[str, tuple[str, ...]]:
    """For each plan, by its path, the days on which files that it names were changed.

    The index has to be up to date. A name that can mean many files means none, and other documents
    are left out: that a neighbour changed is no work on the plan. Raises GitError.
    """
    standpoint = find_standpoint(repository.root)
    if standpoint is None:
        return {}
    prefix = standpoint.prefix

    def read(history: FileHistory) -> dict[str, tuple[str, ...]]:
        return {file.path: _days(history, file, prefix) for file in files}

    return with_database(
        standpoint.common, lambda database: read(FileHistory(database, standpoint.head))
    )


def _days(history: FileHistory, file: PlanFile, prefix: str) -> tuple[str, ...]:
    days: set[str] = set()
    for name in {one.name for one in find_named_files(file.source, 0, len(file.source))}:
        if not name.lower().endswith((".md", ".markdown")):
            paths = paths_named(history, name, file.path, prefix)
            if len(paths) <= _WIDELY_NAMED:
                days |= {work.day for path in paths for work in history.work(path)}
    return tuple(sorted(days))
