"""Ask git, with an environment of our own making."""

from __future__ import annotations

import os
from collections.abc import Sequence

from trueplan.errors import GitError
from trueplan.record import AnyPath, Record

# What would make git look at another repository than the one asked about.
_DROPPED = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
)


def head_commit(root: AnyPath) -> str | None:
    """The full hash of HEAD; None outside of a repository or before the first commit."""
    try:
        return run_git(root, ["rev-parse", "--verify", "--quiet", "HEAD"]).decode().strip() or None
    except GitError:
        return None


def user_name(root: AnyPath) -> str | None:
    """The name that git would sign a commit with; None where it has none."""
    try:
        return run_git(root, ["config", "user.name"]).decode().strip() or None
    except GitError:
        return None


def ignored_paths(root: AnyPath, paths: Sequence[str]) -> frozenset[str]:
    """Those of `paths` that git ignores; none where git cannot tell."""
    if not paths:
        return frozenset()
    feed = "\0".join(paths).encode(errors="surrogateescape") + b"\0"
    try:
        return frozenset(
            _paths(run_git(root, ["check-ignore", "-z", "--stdin"], feed, allowed=(0, 1)))
        )
    except GitError:
        return _ignored_by_listing(root, paths)


def _ignored_by_listing(root: AnyPath, paths: Sequence[str]) -> frozenset[str]:
    """The same from a list of all that is ignored.

    It takes longer, but no path can stop it: check-ignore gives up at the first one that stands
    in a submodule, behind a link, or looks like pathspec magic.
    """
    listing = ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory"]
    try:
        ignored = frozenset(_paths(run_git(root, listing)))
    except GitError:
        return frozenset()
    return frozenset(
        path
        for path in paths
        if path in ignored
        or any(path[: at + 1] in ignored for at, sign in enumerate(path) if sign == "/")
    )


def _paths(answer: bytes) -> list[str]:
    return [path.decode(errors="surrogateescape") for path in answer.split(b"\0") if path]


class Answer(Record):
    """What git said, and the exit code with which it did."""

    code: int
    out: bytes
    err: bytes


def run_git(
    root: AnyPath, arguments: Sequence[str], feed: bytes = b"", allowed: Sequence[int] = (0,)
) -> bytes:
    """What git prints. Raises GitError where it is missing or refuses."""
    answer = ask_git(root, arguments, feed)
    if answer.code not in allowed:
        said = answer.err.decode("utf-8", "replace").strip()
        name = next(word for word in arguments if not word.startswith("-"))
        raise GitError(f"git {name} failed: {said}" if said else f"git {name} failed")
    return answer.out


def ask_git(root: AnyPath, arguments: Sequence[str], feed: bytes = b"") -> Answer:
    """What git prints, whatever its exit code. Raises GitError where it is missing."""
    import subprocess

    try:
        done = subprocess.run(
            ["git", "-C", root, *arguments],
            input=feed,
            capture_output=True,
            env=clean_environment(),
            check=False,
        )
    except OSError as error:
        raise GitError("git cannot be run", help="install git, or put it on the PATH") from error
    return Answer(done.returncode, done.stdout, done.stderr)


def clean_environment() -> dict[str, str]:
    """The environment in which git looks only where it is told to, and speaks plainly."""
    environment = {key: value for key, value in os.environ.items() if key not in _DROPPED}
    environment["LC_ALL"] = "C"
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    environment["GIT_NO_LAZY_FETCH"] = "1"  # what a partial clone lacks is not fetched
    return environment
