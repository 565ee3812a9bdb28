"""The database in which the index is kept: made when needed, made anew when it is of no use."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable

from trueplan.record import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import TypeVar

    Result = TypeVar("Result")

FOLDER = "trueplan"
NAME = "index.sqlite3"
_FORMAT = 3  # of the tables; another one makes them anew
_PATIENCE = 10.0  # seconds for which another process may hold the database

_TABLES = """
CREATE TABLE commits (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    parents TEXT NOT NULL,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    subject TEXT NOT NULL
);
CREATE TABLE paths (
    number INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    name BLOB NOT NULL,
    document INTEGER NOT NULL
);
CREATE INDEX paths_by_name ON paths (name);
CREATE TABLE changes (
    commit_number INTEGER NOT NULL,
    path_number INTEGER NOT NULL,
    before_number INTEGER,
    old TEXT,
    new TEXT
);
CREATE INDEX changes_by_path ON changes (path_number);
CREATE INDEX changes_by_commit ON changes (commit_number);
CREATE TABLE heads (name TEXT PRIMARY KEY);
CREATE TABLE snapshots (
    blob TEXT NOT NULL,
    reader TEXT NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (blob, reader)
) WITHOUT ROWID;
CREATE TABLE lives (
    head TEXT NOT NULL,
    reader TEXT NOT NULL,
    path BLOB NOT NULL,
    account BLOB NOT NULL,
    states BLOB NOT NULL,
    PRIMARY KEY (head, reader, path)
);
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


class Database:
    """The index of one repository, opened.

    `remark` says why it is kept in memory for this once, where that is so: nothing else is
    different then.
    """

    def __init__(self, connection: Connection, remark: str = "") -> None:
        self.connection = connection
        self.remark = remark


def with_database(common: str, work: Callable[[Database], Result]) -> Result:
    """What `work` makes of the index of the repository that git keeps in the folder `common`.

    It lies in git's own folder, which is never committed and which all work trees share. One that
    is damaged is thrown away and `work` done again; where there can be none, or another process
    holds it for too long, `work` is done on one in memory.
    """
    import sqlite3

    remark = ""
    for memory in (False, False, True):
        try:
            database = open_database(common, memory=memory)
            database.remark = database.remark or (remark if memory else "")
            try:
                return work(database)
            finally:
                database.connection.close()
        except sqlite3.DatabaseError as error:
            if memory:
                raise
            remark = f"the index {_path(common)} cannot be used: {error}"
            if not isinstance(error, sqlite3.OperationalError):
                discard_database(common)
    raise AssertionError("a database in memory is never damaged")


def open_database(common: str, *, memory: bool = False) -> Database:
    """The index, opened; whoever opened it closes its connection.

    One that is no database is made anew, and where there can be none it is kept in memory.
    """
    import sqlite3

    path = _path(common)
    remark = ""
    for _ in range(0 if memory else 2):
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            return Database(_connect(path))
        except (OSError, sqlite3.DatabaseError) as error:
            remark = f"the index {path} cannot be used: {error}"
            if isinstance(error, sqlite3.OperationalError) or not isinstance(error, sqlite3.Error):
                break
            discard_database(common)
    return Database(_connect(":memory:"), remark)


def discard_database(common: str) -> None:
    """Remove the index, and what belongs to it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            os.unlink(_path(common) + ending)


def _path(common: str) -> str:
    return os.path.join(common, FOLDER, NAME)


def _connect(path: str) -> Connection:
    import sqlite3

    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if connection.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
            _make_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_tables(connection: Connection) -> None:
    """Make the tables, unless another process was faster; those of another format go."""
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
        known = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        for (name,) in connection.execute(known).fetchall():
            connection.execute(f'DROP TABLE "{name}"')
        for statement in _TABLES.split(";"):
            if statement.strip():
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_FORMAT}")
    connection.execute("COMMIT")
