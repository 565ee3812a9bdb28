"""A repository, opened: its root, its configuration, what was found in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType

from trueplan.errors import UsageError
from trueplan.git import ignored_paths
from trueplan.record import AnyPath, Record
from trueplan.workspace.configuration import Configuration, load_configuration
from trueplan.workspace.discovery import Found, discover
from trueplan.workspace.disk import Unreadable, read_file
from trueplan.workspace.naming import name_plans
from trueplan.workspace.root import find_root, folders_above, is_inside


class Repository(Record):
    """A repository under its configuration.

    `unsaved` holds the bytes, by path, that stand for what is on disk: fixes that are tried out,
    text in an editor.
    """

    root: str
    configuration: Configuration
    unsaved: Mapping[str, bytes] = MappingProxyType({})

    @property
    def in_git(self) -> bool:
        """Whether git keeps it, on its own or as a part of something larger."""
        return any(
            os.path.exists(os.path.join(folder, ".git")) for folder in folders_above(self.root)
        )

    def read(self, path: str) -> bytes | Unreadable:
        """The bytes of a file, or why there are none."""
        unsaved = self.unsaved.get(path)
        if unsaved is not None:
            return unsaved
        return read_file(self.root, path, self.configuration.lint.largest_file)


class Survey(Record):
    """What was found, and the reference of each plan by its path."""

    found: Found
    names: dict[str, str]


def open_repository(start: AnyPath) -> Repository:
    """Open the repository around `start`."""
    root = find_root(start)
    return Repository(root, load_configuration(root))


def survey(repository: Repository, *, keep_left: bool = False) -> Survey:
    """Walk the repository; files that git ignores are left out."""
    found = discover(repository.root, repository.configuration, keep_left=keep_left)
    if repository.in_git:
        ignored = ignored_paths(repository.root, [one.path for one in found.candidates])
        if ignored:
            found = found._replace(
                candidates=tuple(one for one in found.candidates if one.path not in ignored),
                left=tuple(sorted([*found.left, *((path, "git ignores it") for path in ignored)])),
            )
    return Survey(found, name_plans(found.of("plan")))


def name_all(repository: Repository) -> dict[str, str]:
    """The reference of each plan by its path, those that git ignores among them."""
    return name_plans(discover(repository.root, repository.configuration).of("plan"))


def named_folder(repository: Repository, word: str, folder: AnyPath) -> str:
    """The path from the root of a folder that `word` names from `folder`; it need not be there.

    "" is the root. Raises UsageError for a file, and for what is outside of the repository.
    """
    path = relative_path(repository, word, folder)
    if path is None:
        full = os.path.normpath(os.path.join(os.path.realpath(folder), word))
        if not is_inside(full, repository.root):
            raise UsageError(f"{word} is outside of {repository.root}")
        path = os.path.relpath(full, repository.root).replace(os.sep, "/")
    if os.path.isfile(os.path.join(repository.root, path)):
        raise UsageError(f"{word} is a file", help="--in takes a folder")
    return "" if path == "." else path


def relative_path(repository: Repository, word: str, folder: AnyPath) -> str | None:
    """The path from the root of a file or folder that `word` names from `folder`; else None."""
    full = os.path.join(folder, word)
    if not os.path.lexists(full):
        return None
    lexical = os.path.normpath(os.path.join(os.path.realpath(folder), word))
    real = os.path.realpath(full)
    for path in (real, lexical) if os.path.exists(real) else (lexical, real):
        if is_inside(path, repository.root):
            return os.path.relpath(path, repository.root).replace(os.sep, "/")
    return None
