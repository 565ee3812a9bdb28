"""Every revision of a file, under all its names, with its bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.git.repositories import ask_git, new_repository, write
from trueplan.errors import GitError
from trueplan.git.revisions import read_blobs, read_revisions


def _commit(root: Path, day: str, author: str = "Wren") -> str:
    ask_git(root, "add", "--all")
    ask_git(
        root,
        *("commit", "--quiet", "--allow-empty", "--message=x", f"--author={author} <w@w.org>"),
        f"--date={day}T12:00:00+02:00",
    )
    return ask_git(root, "rev-parse", "HEAD")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A file that was written, renamed, removed and written again; another beside it."""
    root = new_repository(tmp_path / "r", {"other.md": "x\n"})
    text = "".join(f"line {number}\n" for number in range(30))
    write(root, {"docs/a.md": text})
    _commit(root, "2026-01-01")
    write(root, {"docs/a.md": text + "more\r\n", "other.md": "y\n"})
    _commit(root, "2026-01-02", "Ümit \x02 O")
    ask_git(root, "mv", "docs/a.md", "docs/b ä.md")
    _commit(root, "2026-01-03")
    write(root, {"other.md": "z\n"})
    _commit(root, "2026-01-04")
    return root


def test_the_first_revision_comes_first(root: Path) -> None:
    """A commit that left the file alone is none of them; a rename is."""
    found = read_revisions(root, "docs/b ä.md")
    assert [(one.day, one.author, one.path) for one in found] == [
        ("2026-01-01", "Wren", "docs/a.md"),
        ("2026-01-02", "Ümit \x02 O", "docs/a.md"),
        ("2026-01-03", "Wren", "docs/b ä.md"),
    ]
    assert found[0].at == "2026-01-01T12:00:00+02:00"
    assert found[2].source == found[1].source == found[0].source + b"more\r\n"
    assert [one.commit for one in found] == ask_git(
        root, "rev-list", "--reverse", "HEAD~4..HEAD~1"
    ).split()


def test_a_removal_is_no_revision(root: Path) -> None:
    """What comes back after it is one again."""
    (root / "docs/b ä.md").unlink()
    _commit(root, "2026-01-05")
    write(root, {"docs/b ä.md": b"\xff\x00 back\n"})
    _commit(root, "2026-01-06")
    found = read_revisions(root, "docs/b ä.md")
    assert found[-1].source == b"\xff\x00 back\n"
    assert "2026-01-05" not in [one.day for one in found]


def test_paths_start_at_the_folder_that_was_given(root: Path) -> None:
    found = read_revisions(root / "docs", "b ä.md")
    assert [one.path for one in found] == ["a.md", "a.md", "b ä.md"]


def test_settings_of_people_do_not_matter(root: Path) -> None:
    before = read_revisions(root, "docs/b ä.md")
    for name, value in {
        "log.showSignature": "true",
        "color.ui": "always",
        "diff.renames": "false",
        "log.date": "relative",
        "log.decorate": "full",
        "diff.noprefix": "true",
        "core.abbrev": "8",
        "log.follow": "true",
        "format.pretty": "oneline",
        "core.quotePath": "true",
    }.items():
        ask_git(root, "config", name, value)
    assert read_revisions(root, "docs/b ä.md") == before


@pytest.mark.parametrize("name", ["*.md", ":(top)x.md", "[a].md", "-x.md"])
def test_a_path_is_no_pattern(root: Path, name: str) -> None:
    write(root, {name: "odd\n"})
    _commit(root, "2026-01-07")
    assert [(one.path, one.source) for one in read_revisions(root, name)] == [(name, b"odd\n")]


def test_a_merge(root: Path) -> None:
    """The commits of both sides are there, each once."""
    ask_git(root, "checkout", "--quiet", "-b", "side")
    text = (root / "docs/b ä.md").read_bytes()
    write(root, {"docs/b ä.md": b"first\n" + text})
    _commit(root, "2026-01-08")
    ask_git(root, "checkout", "--quiet", "main")
    write(root, {"docs/b ä.md": text + b"last\n"})
    _commit(root, "2026-01-09")
    ask_git(root, "merge", "--quiet", "--no-edit", "side")
    days = [one.day for one in read_revisions(root, "docs/b ä.md")]
    assert sorted(days)[-2:] == ["2026-01-08", "2026-01-09"]
    assert len(days) == len(set(days))


def test_what_git_does_not_know(root: Path, tmp_path: Path) -> None:
    """An untracked file has no revisions; without a commit or git there is an error."""
    write(root, {"new.md": "n\n"})
    assert read_revisions(root, "new.md") == []
    assert read_revisions(root, "nowhere.md") == []
    empty = new_repository(tmp_path / "empty", {"a.md": "a\n"}, committed=False)
    for folder in (empty, tmp_path):
        with pytest.raises(GitError):
            read_revisions(folder, "a.md")


def test_blobs_that_are_missing_are_empty(root: Path) -> None:
    there = ask_git(root, "rev-parse", "HEAD:other.md")
    gone = "0" * 40
    assert read_blobs(root, [gone, there, gone]) == {gone: b"", there: b"z\n"}
