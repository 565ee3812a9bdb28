"""The log of a repository, kept: git is asked only for the commits that are new."""

from __future__ import annotations

import os
from collections.abc import Iterable

from trueplan.git.log import FileChange, LoggedCommit, find_commits, read_log
from trueplan.git.standpoint import Standpoint
from trueplan.index.database import Database
from trueplan.record import AnyPath, Record

_DOCUMENTS = (".md", ".markdown")
_MOST_HEADS = 16


class KeptCommit(Record):
    """A commit without what it changed."""

    number: int
    commit: str
    parents: tuple[str, ...]
    at: str
    author: str


class KeptChange(Record):
    """A document that a commit changed; `commit` is the commit's number, `new` its blob."""

    commit: int
    path: str
    before: str | None
    new: str | None


def update_commits(database: Database, root: AnyPath, standpoint: Standpoint) -> int:
    """Bring the index up to the commit that is checked out; returns how many were new.

    What shallow boundaries and replacements make of the history is part of it: where they changed,
    all is read anew. Raises GitError.
    """
    connection = database.connection
    same = _fact(database, "grafts") in (standpoint.grafts, None)
    heads = [name for (name,) in connection.execute("SELECT name FROM heads")] if same else []
    if standpoint.head in heads:
        return 0
    known = find_commits(root, heads)
    commits = read_log(root, standpoint.head, known)
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not same:
            _forget_all(database)
        connection.execute(
            "INSERT OR REPLACE INTO facts VALUES ('grafts', ?)", (standpoint.grafts,)
        )
        _insert(database, reversed(commits))
        _remember_head(database, standpoint.head)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    return len(commits)


def load_commits(database: Database) -> list[KeptCommit]:
    """All commits that the index holds, parents before children where both came at once."""
    return [
        KeptCommit(number, name, tuple(parents.split()), at, author)
        for number, name, parents, at, author in database.connection.execute(
            "SELECT number, name, parents, at, author FROM commits ORDER BY number"
        )
    ]


def load_document_changes(database: Database) -> list[KeptChange]:
    """What the commits did to Markdown files, in the order of the commits."""
    return [
        KeptChange(number, _path(path), None if before is None else _path(before), new)
        for number, path, before, new in database.connection.execute(
            "SELECT c.commit_number, p.path, b.path, c.new FROM changes c"
            " JOIN paths p ON p.number = c.path_number"
            " LEFT JOIN paths b ON b.number = c.before_number"
            " WHERE p.document ORDER BY c.rowid"
        )
    ]


def _insert(database: Database, commits: Iterable[LoggedCommit]) -> None:
    connection = database.connection
    numbers = _Numbers(database)
    rows: list[tuple[int | str | None, ...]] = []
    for one in commits:
        cursor = connection.execute(
            "INSERT OR IGNORE INTO commits (name, parents, at, author, subject)"
            " VALUES (?, ?, ?, ?, ?)",
            (one.commit, " ".join(one.parents), one.at, one.author, one.subject),
        )
        if cursor.rowcount:  # else another process was faster
            number = cursor.lastrowid
            rows += [(number, *numbers.row(change)) for change in one.changes]
    connection.executemany("INSERT INTO changes VALUES (?, ?, ?, ?, ?)", rows)


class _Numbers:
    """The numbers of paths; a new path gets one."""

    def __init__(self, database: Database) -> None:
        self.connection = database.connection
        self.known: dict[str, int] = {}

    def row(self, change: FileChange) -> tuple[int, int | None, str | None, str | None]:
        before = None if change.before is None else self._number(change.before)
        return self._number(change.path), before, change.old, change.new

    def _number(self, path: str) -> int:
        number = self.known.get(path)
        if number is None:
            key = os.fsencode(path)
            document = path.lower().endswith(_DOCUMENTS)
            self.connection.execute(
                "INSERT OR IGNORE INTO paths (path, name, document) VALUES (?, ?, ?)",
                (key, os.fsencode(path.rpartition("/")[2].lower()), document),
            )
            asked = self.connection.execute("SELECT number FROM paths WHERE path = ?", (key,))
            number = self.known[path] = int(asked.fetchone()[0])
        return number


def _remember_head(database: Database, head: str) -> None:
    """Keep the head among those whose whole past is here; the oldest of many are let go."""
    connection = database.connection
    heads = [name for (name,) in connection.execute("SELECT name FROM heads ORDER BY rowid")]
    for name in heads[: max(0, len(heads) + 1 - _MOST_HEADS)]:
        connection.execute("DELETE FROM heads WHERE name = ?", (name,))
    connection.execute("INSERT OR IGNORE INTO heads VALUES (?)", (head,))


def _forget_all(database: Database) -> None:
    for table in ("changes", "commits", "heads"):
        database.connection.execute(f"DELETE FROM {table}")


def _fact(database: Database, name: str) -> str | None:
    found = database.connection.execute("SELECT value FROM facts WHERE name = ?", (name,))
    row = found.fetchone()
    return None if row is None else str(row[0])


def _path(key: bytes) -> str:
    return os.fsdecode(key)
