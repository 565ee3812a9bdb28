"""A commit holds the files that were asked for; where git refuses, the index is as before."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.git.repositories import add_hook, ask_git, new_repository, standing, write
from trueplan.errors import GitError
from trueplan.git.commit import commit_paths

FILES = {"a.md": "a\n", "b.md": "b\n", "c.md": "c\n"}
MESSAGE = "lights: tick #1.2\n\nlights#1.2: Up\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three files in git; one has a staged change, one another that is not, one is new."""
    root = new_repository(tmp_path / "r", FILES)
    write(root, {"b.md": "b staged\n", "d.md": "d\n"})
    ask_git(root, "add", "b.md")
    write(root, {"c.md": "c changed\n"})
    return root


def _last(root: Path) -> tuple[str, str]:
    """Message and files of the last commit."""
    return (
        ask_git(root, "log", "-1", "--format=%B").rstrip(),
        ask_git(root, "show", "--name-status", "--format=", "HEAD"),
    )


def test_just_the_files_are_committed(root: Path) -> None:
    """One that git knows, one that it does not, one that is gone; the rest stays as it was."""
    write(root, {"a.md": "A\n", 'plans/ä " new.md': "n\n"})
    (root / "c.md").unlink()
    made = commit_paths(root, ["a.md", 'plans/ä " new.md', "c.md"], MESSAGE)
    assert made == ask_git(root, "rev-parse", "HEAD")
    assert _last(root) == (
        MESSAGE.rstrip(),
        'M\ta.md\nD\tc.md\nA\t"plans/\\303\\244 \\" new.md"',
    )
    assert standing(root)[1] == "M  b.md\n?? d.md"
    assert ask_git(root, "diff", "--cached", "--name-only") == "b.md"


@pytest.mark.parametrize("paths", [["a.md"], ["a.md", "d.md"], ["d.md"]])
def test_a_hook_that_fails_leaves_the_index(root: Path, paths: list[str]) -> None:
    """Its words are in the message."""
    add_hook(root, "pre-commit", "echo the masts are not painted >&2; echo on stdout; exit 1")
    write(root, {"a.md": "A\n"})
    before = standing(root)
    head = ask_git(root, "rev-parse", "HEAD")
    with pytest.raises(GitError) as raised:
        commit_paths(root, paths, MESSAGE)
    assert raised.value.message == "git commit failed: the masts are not painted\non stdout"
    assert standing(root) == before
    assert ask_git(root, "rev-parse", "HEAD") == head


def test_a_message_hook_that_fails(root: Path) -> None:
    add_hook(root, "commit-msg", "echo no ticket; exit 1")
    before = standing(root)
    with pytest.raises(GitError, match="no ticket"):
        commit_paths(root, ["d.md"], MESSAGE)
    assert standing(root) == before


def test_a_hook_that_only_talks(root: Path) -> None:
    add_hook(root, "pre-commit", "echo fine")
    add_hook(root, "post-commit", "exit 1")
    commit_paths(root, ["d.md"], MESSAGE)
    assert _last(root) == (MESSAGE.rstrip(), "A\td.md")


def test_the_first_commit(tmp_path: Path) -> None:
    """In a repository without one, whether git knows the file or not; what is staged stays so."""
    root = new_repository(tmp_path / "r", FILES, committed=False)
    ask_git(root, "add", "a.md", "b.md")
    add_hook(root, "pre-commit", "exit 1")
    before = standing(root)
    with pytest.raises(GitError):
        commit_paths(root, ["a.md", "c.md"], MESSAGE)
    assert standing(root) == before
    Path(root, ".git/hooks/pre-commit").unlink()
    commit_paths(root, ["a.md", "c.md"], MESSAGE)
    assert _last(root) == (MESSAGE.rstrip(), "A\ta.md\nA\tc.md")
    assert standing(root)[1] == "A  b.md"


def test_a_detached_head(root: Path) -> None:
    ask_git(root, "checkout", "--quiet", "--detach")
    made = commit_paths(root, ["c.md"], MESSAGE)
    assert ask_git(root, "rev-parse", "HEAD", "main").split() == [
        made,
        ask_git(root, "rev-parse", "HEAD~1"),
    ]


def test_a_worktree(root: Path, tmp_path: Path) -> None:
    """The commit is on the branch of the worktree, and the first one has its index still."""
    ask_git(root, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "w"))
    before = standing(root)
    write(tmp_path / "w", {"a.md": "A\n"})
    made = commit_paths(tmp_path / "w", ["a.md"], MESSAGE)
    assert ask_git(root, "rev-parse", "other") == made
    assert standing(root) == before


