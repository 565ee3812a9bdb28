"""What the index keeps of completed plans."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from trueplan.index.completions import KeptCompletion, load_completion, save_completion
from trueplan.index.database import Database, open_database

FOUND = KeptCompletion(3, (("added", 2), ("phase added", 1)))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(str(tmp_path))
    yield opened
    opened.connection.close()


@pytest.mark.parametrize("found", [FOUND, KeptCompletion(0, ()), None])
def test_what_was_found_comes_back(found: KeptCompletion | None, database: Database) -> None:
    save_completion(database, "plans/a.md", "reader", ["a", "b"], found)
    assert load_completion(database, "plans/a.md", "reader", ["a", "b"]) == (found,)


def test_another_plan_reader_or_revision(database: Database) -> None:
    """Nothing is kept of it."""
    save_completion(database, "plans/a.md", "reader", ["a", "b"], FOUND)
    assert load_completion(database, "plans/b.md", "reader", ["a", "b"]) is None
    assert load_completion(database, "plans/a.md", "other", ["a", "b"]) is None
    assert load_completion(database, "plans/a.md", "reader", ["a", "b", "c"]) is None


def test_one_a_plan(database: Database) -> None:
    """What was kept before goes; a path that is no text is one."""
    for blobs in (["a"], ["a", "b"]):
        save_completion(database, "plans/\udcff.md", "reader", blobs, FOUND)
    (count,) = database.connection.execute("SELECT count(*) FROM facts").fetchone()
    assert count == 1
    assert load_completion(database, "plans/\udcff.md", "reader", ["a", "b"]) == (FOUND,)
