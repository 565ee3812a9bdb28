"""A repository, opened: its root, its configuration, what was found in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from trueplan.git import ignored_paths
from trueplan.record import Record
from trueplan.workspace.configuration import Configuration, load_configuration
from trueplan.workspace.discovery import Found, discover
from trueplan.workspace.disk import Unreadable, read_file
from trueplan.workspace.naming import name_plans
from trueplan.workspace.root import find_root


class Repository(Record):
    """A repository under its configuration.

    `unsaved` holds the bytes, by path, that stand for what is on disk: fixes that are tried out,
    text in an editor.
    """

    root: Path
    configuration: Configuration
    unsaved: Mapping[str, bytes] = MappingProxyType({})

    @property
    def in_git(self) -> bool:
        """Whether git keeps it, on its own or as a part of something larger."""
        return any((folder / ".git").exists() for folder in (self.root, *self.root.parents))

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


def open_repository(start: Path) -> Repository:
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


def relative_path(repository: Repository, word: str, folder: Path) -> str | None:
    """The path from the root of a file or folder that `word` names from `folder`; else None."""
    full = Path(folder, word)
    if not (full.exists() or full.is_symlink()):
        return None
    try:
        return full.resolve().relative_to(repository.root).as_posix()
    except ValueError:
        lexical = Path(folder.resolve(), word)
        if lexical.is_relative_to(repository.root):
            return lexical.relative_to(repository.root).as_posix()
        return None
