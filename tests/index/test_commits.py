"""The kept log is the one that git would tell now, whatever was done to the history."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.git.committing import Committing
from tests.index.reading import read_fresh, read_kept, stand
from trueplan.index.commits import load_commits, load_document_changes, update_commits
from trueplan.index.database import open_database

LONG = "".join(f"line {number}\n" for number in range(20))


@pytest.fixture
def work(tmp_path: Path) -> Committing:
    """Three commits, the last one moves a document."""
    work = Committing(tmp_path / "r")
    work.commit({"a.md": LONG, "x.txt": "x\n"})
    work.commit({"a.md": f"{LONG}more\n"}, day="2026-01-02")
    work.commit({"a.md": None, "b/a.md": LONG}, day="2026-01-03")
    return work


def same(work: Committing) -> None:
    assert read_kept(work.root) == read_fresh(work.root)


def test_what_is_kept(work: Committing) -> None:
    third, second, first = work.git("rev-list", "HEAD").split("\n")
    blobs = work.git("rev-parse", f"{first}:a.md", f"{second}:a.md").split("\n")
    assert read_kept(work.root) == {
        first: ((), "2026-01-01T12:00:00+00:00", "Wren", ("a.md", None, blobs[0])),
        second: ((first,), "2026-01-02T12:00:00+00:00", "Wren", ("a.md", None, blobs[1])),
        third: ((second,), "2026-01-03T12:00:00+00:00", "Wren", ("b/a.md", "a.md", blobs[0])),
    }


def test_after_every_commit(work: Committing) -> None:
    """Also after a merge, whose branch began before what was known."""
    base = work.git("rev-parse", "HEAD~1")
    same(work)
    for number in range(3):
        work.commit({"c.md": f"{number}\n"})
        same(work)
    work.switch("side", base)
    same(work)
    work.commit({"d.md": "d\n"})
    same(work)
    work.switch("main")
    work.merge("side")
    same(work)


def test_only_what_is_new_is_asked_for(work: Committing) -> None:
    database = open_database(stand(work.root).common)
    assert update_commits(database, work.root, stand(work.root)) == 3
    assert update_commits(database, work.root, stand(work.root)) == 0
    work.commit({"c.md": "c\n"})
    work.commit({"c.md": "d\n"})
    assert update_commits(database, work.root, stand(work.root)) == 2
    work.git("reset", "--quiet", "--hard", "HEAD~3")
    assert update_commits(database, work.root, stand(work.root)) == 0
    database.connection.close()


def test_rewritten(work: Committing) -> None:
    """Amended, reset, rebased, filtered; the old commits thrown away."""
    same(work)
    work.git("commit", "--quiet", "--amend", "-m", "other words")
    same(work)
    work.git("reset", "--quiet", "--hard", "HEAD~1")
    same(work)
    work.switch("side", "HEAD~1")
    work.commit({"c.md": "c\n"})
    same(work)
    work.git("rebase", "--quiet", "main")
    same(work)
    work.git("reflog", "expire", "--expire=now", "--all")
    work.git("branch", "--quiet", "-D", "main")
    work.git("gc", "--quiet", "--prune=now")
    same(work)
    orphan = work.git("commit-tree", work.git("rev-parse", "HEAD^{tree}"), feed=b"alone\n")
    work.git("reset", "--quiet", "--hard", orphan)
    same(work)


def test_many_heads(work: Committing) -> None:
    """More than are remembered: each is still right when it comes again."""
    heads = []
    for number in range(20):
        work.switch(f"b{number}", "main")
        heads.append(work.commit({"c.md": f"{number}\n"}))
        same(work)
    for head in heads:
        work.git("checkout", "--quiet", head)
        same(work)


def test_several_work_trees(work: Committing, tmp_path: Path) -> None:
    """They share one index, and each sees what it has checked out."""
    work.git("worktree", "add", "--quiet", str(tmp_path / "second"), "-b", "second", "HEAD~1")
    second = tmp_path / "second"
    assert stand(second).common == stand(work.root).common
    for _ in range(2):
        assert len(read_kept(work.root)) == 3
        assert len(read_kept(second)) == 2


def test_a_boundary_that_moves(work: Committing, tmp_path: Path) -> None:
    """A shallow clone that is deepened, and made shallow again."""
    clone = Committing(tmp_path / "clone")
    clone.git("remote", "add", "origin", work.root.as_uri())
    clone.git("fetch", "--quiet", "--depth=1", "origin", "main")
    clone.git("reset", "--quiet", "--hard", "FETCH_HEAD")
    found = []
    for words in ((), ("--depth=2",), ("--unshallow",), ("--depth=1",)):
        if words:
            clone.git("fetch", "--quiet", *words, "origin", "main")
        same(clone)
        found.append(len(read_kept(clone.root)))
    assert found == [1, 2, 3, 1]


def test_parents_that_are_replaced(work: Committing) -> None:
    """By a replacement, and by a graft; and back again."""
    same(work)
    first = work.git("rev-parse", "HEAD~2")
    work.git("replace", "--graft", "HEAD", first)
    same(work)
    assert len(read_kept(work.root)) == 2
    work.git("pack-refs", "--all")
    same(work)
    work.git("replace", "--delete", work.head)
    same(work)
    (work.root / ".git" / "info" / "grafts").write_text(f"{work.head}\n")
    same(work)
    assert len(read_kept(work.root)) == 1


def test_nothing_is_kept_of_a_reading_that_fails(work: Committing) -> None:
    """A history with a hole is an error, and the index is as it was."""
    read_kept(work.root)
    tree = work.git("rev-parse", "HEAD^{tree}")
    bad = work.git("commit-tree", tree, "-p", work.head, feed=b"x\n")
    path = work.root / ".git" / "objects" / tree[:2] / tree[2:]
    broken = stand(work.root)._replace(head=bad)
    path.unlink()
    database = open_database(broken.common)
    before = load_commits(database), load_document_changes(database)
    with pytest.raises(Exception, match="git log failed"):
        update_commits(database, work.root, broken._replace(head="0" * 40))
    assert (load_commits(database), load_document_changes(database)) == before
    database.connection.close()
