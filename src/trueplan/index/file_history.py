"""When files came, changed and went, as the log has it; each question is asked once."""

from __future__ import annotations

import os

from trueplan.errors import GitError
from trueplan.index.database import Database
from trueplan.record import TYPE_CHECKING, Any, Record

if TYPE_CHECKING:
    from sqlite3 import Connection


class FileWork(Record):
    """A commit that changed a file. `number` orders commits: parents before children."""

    number: int
    commit: str
    at: str
    new: str | None

    @property
    def day(self) -> str:
        """The author's ISO day."""
        return self.at[:10]


class FileHistory:
    """The files of a repository through the commits that `head` has.

    The index also holds commits of other branches, and some that were rewritten: what only they
    did never happened here. Paths start at the top level of git.
    """

    def __init__(self, database: Database, head: str) -> None:
        self._connection = database.connection
        self._reached = _reached(self._connection, head)
        self._named: dict[str, tuple[str, ...]] = {}
        self._work: dict[str, tuple[FileWork, ...]] = {}

    def _ask(self, question: str, values: tuple[object, ...] = ()) -> list[Any]:
        """The rows of an answer. Raises GitError where a part of the index is damaged."""
        import sqlite3

        try:
            return self._connection.execute(question, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise GitError(
                f"the index beside git is damaged: {error}",
                help="delete the folder trueplan in git's own one; it is made anew",
            ) from error

    def named(self, name: str) -> tuple[str, ...]:
        """Every path that ends with the file name `name`, in any case, and that a commit had."""
        key = os.fsencode(name.lower())
        if name not in self._named:
            rows = self._ask(
                "SELECT p.path, h.commit_number FROM paths p"
                " JOIN changes h ON h.path_number = p.number WHERE p.name = ? ORDER BY p.number",
                (key,),
            )
            paths = dict.fromkeys(path for path, number in rows if self._has(number))
            self._named[name] = tuple(os.fsdecode(path) for path in paths)
        return self._named[name]

    def work(self, path: str) -> tuple[FileWork, ...]:
        """The commits that changed the file at `path`, or moved it there, the first one first."""
        known = self._work.get(path)
        if known is None:
            rows = self._ask(
                "SELECT c.number, c.name, c.at, h.new FROM changes h"
                " JOIN paths p ON p.number = h.path_number"
                " JOIN commits c ON c.number = h.commit_number"
                " WHERE p.path = ? ORDER BY c.number",
                (os.fsencode(path),),
            )
            known = self._work[path] = tuple(FileWork(*row) for row in rows if self._has(row[0]))
        return known

    def begins(self, number: int) -> bool:
        """Whether the commit with a number is one on which nothing stands before."""
        rows = self._ask("SELECT parents FROM commits WHERE number = ?", (number,))
        return bool(rows == [("",)])

    def moved_from(self, path: str) -> str | None:
        """The path from which the file at `path` was last moved there; None where it was not."""
        rows = self._ask(
            "SELECT h.commit_number, b.path FROM changes h JOIN paths p ON p.number = h.path_number"
            " JOIN paths b ON b.number = h.before_number WHERE p.path = ?"
            " ORDER BY h.commit_number DESC",
            (os.fsencode(path),),
        )
        return next((os.fsdecode(before) for number, before in rows if self._has(number)), None)

    def work_under(self, words: str, after: int) -> tuple[tuple[str, str, str], ...]:
        """Commits behind number `after` whose subject holds `words`, with time and subject.

        Those that changed nothing but documents are left out.
        """
        pattern = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        rows = self._ask(
            "SELECT c.number, c.name, c.at, c.subject FROM commits c WHERE c.number > ?"
            " AND c.subject LIKE ? ESCAPE '\\' AND EXISTS (SELECT 1 FROM changes h"
            " JOIN paths p ON p.number = h.path_number"
            " WHERE h.commit_number = c.number AND NOT p.document) ORDER BY c.number",
            (after, pattern),
        )
        return tuple(
            (str(name), str(at), str(subject))
            for number, name, at, subject in rows
            if self._has(number)
        )

    def _has(self, number: int) -> bool:
        return self._reached is None or number in self._reached


def _reached(connection: Connection, head: str) -> frozenset[int] | None:
    """The numbers of the commits that `head` has; None where the index holds no others."""
    if [name for (name,) in connection.execute("SELECT name FROM heads")] == [head]:
        return None
    commits = {
        name: (number, parents)
        for number, name, parents in connection.execute("SELECT number, name, parents FROM commits")
    }
    reached: set[int] = set()
    ahead = [head]
    while ahead:
        number, parents = commits.get(ahead.pop(), (-1, ""))
        if number not in reached:
            reached.add(number)
            ahead += parents.split()
    return frozenset(reached)
