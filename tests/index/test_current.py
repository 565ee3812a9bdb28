"""The index up to date, whatever became of the one that is kept."""

from __future__ import annotations

from pathlib import Path

from tests.git.committing import Committing
from tests.index.reading import stand
from trueplan.index.current import keep_or_not, open_current
from trueplan.index.database import FOLDER, NAME, Database, open_database


def _count(database: Database) -> int:
    (count,) = database.connection.execute("SELECT count(*) FROM commits").fetchone()
    return int(count)


def _work(tmp_path: Path) -> Committing:
    work = Committing(tmp_path / "r")
    work.commit({"a.md": "x\n"}, "start")
    return work


def test_every_commit_is_in_it(tmp_path: Path) -> None:
    work = _work(tmp_path)
    for count in (1, 2):
        database = open_current(work.root, stand(work.root))
        assert (_count(database), database.remark) == (count, "")
        database.connection.close()
        work.commit({"a.md": f"{count}\n"})


def test_one_whose_pages_are_damaged(tmp_path: Path) -> None:
    """It is thrown away; this time the answer comes from memory."""
    work = _work(tmp_path)
    open_current(work.root, stand(work.root)).connection.close()
    path = work.root / ".git" / FOLDER / NAME
    size = path.stat().st_size
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (size - 4096))
    work.commit({"a.md": "y\n"})
    database = open_current(work.root, stand(work.root))
    assert _count(database) == 2
    database.connection.close()


def test_what_cannot_be_written_is_worked_out_in_memory(tmp_path: Path) -> None:
    opened = open_database(str(tmp_path))
    opened.connection.execute("PRAGMA query_only = 1")

    def work(database: Database) -> str:
        database.connection.execute("INSERT INTO facts VALUES ('a', 'b')")
        row = database.connection.execute("SELECT value FROM facts").fetchone()
        return str(row[0])

    assert keep_or_not(opened, str(tmp_path), work) == "b"
    assert opened.connection.execute("SELECT count(*) FROM facts").fetchone() == (0,)
    opened.connection.close()
