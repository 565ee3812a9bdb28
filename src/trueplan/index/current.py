"""The index, opened and brought up to date, for whoever asks many small questions of it."""

from __future__ import annotations

from collections.abc import Callable

from trueplan.git.standpoint import Standpoint
from trueplan.index.commits import update_commits
from trueplan.index.database import Database, discard_database, open_database
from trueplan.record import TYPE_CHECKING, AnyPath

if TYPE_CHECKING:
    from typing import TypeVar

    Result = TypeVar("Result")


def open_current(root: AnyPath, standpoint: Standpoint) -> Database:
    """The index of the repository around `root`, with every commit; its opener closes it.

    It is kept in memory where the kept one is of no use. Raises GitError.
    """
    import sqlite3

    database = open_database(standpoint.common)
    try:
        update_commits(database, root, standpoint)
    except sqlite3.DatabaseError as error:
        database.connection.close()
        if not isinstance(error, sqlite3.OperationalError):
            discard_database(standpoint.common)
        database = open_database(standpoint.common, memory=True)
        update_commits(database, root, standpoint)
    except BaseException:
        database.connection.close()
        raise
    return database


def keep_or_not(database: Database, common: str, work: Callable[[Database], Result]) -> Result:
    """What `work` makes of the index; of one in memory where it cannot be written to just now."""
    import sqlite3

    try:
        return work(database)
    except sqlite3.OperationalError:
        memory = open_database(common, memory=True)
        try:
            return work(memory)
        finally:
            memory.connection.close()
