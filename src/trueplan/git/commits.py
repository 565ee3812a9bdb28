"""Commits and what they touched: those of a stretch of work, those that brought files in."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.errors import GitError
from trueplan.git.run import run_git
from trueplan.record import AnyPath, Record

_LOG = ("log", "--no-show-signature", "--no-color", "--encoding=UTF-8", "-z", "--no-renames")
_HEAD = "\x01"  # opens the entry of a commit; behind a NUL no path and no subject is looked at


class Commit(Record):
    """A commit that is no merge. `day` is that of its author, `files` start at the root."""

    commit: str
    day: str
    subject: str
    files: tuple[str, ...]


class Commits(Record):
    """The newest of some commits, the last one first, and how many there are of them."""

    shown: tuple[Commit, ...] = ()
    total: int = 0


def read_commits(root: AnyPath, since: str, most: int, *, inclusive: bool = False) -> Commits:
    """The commits behind `since` that touched something below `root`, merges left out.

    `inclusive` takes `since` itself along. Raises GitError.
    """
    stretch = ("HEAD", "--not", f"{since}^@" if inclusive else since)
    answer = run_git(
        root,
        [
            *(*_LOG, "--raw", "--no-abbrev", "--relative", "--no-merges", f"--max-count={most}"),
            "--date-order",  # else a parent may come before its child, made in the same second
            *("--format=%x01%H%x00%as%x00%s", *stretch, "--", "."),
        ],
    )
    shown = _read(answer)
    total = len(shown)
    if total == most:
        total = int(run_git(root, ["rev-list", "--count", "--no-merges", *stretch, "--", "."]))
    return Commits(tuple(shown), total)


def find_additions(root: AnyPath, paths: Sequence[str]) -> dict[str, str]:
    """The commit that brought each of `paths` in, the last one where several did.

    Those that no commit has are left out, all of them where there is no commit at all.
    """
    if not paths:
        return {}
    try:
        answer = run_git(
            root,
            [
                *("--literal-pathspecs", *_LOG, "--raw", "--no-abbrev", "--relative"),
                *("--diff-filter=A", "--format=%x01%H%x00%as%x00%s", "--", *paths),
            ],
        )
    except GitError:
        return {}
    found: dict[str, str] = {}
    for one in _read(answer):
        for path in one.files:
            found.setdefault(path, one.commit)
    return found


def last_commit_of(root: AnyPath, day: str) -> str | None:
    """The last commit up to the end of an ISO day; None where there is none."""
    try:
        answer = run_git(root, ["rev-list", "--max-count=1", f"--before={day}T23:59:59", "HEAD"])
    except GitError:
        return None
    return answer.decode().strip() or None


def read_at(root: AnyPath, commit: str, path: str) -> bytes | None:
    """The bytes of a file as a commit had it; None where it had none."""
    try:
        return run_git(root, ["cat-file", "blob", f"{commit}:./{path}"])
    except GitError:
        return None


def _read(answer: bytes) -> list[Commit]:
    """The commits of a log, each with its files.

    It is read piece by piece and in order, so that neither a subject nor a path, whatever is in
    it, can be taken for the beginning of something else.
    """
    pieces = iter(answer.decode(errors="surrogateescape").split("\0"))
    found: list[Commit] = []
    for piece in pieces:
        opening = piece.lstrip("\n")
        if opening.startswith(_HEAD):
            day = next(pieces)
            words = next(pieces).encode(errors="surrogateescape").decode("utf-8", "replace")
            found.append(Commit(opening[1:], day, words, ()))
        elif opening.startswith(":"):
            path = next(pieces)
            found[-1] = found[-1]._replace(files=(*found[-1].files, path))
    return found
