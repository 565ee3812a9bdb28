"""The commits of a stretch of work, and what brought a file in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.git.repositories import ask_git, new_repository, write
from trueplan.errors import GitError
from trueplan.git.commits import (
    Commits,
    find_additions,
    last_commit_of,
    read_at,
    read_commits,
)


def _commit(root: Path, day: str, subject: str) -> str:
    ask_git(root, "add", "--all")
    ask_git(root, "commit", "--quiet", "--allow-empty", f"--message={subject}")
    ask_git(
        root,
        *("-c", f"user.name={subject[:1] or 'W'}", "commit", "--quiet", "--amend", "--no-edit"),
        *("--allow-empty", "--allow-empty-message", f"--date={day}T12:00:00+0000"),
    )
    return ask_git(root, "rev-parse", "HEAD")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A merge, a rename, a commit of nothing, a subject and a path that are a nuisance."""
    root = new_repository(tmp_path / "r", {"a.md": "a\n"})
    ask_git(root, "commit", "--quiet", "--amend", "--no-edit", "--date=2026-01-01T12:00:00+0000")
    write(root, {"docs/b ü.md": "b\n", "a.md": "A\n"})
    _commit(root, "2026-01-02", "docs: \x01:100644 | `b` [x](y)\nfolded\n\nbody")
    _commit(root, "2026-01-03", "nothing")
    ask_git(root, "checkout", "--quiet", "-b", "side", "HEAD~2")
    write(root, {"side\n.md": "s\n"})
    _commit(root, "2026-01-04", "side")
    ask_git(root, "checkout", "--quiet", "main")
    ask_git(root, "merge", "--quiet", "--no-ff", "--message=merge", "side")
    ask_git(root, "mv", "a.md", "docs/c.md")
    _commit(root, "2026-01-05", "rename")
    return root


def _read(
    root: Path, since: str, *, inclusive: bool = False
) -> list[tuple[str, str, tuple[str, ...]]]:
    found = read_commits(root, since, 30, inclusive=inclusive)
    return [(one.day, one.subject, one.files) for one in found.shown]


def test_commits_with_their_files(root: Path) -> None:
    """The last one first; merges and commits of nothing are left out."""
    first = ask_git(root, "rev-list", "--max-parents=0", "HEAD")
    assert _read(root, first) == [
        ("2026-01-05", "rename", ("a.md", "docs/c.md")),
        ("2026-01-04", "side", ("side\n.md",)),
        ("2026-01-02", "docs: \x01:100644 | `b` [x](y) folded", ("a.md", "docs/b ü.md")),
    ]
    assert _read(root, first, inclusive=True)[-1] == ("2026-01-01", "Start", ("a.md",))
    assert read_commits(root, "HEAD", 30) == Commits((), 0)


def test_a_parent_never_comes_before_its_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even where they were made in one second, and a shorter way leads to the parent."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-01-09T12:00:00+0000")
    root = new_repository(tmp_path / "r", {"a.md": "a\n"})
    for name in ("one", "two"):
        write(root, {f"{name}.md": "b\n"})
        _commit(root, "2026-01-02", name)
    ask_git(root, "checkout", "--quiet", "-b", "side", "HEAD~2")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-01-09T12:00:01+0000")
    write(root, {"c.md": "c\n"})
    _commit(root, "2026-01-03", "side")
    ask_git(root, "checkout", "--quiet", "main")
    ask_git(root, "merge", "--quiet", "--no-ff", "--message=merge", "side")
    first = ask_git(root, "rev-list", "--max-parents=0", "HEAD")
    subjects = [subject for _, subject, _ in _read(root, first, inclusive=True)]
    assert subjects == ["side", "two", "one", "Start"]


def test_a_bound(root: Path) -> None:
    """Those beyond it are counted, not read."""
    first = ask_git(root, "rev-list", "--max-parents=0", "HEAD")
    found = read_commits(root, first, 2, inclusive=True)
    assert ([one.subject for one in found.shown], found.total) == (["rename", "side"], 4)


def test_a_folder_of_a_repository(root: Path) -> None:
    """Paths start there, and what happened elsewhere is left out."""
    first = ask_git(root, "rev-list", "--max-parents=0", "HEAD")
    assert [files for _, _, files in _read(root / "docs", first)] == [("c.md",), ("b ü.md",)]


def test_settings_of_people_do_not_matter(root: Path) -> None:
    first = ask_git(root, "rev-list", "--max-parents=0", "HEAD")
    before = _read(root, first)
    for name, value in {
        "log.showSignature": "true",
        "color.ui": "always",
        "diff.renames": "copies",
        "log.decorate": "full",
        "i18n.logOutputEncoding": "latin1",
        "diff.noprefix": "true",
        "log.follow": "true",
    }.items():
        ask_git(root, "config", name, value)
    assert _read(root, first) == before


def test_what_is_not_there(root: Path) -> None:
    with pytest.raises(GitError):
        read_commits(root, "nonsense", 30)


def test_additions(root: Path, tmp_path: Path) -> None:
    """The last commit that brought a file in; a name that git could take for a pattern is none."""
    commit = ask_git(root, "rev-parse", "HEAD")
    (root / "docs/c.md").unlink()
    _commit(root, "2026-01-06", "gone")
    write(root, {"docs/c.md": "c\n", "*": "star\n"})
    again = _commit(root, "2026-01-07", "again")
    assert find_additions(root, ["docs/c.md", "*", "new.md"]) == {"docs/c.md": again, "*": again}
    assert find_additions(root, []) == {}
    assert find_additions(root, ["side\n.md"])["side\n.md"] != commit
    assert find_additions(tmp_path, ["a.md"]) == {}
    assert find_additions(new_repository(tmp_path / "e", {"a": ""}, committed=False), ["a"]) == {}


def test_a_file_as_it_was(root: Path) -> None:
    first = ask_git(root, "rev-list", "--max-parents=0", "HEAD")
    assert read_at(root, first, "a.md") == b"a\n"
    assert read_at(root, "HEAD", "a.md") is None
    assert read_at(root / "docs", "HEAD", "b ü.md") == b"b\n"


def test_the_last_commit_of_a_day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the day on which it came into the repository."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2098-05-01T12:00:00+0000")
    commit = _commit(root, "2026-02-01", "later")
    assert last_commit_of(root, "2098-05-01") == commit
    assert last_commit_of(root, "2098-04-30") == ask_git(root, "rev-parse", "HEAD~1")
    assert last_commit_of(root, "2001-01-01") is None
