"""Where the repository begins."""

from __future__ import annotations

import os

from trueplan.record import AnyPath

_MARKS = ("trueplan.toml", ".git", ".trueplan")


def find_root(start: AnyPath) -> str:
    """The nearest folder at or above `start` with configuration or git; else `start` itself."""
    first = os.path.realpath(start)
    for folder in folders_above(first):
        if any(os.path.exists(os.path.join(folder, mark)) for mark in _MARKS):
            return folder
    return first


def folders_above(folder: str) -> list[str]:
    """A folder and all that it stands in, from the inside out."""
    folders = [folder]
    while os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
        folders.append(folder)
    return folders


def is_inside(path: str, root: str) -> bool:
    """Whether a path is `root` or stands below it, as they are written."""
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)
