"""Where a folder stands in its repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.git.committing import Committing
from trueplan.errors import GitError
from trueplan.git.standpoint import Standpoint, find_standpoint


@pytest.fixture
def work(tmp_path: Path) -> Committing:
    return Committing(tmp_path / "r")


def stand(folder: Path) -> Standpoint:
    found = find_standpoint(folder)
    assert found is not None
    return found


def test_at_the_top(work: Committing) -> None:
    head = work.commit({"a.md": "a\n"})
    common = str((work.root / ".git").resolve())
    assert find_standpoint(work.root) == Standpoint(head, "", common, False, "")


@pytest.mark.parametrize("name", ["docs", "we\nird", "a b", "ü"])
def test_in_a_folder(work: Committing, name: str) -> None:
    work.commit({f"{name}/x/a.md": "a\n"})
    found = stand(work.root / name / "x")
    assert (found.prefix, found.common) == (f"{name}/x/", str((work.root / ".git").resolve()))


def test_below_a_folder_whose_name_has_lines(tmp_path: Path) -> None:
    work = Committing(tmp_path / "a\nb")
    head = work.commit({"a.md": "a\n"})
    found = stand(work.root)
    assert (found.head, found.prefix) == (head, "")
    assert found.common == str((work.root / ".git").resolve())


def test_before_the_first_commit(work: Committing) -> None:
    assert find_standpoint(work.root) is None


def test_a_branch_that_nobody_made(work: Committing) -> None:
    work.commit({"a.md": "a\n"})
    work.git("symbolic-ref", "HEAD", "refs/heads/unborn")
    assert find_standpoint(work.root) is None


def test_no_repository(tmp_path: Path) -> None:
    assert find_standpoint(tmp_path) is None


def test_a_head_without_a_branch(work: Committing) -> None:
    first = work.commit({"a.md": "a\n"})
    work.commit({"a.md": "b\n"})
    work.git("checkout", "--quiet", first)
    assert stand(work.root).head == first


def test_a_file_called_head(work: Committing) -> None:
    """It is not taken for the commit."""
    head = work.commit({"HEAD": "x\n"})
    assert stand(work.root).head == head


def test_git_that_refuses(
    work: Committing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A repository that git will not touch is not one without commits."""
    work.commit({"a.md": "a\n"})
    (work.root / ".git" / "config").write_text("[core\nbroken")
    with pytest.raises(GitError, match="bad config"):
        find_standpoint(work.root)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git cannot be run"):
        find_standpoint(work.root)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_repository_of_somebody_else(work: Committing, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git says that it is not safe, and so do we."""
    work.commit({"a.md": "a\n"})
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("SUDO_UID", raising=False)
    for path in (work.root, work.root / ".git"):
        os.chown(path, 65534, 65534)
    with pytest.raises(GitError, match="dubious ownership"):
        find_standpoint(work.root)


def test_a_second_work_tree_shares_the_folder(work: Committing, tmp_path: Path) -> None:
    work.commit({"docs/a.md": "a\n"})
    work.git("worktree", "add", "--quiet", str(tmp_path / "second"), "-b", "second")
    one, other = stand(work.root), stand(tmp_path / "second" / "docs")
    assert (one.common, other.prefix) == (other.common, "docs/")


def test_the_boundary_of_a_shallow_clone(work: Committing, tmp_path: Path) -> None:
    work.commit({"a.md": "a\n"})
    work.commit({"a.md": "b\n"})
    clone = Committing(tmp_path / "clones")
    clone.git("clone", "--quiet", "--depth=1", work.root.as_uri(), "clone")
    found = stand(clone.root / "clone")
    assert found.shallow
    assert found.grafts
    clone.root /= "clone"
    clone.git("fetch", "--quiet", "--unshallow")
    assert (stand(clone.root).shallow, stand(clone.root).grafts) == (False, "")


def test_replacements_and_grafts(work: Committing) -> None:
    """Each of them is another way to see the same commits."""
    first = work.commit({"a.md": "a\n"})
    work.commit({"a.md": "b\n"})
    third = work.commit({"a.md": "c\n"})
    seen = {stand(work.root).grafts}
    work.git("replace", "--graft", third, first)
    seen.add(stand(work.root).grafts)
    work.git("pack-refs", "--all")
    seen.add(stand(work.root).grafts)
    work.git("replace", "--delete", third)
    (work.root / ".git" / "info" / "grafts").write_text(f"{third}\n")
    seen.add(stand(work.root).grafts)
    assert len(seen) == 3
