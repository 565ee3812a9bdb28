"""Files that were moved since the last commit."""

from __future__ import annotations

import os
from collections.abc import Sequence

from trueplan.app.repository import Repository
from trueplan.git.commit import find_renames


def find_moved(repository: Repository, paths: Sequence[str]) -> dict[str, str]:
    """For those of `paths` that no commit has, the path from which each was moved, if it was.

    Git pairs what is staged. What only moved on disk is the file of the same name that is gone.
    Raises GitError.
    """
    staged, gone = find_renames(repository.root)
    found = {path: staged[path] for path in paths if path in staged}
    by_name: dict[str, list[str]] = {}
    for path in gone:
        if path not in found.values():
            by_name.setdefault(os.path.basename(path), []).append(path)
    for path in paths:
        same = by_name.get(os.path.basename(path), [])
        if path not in found and len(same) == 1:
            found[path] = same[0]
    return found
