"""Where the repository begins."""

from __future__ import annotations

from pathlib import Path

_MARKS = ("trueplan.toml", ".git", ".trueplan")


def find_root(start: Path) -> Path:
    """The nearest folder at or above `start` with configuration or git; else `start` itself."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if any((folder / mark).exists() for mark in _MARKS):
            return folder
    return start
