"""Make a commit of some files, whatever else is staged."""

from __future__ import annotations

import os
from collections.abc import Sequence

from trueplan.errors import GitError
from trueplan.git.run import head_commit, ignored_paths, run_git
from trueplan.record import AnyPath

_LITERAL = ("--literal-pathspecs",)
_AS_IT_IS = ("--cleanup=whitespace", "--no-edit", "--no-status")


def commit_paths(root: AnyPath, paths: Sequence[str], message: str) -> str:
    """Commit `paths`, which are relative to `root`, and nothing else; returns the new hash.

    What is staged of other files stays staged. Files that are gone are committed as removed,
    files that git ignores are left out.
    Hooks run, and commits are signed, where the repository is set up so. Raises GitError where
    git or a hook refuses; the index is then as it was.
    """
    tracked = set(_listed(root, paths))
    fresh = [path for path in paths if path not in tracked]
    there = [path for path in fresh if os.path.lexists(os.path.join(root, path))]
    ignored = ignored_paths(root, there)
    there = [path for path in there if path not in ignored]
    wanted = [path for path in paths if path in tracked or path in there]
    if not wanted:
        raise GitError(f"there is nothing to commit: git ignores {', '.join(sorted(ignored))}")
    before = head_commit(root)
    try:
        if there:  # a commit of paths knows only what the index has heard of
            run_git(root, [*_LITERAL, "add", "--intent-to-add", "--", *there])
        run_git(
            root,
            [*_LITERAL, "commit", "--quiet", "--only", *_AS_IT_IS, "--file=-", "--", *wanted],
            message.replace("\0", "").encode(errors="replace"),
        )
    except BaseException:
        if head_commit(root) == before:
            _forget(root, there)
        raise
    made = head_commit(root)
    assert made is not None
    return made


def changed_paths(root: AnyPath, paths: Sequence[str]) -> list[str]:
    """Those of `paths` that are not as the last commit has them; none before the first one."""
    if head_commit(root) is None:
        return []
    words = ["diff", "--name-only", "-z", "--relative", "HEAD", "--", *paths]
    answer = run_git(root, [*_LITERAL, *words])
    return [path.decode(errors="surrogateescape") for path in answer.split(b"\0") if path]


def find_renames(root: AnyPath) -> tuple[dict[str, str], list[str]]:
    """The old paths of files that were moved since the last commit, by the new ones; what is gone.

    Moves are those that are staged. Raises GitError.
    """
    words = ["diff", "--name-status", "-z", "--relative", "-M", "HEAD", "--"]
    pieces = iter(run_git(root, words).decode(errors="surrogateescape").split("\0"))
    moved: dict[str, str] = {}
    gone: list[str] = []
    for status in pieces:
        if not status:
            break
        path = next(pieces)
        if status[0] in "RC":
            after = next(pieces)
            if status[0] == "R":
                moved[after] = path
        elif status[0] == "D":
            gone.append(path)
    return moved, gone


def _forget(root: AnyPath, paths: Sequence[str]) -> None:
    """Take paths out of the index that it had not heard of before."""
    if paths:
        try:
            run_git(root, [*_LITERAL, "rm", "--quiet", "--cached", "--force", "--", *paths])
        except GitError:
            return  # what stopped the commit is what there is to say


def _listed(root: AnyPath, paths: Sequence[str]) -> list[str]:
    """Those of `paths` that the index holds."""
    answer = run_git(root, [*_LITERAL, "ls-files", "-z", "--", *paths])
    return [path.decode(errors="surrogateescape") for path in answer.split(b"\0") if path]
