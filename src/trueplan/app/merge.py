"""Merge a file for git, which hands over three versions and takes the result from one of them."""

from __future__ import annotations

from trueplan.edit.merge import Doubtful, Labels, merge
from trueplan.errors import GitError, MergeFailed
from trueplan.record import Record

__all__ = ["Labels", "Outcome", "merge_files"]


class Outcome(Record):
    """How often the versions contradict. `doubt` is why git itself was asked; "" otherwise.

    `unmerged` is true where neither could: our version stays as it was.
    """

    conflicts: int
    doubt: str = ""
    unmerged: bool = False


def merge_files(base: str, ours: str, theirs: str, labels: Labels) -> Outcome:
    """Merge the files at three paths into the second one.

    Raises MergeFailed where one cannot be read, or `ours` not be written.
    """
    sources = [_read(path) for path in (base, ours, theirs)]
    merged, outcome = _merge(sources[0], sources[1], sources[2], labels)
    if merged != sources[1]:
        _write(ours, merged)
    return outcome


def _merge(base: bytes, ours: bytes, theirs: bytes, labels: Labels) -> tuple[bytes, Outcome]:
    try:
        merged = merge(base, ours, theirs, labels)
        if merged.conflicts:
            from trueplan.git.merge_file import conflict_style

            labels = labels._replace(style=conflict_style("."))
            merged = merge(base, ours, theirs, labels)
        return merged.source, Outcome(merged.conflicts)
    except Doubtful as doubtful:
        doubt = str(doubtful)
    except Exception as bug:  # a merge must not stop for what git can do
        doubt = f"this is a bug in trueplan: {type(bug).__name__}: {bug}"
    from trueplan.git.merge_file import conflict_style, merge_file

    try:
        names = labels.ours, labels.theirs
        by_git = merge_file(base, ours, theirs, names, labels.size, conflict_style("."))
    except GitError as error:
        raise MergeFailed(f"{doubt}, and {error.message}", help=error.help) from error
    if by_git is None:
        return ours, Outcome(1, doubt, unmerged=True)
    return by_git.source, Outcome(by_git.conflicts, doubt)


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError as error:
        raise MergeFailed(f"{path} cannot be read: {error.strerror}") from error


def _write(path: str, source: bytes) -> None:
    # The file is git's own and temporary: it is written to where it is.
    try:
        with open(path, "wb") as stream:
            stream.write(source)
    except OSError as error:
        raise MergeFailed(f"{path} cannot be written: {error.strerror}") from error
