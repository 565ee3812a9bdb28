"""From the words of a person to a repository and paths in it."""

from __future__ import annotations

import os
from collections.abc import Sequence

from trueplan.app.repository import Repository, open_repository, relative_path, survey
from trueplan.errors import UnknownReference, UsageError
from trueplan.record import AnyPath
from trueplan.workspace.naming import find_plan
from trueplan.workspace.root import folders_above


def open_places(folder: AnyPath, words: Sequence[str]) -> tuple[Repository, tuple[str, ...]]:
    """The repository around `folder`, and the paths from its root that `words` mean.

    A word is a path as seen from `folder`, or a reference to a plan. Where the first one is a
    path that lies elsewhere, the repository around that is opened instead.
    """
    if "" in words:
        raise UsageError("an empty word names no file", help="`.` is the folder you are in")
    repository = open_repository(folder)
    if words:
        first = os.path.join(folder, words[0])
        if os.path.exists(first) and relative_path(repository, words[0], folder) is None:
            place = os.path.realpath(first)
            repository = open_repository(place if os.path.isdir(place) else os.path.dirname(place))
    names: dict[str, str] | None = None
    paths: list[str] = []
    for word in words:
        path = relative_path(repository, word, folder)
        if path is None:
            if os.path.exists(os.path.join(folder, word)):
                raise UsageError(
                    f"{word} is outside of {repository.root}", help="check one repository at a time"
                )
            names = survey(repository).names if names is None else names
            path = _plan(word, names)
        paths.append(path)
    return repository, tuple(paths)


def find_place(repository: Repository, word: str, folder: AnyPath) -> tuple[str, int | None]:
    """The path from the root that `word` means, and the line where it says one.

    A word is a path or a plan, with `:LINE` or `:LINE:COLUMN` behind it or without.
    """
    bare, line = word, None
    for candidate, number in _without_line(word):
        bare, line = candidate, number
        path = relative_path(repository, candidate, folder)
        if path is not None:
            return path, number
    return _plan(bare, survey(repository).names), line


def shown_path(root: str, path: str, folder: AnyPath) -> str:
    """A path from the root as it is typed in `folder`."""
    if folder == root:
        return path
    return os.path.relpath(os.path.join(root, path), folder).replace(os.sep, "/")


def prefix_in_git(root: str) -> str:
    """What stands before a path from `root` to make it one from the top of the git repository."""
    for folder in folders_above(root):
        if os.path.exists(os.path.join(folder, ".git")):
            inner = os.path.relpath(root, folder).replace(os.sep, "/")
            return "" if inner == "." else f"{inner}/"
    return ""


def _plan(word: str, names: dict[str, str]) -> str:
    try:
        return find_plan(word.partition("#")[0], names)
    except UnknownReference as error:
        if "/" in word or word.lower().endswith((".md", ".markdown")):
            raise UsageError(f"there is no file {word}", help=error.help) from None
        raise


def _without_line(word: str) -> list[tuple[str, int | None]]:
    """`word`, and what is left of it without one or two numbers behind colons, with the line."""
    candidates: list[tuple[str, int | None]] = [(word, None)]
    for _ in range(2):
        head, colon, tail = candidates[-1][0].rpartition(":")
        if not colon or not tail.isdecimal():
            break
        candidates.append((head, int(tail)))
    return candidates
