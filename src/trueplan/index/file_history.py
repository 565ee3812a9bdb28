"""When files came, changed and went, as the log has it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from trueplan.index.database import Database
from trueplan.record import Record

_MOST_VARIABLES = 500


class FileWork(Record):
    """A commit that changed one of some files. `commit` is its number in the order of telling."""

    number: int
    commit: str
    at: str
    author: str
    path: str


def load_paths(database: Database) -> list[str]:
    """Every path that any commit had, from the top level of the repository."""
    rows = database.connection.execute("SELECT path FROM paths ORDER BY number")
    return [os.fsdecode(path) for (path,) in rows]


def load_work(database: Database, paths: Sequence[str]) -> Iterator[FileWork]:
    """The commits that changed files at `paths`, in the order in which the index got them."""
    for start in range(0, len(paths), _MOST_VARIABLES):
        some = [os.fsencode(path) for path in paths[start : start + _MOST_VARIABLES]]
        marks = ", ".join("?" * len(some))
        rows = database.connection.execute(
            "SELECT c.number, c.name, c.at, c.author, p.path FROM changes h"
            " JOIN paths p ON p.number = h.path_number JOIN commits c ON c.number = h.commit_number"
            f" WHERE p.path IN ({marks}) ORDER BY c.number",
            some,
        )
        for number, name, at, author, path in rows:
            yield FileWork(number, name, at, author, os.fsdecode(path))


def load_subjects(database: Database, words: str) -> list[tuple[str, str, str]]:
    """The commits whose subject holds `words`: each with its time and its subject."""
    pattern = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    rows = database.connection.execute(
        "SELECT name, at, subject FROM commits WHERE subject LIKE ? ESCAPE '\\' ORDER BY number",
        (pattern,),
    )
    return [(str(name), str(at), str(subject)) for name, at, subject in rows]
