"""Git is asked about the repository that was meant, and its silence is no crash."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from trueplan.errors import GitError
from trueplan.git import head_commit, ignored_paths, user_name
from trueplan.git.run import run_git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit that ignores drafts."""
    root = tmp_path / "repository"
    root.mkdir()
    (root / ".gitignore").write_text("draft-*.md\nold/\n")
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "first"]):
        subprocess.run(["git", "-C", str(root), *arguments], check=True)
    subprocess.run(["git", "-C", str(root), "config", "user.name", "Ada"], check=True)
    return root


def test_head_is_a_full_hash(repository: Path) -> None:
    """Forty hexadecimal digits."""
    commit = head_commit(repository)
    assert commit is not None
    assert len(commit) == 40
    assert set(commit) <= set("0123456789abcdef")


def test_no_head(tmp_path: Path) -> None:
    """Outside of a repository, and before the first commit, there is none."""
    assert head_commit(tmp_path) is None
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert head_commit(tmp_path) is None


def test_the_name_of_the_user(repository: Path) -> None:
    """It is the one that commits are signed with."""
    assert user_name(repository) == "Ada"


def test_ignored_paths(repository: Path) -> None:
    """Those that git ignores, of those asked about; odd names are understood."""
    paths = ["a.md", "draft-a.md", "old/b.md", "draft-ä \n.md", "draft-\udcff.md"]
    assert ignored_paths(repository, paths) == set(paths) - {"a.md"}
    assert ignored_paths(repository, []) == frozenset()


@pytest.mark.parametrize("odd", ["link/a.md", "inner/plans/a.md", ":(odd).md"])
def test_a_path_that_git_refuses_does_not_hide_the_others(repository: Path, odd: str) -> None:
    """Behind a link, in a repository within, or with the signs of a pathspec."""
    (repository / "link").symlink_to(".")
    (repository / "old").mkdir()
    for name in ("a.md", "draft-a.md", "old/b.md", ":(odd).md"):
        (repository / name).write_text("x")
    inner = repository / "inner"
    (inner / "plans").mkdir(parents=True)
    (inner / "plans/a.md").write_text("x")
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "inner"]):
        subprocess.run(["git", "-C", str(inner), *arguments], check=True)
    subprocess.run(
        ["git", "-C", str(repository), "-c", "advice.addEmbeddedRepo=false", "add", "inner"],
        check=True,
    )
    paths = [odd, "a.md", "draft-a.md", "old/b.md"]
    assert ignored_paths(repository, paths) == {"draft-a.md", "old/b.md"}


def test_nothing_is_ignored_outside_of_git(tmp_path: Path) -> None:
    """Where git cannot tell, nothing is."""
    assert ignored_paths(tmp_path, ["a.md"]) == frozenset()


def test_the_environment_does_not_lead_astray(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GIT_DIR of a hook or a shell points elsewhere; the folder asked about counts."""
    expected = head_commit(repository)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "nothing"))
    assert head_commit(repository) == expected


def test_git_is_missing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git its questions have no answer, and the error says what to do."""
    monkeypatch.setenv("PATH", "")
    assert (head_commit(repository), user_name(repository)) == (None, None)
    assert ignored_paths(repository, ["draft-a.md"]) == frozenset()
    with pytest.raises(GitError) as caught:
        run_git(repository, ["status"])
    assert (caught.value.message, caught.value.help) == (
        "git cannot be run",
        "install git, or put it on the PATH",
    )


def test_a_refusal_is_told_in_gits_words(repository: Path) -> None:
    """The error names the command and says why."""
    with pytest.raises(GitError, match=r"^git rev-parse failed: fatal: "):
        run_git(repository, ["rev-parse", "--verify", "nothing"])
