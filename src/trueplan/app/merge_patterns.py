"""Which files the merge driver is for, as patterns of `.gitattributes`."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from trueplan.edit.attributes import exact_pattern, quote_pattern
from trueplan.workspace.places import PLAN_FOLDERS


def find_patterns(
    plans: Sequence[str], indexes: Sequence[str], backlogs: Sequence[str]
) -> list[str]:
    """The patterns for plans, indexes and backlogs: a folder of plans is one, others by name."""
    folders = {shelf for path in (*plans, *indexes) if (shelf := _shelf(path))}
    folders = {one for one in folders if not any(one.startswith(f"{two}/") for two in folders)}
    patterns = [f"{folder}/**/*.md" for folder in sorted(folders)]
    patterns = [quote_pattern(f"/{pattern}") for pattern in patterns]
    left = [path for path in plans if not _shelf(path)]
    patterns += _by_name(left)
    left = [path for path in (*indexes, *backlogs) if path and not _shelf(path)]
    return list(dict.fromkeys([*patterns, *(exact_pattern(path) for path in sorted(left))]))


def _shelf(path: str) -> str:
    """The outermost folder for plans that a path stands in; "" for one that stands in none."""
    parts = path.split("/")[:-1]
    for number, part in enumerate(parts, 1):
        if part.lower() in PLAN_FOLDERS:
            return "/".join(parts[:number])
    return ""


def _by_name(paths: Sequence[str]) -> list[str]:
    """Plans that stand elsewhere: where several share a name, below the folder they share."""
    names: dict[str, list[str]] = {}
    for path in paths:
        names.setdefault(posixpath.basename(path), []).append(path)
    patterns = []
    for name, same in sorted(names.items()):
        if len(same) < 2:
            patterns.append(exact_pattern(same[0]))
            continue
        above = posixpath.commonpath([f"/{path}" for path in same]).strip("/")
        bare = exact_pattern(name).strip('"').removeprefix("/")
        patterns.append(quote_pattern(f"/{above}/**/{bare}" if above else f"**/{bare}"))
    return patterns
