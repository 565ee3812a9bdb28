"""What the index knows of single files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.git.committing import Committing
from tests.index.reading import stand
from trueplan.index.commits import update_commits
from trueplan.index.database import open_database
from trueplan.index.file_history import FileHistory

LONG = "".join(f"line {number}\n" for number in range(20))


@pytest.fixture
def work(tmp_path: Path) -> Committing:
    work = Committing(tmp_path / "r")
    work.commit({"plans/a.md": LONG, "src/Quay.py": "a\n"}, "start", "2026-01-01")
    work.commit({"src/Quay.py": "b\n"}, "QUA-1: 100% of it", "2026-01-02")
    work.commit({"plans/a.md": None, "plans/old/a.md": LONG}, "QUA-1: tidy", "2026-01-03")
    work.commit({"src/Quay.py": None, "lib/quay.py": "c\n"}, "move", "2026-01-04")
    return work


@pytest.fixture
def history(work: Committing) -> Iterator[FileHistory]:
    database = open_database(stand(work.root).common)
    update_commits(database, work.root, stand(work.root))
    yield FileHistory(database, stand(work.root).head)
    database.connection.close()


def test_files_by_their_name(history: FileHistory) -> None:
    """In any case, gone ones among them."""
    assert sorted(history.named("QUAY.py")) == ["lib/quay.py", "src/Quay.py"]
    assert history.named("uay.py") == ()


def test_the_work_on_a_file(history: FileHistory) -> None:
    work = history.work("src/Quay.py")
    assert [one.day for one in work] == ["2026-01-01", "2026-01-02", "2026-01-04"]
    assert work[-1].new is None
    assert history.work("src/quay.py") == ()


def test_where_a_document_came_from(history: FileHistory) -> None:
    assert history.moved_from("plans/old/a.md") == "plans/a.md"
    assert history.moved_from("plans/a.md") is None


def test_commits_under_a_name(history: FileHistory) -> None:
    """Those that changed nothing but documents are left out; signs of a pattern mean themselves."""
    found = history.work_under("QUA-1", 1)
    assert [(at[:10], subject) for _, at, subject in found] == [("2026-01-02", "QUA-1: 100% of it")]
    assert history.work_under("QUA_1", 1) == ()
    assert len(history.work_under("100%", 1)) == 1
    assert history.work_under("QUA-1", 2) == ()


def test_commits_that_are_not_part_of_it(work: Committing) -> None:
    """What the index knows of another branch is as good as unknown."""
    work.switch("side", "main")
    work.commit({"src/other.py": "x\n", "lib/quay.py": "d\n"}, "QUA-1: aside", "2026-01-05")
    database = open_database(stand(work.root).common)
    update_commits(database, work.root, stand(work.root))
    work.switch("main")
    update_commits(database, work.root, stand(work.root))
    history = FileHistory(database, stand(work.root).head)
    assert history.named("other.py") == ()
    assert [one.day for one in history.work("lib/quay.py")] == ["2026-01-04"]
    assert len(history.work_under("QUA-1", 1)) == 1
    database.connection.close()
