"""Find the Markdown files that matter, and say why each was taken or left."""

from __future__ import annotations

import os

from trueplan.record import AnyPath, Record
from trueplan.workspace.configuration import Configuration
from trueplan.workspace.places import MARKDOWN, SKIPPED, kind_of, matches


class Candidate(Record):
    """A file that by its place is something, and why."""

    path: str
    kind: str
    why: str


class Found(Record):
    """What a walk over the repository came across. All in the order of their paths.

    `left` are Markdown files whose place says nothing, with the reason; `unreadable` are folders
    that could not be listed; `files` is how many files were seen in all.
    """

    candidates: tuple[Candidate, ...]
    left: tuple[tuple[str, str], ...]
    unreadable: tuple[tuple[str, str], ...]
    files: int

    def of(self, kind: str) -> list[str]:
        """The paths of one kind."""
        return [one.path for one in self.candidates if one.kind == kind]


def discover(
    root: AnyPath, configuration: Configuration, below: str = "", *, keep_left: bool = False
) -> Found:
    """Walk the folders at and below `root/below`. Folders behind links are not entered.

    Files in the folders of `exclude`, and those of tools and caches, are not looked at. With
    `keep_left` the Markdown files that are not taken are listed too.
    """
    candidates: list[Candidate] = []
    left: list[tuple[str, str]] = []
    unreadable: list[tuple[str, str]] = []
    files = 0
    stack = [below.strip("/")]
    while stack:
        folder = stack.pop()
        try:
            entries = list(os.scandir(os.path.join(root, folder)))
        except OSError as error:
            unreadable.append((folder or ".", error.strerror or "cannot be listed"))
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in SKIPPED and not _excluded(path, configuration):
                    stack.append(path)
                continue
            files += 1
            if not entry.name.lower().endswith(MARKDOWN):
                continue
            if entry.is_symlink() and os.path.isdir(entry.path):
                continue
            if _excluded(path, configuration):
                if keep_left:
                    left.append((path, f"{configuration.source} excludes it"))
                continue
            kind = kind_of(path, configuration)
            if kind is not None:
                candidates.append(Candidate(path, *kind))
            elif keep_left:
                left.append((path, "neither its folder nor its name says that it is a plan"))
    return Found(tuple(sorted(candidates)), tuple(sorted(left)), tuple(sorted(unreadable)), files)


def _excluded(path: str, configuration: Configuration) -> bool:
    return bool(configuration.exclude) and matches(path, configuration.exclude)
