"""A repository, opened: its root, its configuration, what was found in it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from trueplan.git import ignored_paths
from trueplan.workspace.configuration import Configuration, load_configuration
from trueplan.workspace.discovery import Found, discover
from trueplan.workspace.naming import name_plans
from trueplan.workspace.root import find_root


class Repository(NamedTuple):
    """A repository under its configuration."""

    root: Path
    configuration: Configuration

    @property
    def in_git(self) -> bool:
        """Whether git keeps it."""
        return (self.root / ".git").exists()


class Survey(NamedTuple):
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