def test_a_folder_below_the_root_of_git(root: Path) -> None:
    """Paths start at the folder that was given."""
    write(root, {"part/plans/p.md": "p\n", "part/a.md": "not this\n"})
    commit_paths(root / "part", ["plans/p.md"], MESSAGE)
    assert _last(root)[1] == "A\tpart/plans/p.md"


@pytest.mark.parametrize("path", ["a.md", "d.md"])
def test_in_the_middle_of_a_merge(root: Path, path: str) -> None:
    """Git commits no part of one; it says so, and nothing changes."""
    ask_git(root, "stash", "--quiet")
    ask_git(root, "checkout", "--quiet", "-b", "side")
    write(root, {"b.md": "side\n"})
    ask_git(root, "commit", "--quiet", "--all", "--message=side")
    ask_git(root, "checkout", "--quiet", "main")
    write(root, {"b.md": "main\n"})
    ask_git(root, "commit", "--quiet", "--all", "--message=main")
    subprocess.run(["git", "merge", "--quiet", "side"], cwd=root, check=False, capture_output=True)
    write(root, {"a.md": "A\n"})
    before = standing(root)
    with pytest.raises(GitError, match="cannot do a partial commit during a merge"):
        commit_paths(root, [path], MESSAGE)
    assert standing(root) == before


def test_another_git_at_work(root: Path) -> None:
    """Its lock is named, and stays."""
    (root / ".git/index.lock").write_bytes(b"")
    for path in ("c.md", "d.md"):
        with pytest.raises(GitError, match=r"index\.lock"):
            commit_paths(root, [path], MESSAGE)
    (root / ".git/index.lock").unlink()
    assert standing(root)[1] == "M  b.md\n M c.md\n?? d.md"


def test_a_file_that_git_ignores_beside_others(root: Path) -> None:
    """It stays on disk and out of the commit."""
    write(root, {".git/info/exclude": "d.md\n", "a.md": "fresh\n"})
    commit_paths(root, ["a.md", "d.md"], MESSAGE)
    assert ask_git(root, "show", "--name-only", "--format=", "HEAD") == "a.md"


def test_a_file_that_git_ignores(root: Path) -> None:
    write(root, {".git/info/exclude": "d.md\n"})
    before = standing(root)
    with pytest.raises(GitError, match=r"nothing to commit: git ignores d\.md"):
        commit_paths(root, ["d.md"], MESSAGE)
    assert standing(root) == before


def test_nobody_to_commit_as(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    ask_git(root, "config", "--unset", "user.name")
    ask_git(root, "config", "--unset", "user.email")
    ask_git(root, "config", "user.useConfigOnly", "true")
    before = standing(root)
    with pytest.raises(GitError, match="tell me who you are"):
        commit_paths(root, ["d.md"], MESSAGE)
    assert standing(root) == before


def test_settings_for_people_who_type_messages(root: Path) -> None:
    """An editor, a template, comments: the message is the one that was given."""
    for name, value in {
        "commit.template": "nowhere.txt",
        "commit.verbose": "true",
        "commit.cleanup": "scissors",
        "core.commentChar": "l",
        "core.editor": "false",
        "commit.status": "true",
        "status.showUntrackedFiles": "no",
        "core.quotePath": "false",
        "color.ui": "always",
        "core.safecrlf": "true",
        "core.autocrlf": "input",
    }.items():
        ask_git(root, "config", name, value)
    message = "lights: tick #1.2\n\n#1.2 is no comment\nlights#1.2: Up\n"
    commit_paths(root, ["c.md"], message)
    assert _last(root) == (message.rstrip(), "M\tc.md")


def test_a_signature_that_fails(root: Path) -> None:
    """Who signs commits signs these; without a key there is none."""
    ask_git(root, "config", "commit.gpgSign", "true")
    ask_git(root, "config", "gpg.program", "false")
    before = standing(root)
    with pytest.raises(GitError, match="gpg failed to sign the data"):
        commit_paths(root, ["d.md"], MESSAGE)
    assert standing(root) == before


def test_paths_that_look_like_patterns(root: Path) -> None:
    """Each path is one file."""
    write(root, {"*.md": "star\n", ":(top)x.md": "x\n"})
    commit_paths(root, ["*.md", ":(top)x.md"], MESSAGE)
    assert _last(root)[1] == "A\t*.md\nA\t:(top)x.md"


def test_words_that_no_message_can_hold(root: Path) -> None:
    """A name that is not UTF-8, a NUL."""
    commit_paths(root, ["d.md"], "bad\udcff: tick\0 #1\n")
    assert _last(root)[0] == "bad?: tick #1"


def test_the_environment_of_a_hook_does_not_lead_astray(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "nothing"))
    commit_paths(root, ["d.md"], MESSAGE)
    monkeypatch.undo()
    assert _last(root)[1] == "A\td.md"
