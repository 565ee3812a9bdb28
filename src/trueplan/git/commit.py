"""Make a commit of some files, whatever else is staged."""

from __future__ import annotations

import os
from collections.abc import Sequence

from trueplan.errors import GitError
from trueplan.git.run import head_commit, run_git
from trueplan.record import AnyPath


def commit_paths(root: AnyPath, paths: Sequence[str], message: str) -> str:
    """Commit `paths`, which are relative to `root`, and nothing else; returns the new hash.

    What is staged of other files stays staged. Files that are gone are committed as removed.
    Raises GitError where git or a hook refuses; the index is then as it was.
    """
    tracked = set(_listed(root, paths))
    fresh = [path for path in paths if path not in tracked]
    there = [path for path in fresh if os.path.lexists(os.path.join(root, path))]
    wanted = [path for path in paths if path in tracked or path in there]
    literal = ["--literal-pathspecs"]
    try:
        if there:  # a commit of paths knows only what the index has heard of
            run_git(root, [*literal, "add", "--intent-to-add", "--", *there])
        run_git(
            root,
            [*literal, "commit", "--quiet", "--only", "--file=-", "--", *wanted],
            message.encode(),
        )
    except GitError:
        if there:
            run_git(root, [*literal, "rm", "--quiet", "--cached", "--force", "--", *there])
        raise
    made = head_commit(root)
    assert made is not None
    return made


def _listed(root: AnyPath, paths: Sequence[str]) -> list[str]:
    """Those of `paths` that the index holds."""
    answer = run_git(root, ["--literal-pathspecs", "ls-files", "-z", "--", *paths])
    return [path.decode(errors="surrogateescape") for path in answer.split(b"\0") if path]
