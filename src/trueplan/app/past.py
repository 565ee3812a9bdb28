"""The past of plans: what git knows of them, read through the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trueplan.app.repository import Repository
from trueplan.app.revisions_read import read_snapshots
from trueplan.git.standpoint import Standpoint, find_standpoint
from trueplan.history.life import Life, Step, Touch, tell_lives
from trueplan.history.snapshot import Snapshot
from trueplan.index.commits import (
    KeptChange,
    KeptCommit,
    load_commits,
    load_document_changes,
    update_commits,
)
from trueplan.index.database import Database, with_database
from trueplan.record import Record

Progress = Callable[[int, int], None]


class Past(Record):
    """The lives of plans, by their paths from the root of the repository as HEAD has them.

    `commits` counts all that HEAD has. `shallow` says that the clone ends before the history
    does. `remarks` are what a person should know of how it was read.
    """

    lives: dict[str, Life]
    commits: int
    shallow: bool
    remarks: tuple[str, ...] = ()


def read_past(
    repository: Repository, paths: Sequence[str], progress: Progress | None = None
) -> Past | None:
    """The past of the plans at `paths`; None where git has no commit.

    Every revision is read once, then kept. Raises GitError.
    """
    standpoint = find_standpoint(repository.root)
    if standpoint is None:
        return None
    return with_database(
        standpoint.common,
        lambda database: _read(repository, standpoint, database, paths, progress),
    )


def _read(
    repository: Repository,
    standpoint: Standpoint,
    database: Database,
    paths: Sequence[str],
    progress: Progress | None,
) -> Past:
    update_commits(database, repository.root, standpoint)
    commits = load_commits(database)
    prefix = standpoint.prefix
    changes = choose_changes(load_document_changes(database), [prefix + path for path in paths])
    blobs = list(dict.fromkeys(one.new for one in changes if one.new is not None))
    snapshots: dict[str, Snapshot | None] = read_snapshots(repository, database, blobs, progress)
    steps = _steps(commits, changes)
    lives = tell_lives(steps, standpoint.head, snapshots.__getitem__)
    length = len(prefix)
    return Past(
        {path[length:]: life for path, life in lives.items() if path.startswith(prefix)},
        len(commits),
        standpoint.shallow,
        (database.remark,) if database.remark else (),
    )


def choose_changes(changes: Sequence[KeptChange], paths: Sequence[str]) -> list[KeptChange]:
    """The changes of files at `paths`, and at all the paths from which they were moved there."""
    wanted = set(paths)
    for one in reversed(changes):
        if one.before is not None and one.path in wanted:
            wanted.add(one.before)
    return [one for one in changes if one.path in wanted or one.before in wanted]


def _steps(commits: Sequence[KeptCommit], changes: Sequence[KeptChange]) -> dict[str, Step]:
    touches: dict[int, list[Touch]] = {}
    for one in changes:
        touches.setdefault(one.commit, []).append(Touch(one.path, one.new, one.before))
    return {
        one.commit: Step(
            one.commit, one.parents, one.at, one.author, tuple(touches.get(one.number, ()))
        )
        for one in commits
    }
