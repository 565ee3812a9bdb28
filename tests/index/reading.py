"""What an index holds of the commits that are checked out."""

from __future__ import annotations

from pathlib import Path

from trueplan.git.standpoint import Standpoint, find_standpoint
from trueplan.history.lineage import order_commits
from trueplan.index.commits import load_commits, load_document_changes, update_commits
from trueplan.index.database import Database, open_database

Known = dict[str, tuple[object, ...]]


def stand(root: Path) -> Standpoint:
    """Where the root of a repository stands."""
    found = find_standpoint(root)
    assert found is not None
    return found


def known(database: Database, head: str) -> Known:
    """The commits that `head` has, with their parents, times, authors and changes."""
    commits = load_commits(database)
    changes: dict[int, list[tuple[object, ...]]] = {}
    for one in load_document_changes(database):
        changes.setdefault(one.commit, []).append((one.path, one.before, one.new))
    parents = {one.commit: one.parents for one in commits}
    here = {one.commit for one in order_commits(head, parents)}
    return {
        one.commit: (one.parents, one.at, one.author, *changes.get(one.number, []))
        for one in commits
        if one.commit in here
    }


def read_kept(root: Path) -> Known:
    """What the kept index says after it was brought up to date."""
    return _read(root, open_database(stand(root).common))


def read_fresh(root: Path) -> Known:
    """What an index says that was made just now."""
    return _read(root, open_database(stand(root).common, memory=True))


def _read(root: Path, database: Database) -> Known:
    try:
        assert database.remark == ""
        standpoint = stand(root)
        update_commits(database, root, standpoint)
        return known(database, standpoint.head)
    finally:
        database.connection.close()
