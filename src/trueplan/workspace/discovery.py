"""Find the Markdown files that matter, and say why each was taken or left."""

from __future__ import annotations

import os
from collections.abc import Iterator

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
    """Walk the folders at and below `root/below`.

    Folders behind links are not entered; a link to a file that is found by itself is left.
    Files in the folders of `exclude`, in repositories inside of this one, and those of tools and
    caches are not looked at. With
    `keep_left` the Markdown files that are not taken are listed too.
    """
    candidates: list[Candidate] = []
    left: list[tuple[str, str]] = []
    unreadable: list[tuple[str, str]] = []
    links: list[str] = []
    files = 0
    for path, entry in _walk(root, configuration, below, unreadable):
        files += 1
        if not path.lower().endswith(MARKDOWN):
            continue
        linked = entry.is_symlink()
        if linked and os.path.isdir(entry.path):
            continue
        taken = _taken(path, configuration)
        if isinstance(taken, Candidate):
            candidates.append(taken)
            if linked:
                links.append(path)
        elif keep_left:
            left.append((path, taken))
    if links:
        doubles = _doubles(root, links, {one.path for one in candidates})
        candidates = [one for one in candidates if one.path not in doubles]
        left += [(path, f"it is a link to {target}") for path, target in doubles.items()]
    return Found(tuple(sorted(candidates)), tuple(sorted(left)), tuple(sorted(unreadable)), files)


def _walk(
    root: AnyPath, configuration: Configuration, below: str, unreadable: list[tuple[str, str]]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file, with its path from the root; folders that cannot be listed are noted."""
    in_git = os.path.exists(os.path.join(root, ".git"))
    stack = [below.strip("/")]
    while stack:
        folder = stack.pop()
        try:
            entries = list(os.scandir(os.path.join(root, folder)))
        except OSError as error:
            unreadable.append((folder or ".", error.strerror or "cannot be listed"))
            continue
        if folder and in_git and any(entry.name == ".git" for entry in entries):
            continue  # a repository of its own: a submodule, a worktree
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if not entry.is_dir(follow_symlinks=False):
                yield path, entry
            elif entry.name not in SKIPPED and not _excluded(path, configuration):
                stack.append(path)


def _taken(path: str, configuration: Configuration) -> Candidate | str:
    """What a Markdown file is by its place, or why it is left."""
    if _excluded(path, configuration):
        return f"{configuration.source} excludes it"
    kind = kind_of(path, configuration)
    if kind is None:
        return "neither its folder nor its name says that it is a plan"
    return Candidate(path, *kind)


def _excluded(path: str, configuration: Configuration) -> bool:
    return bool(configuration.exclude) and matches(path, configuration.exclude)


def _doubles(root: AnyPath, links: list[str], found: set[str]) -> dict[str, str]:
    """The links that lead to a file which was found by itself, with that file."""
    top = os.path.realpath(root)
    targets = {
        link: os.path.relpath(os.path.realpath(os.path.join(root, link)), top) for link in links
    }
    return {link: target for link, target in targets.items() if target in found and target != link}
