"""Where new decisions and journals go: where the others are, else beside the plans."""

from __future__ import annotations

import os
import posixpath

from trueplan.app.plan_folder import find_plan_folder
from trueplan.app.repository import Repository, Survey
from trueplan.record import Literal
from trueplan.workspace.places import ADR_FOLDERS, JOURNAL_FOLDERS

Companion = Literal["adrs", "journals"]

USUAL_NAMES: dict[Companion, str] = {"adrs": "adr", "journals": "dev-journals"}
_FOUND_AS = {"adrs": "adr", "journals": "journal"}
_FOLDERS = {"adrs": ADR_FOLDERS, "journals": JOURNAL_FOLDERS}


def companion_folder(repository: Repository, overview: Survey, kind: Companion) -> str:
    """The folder for new companions, from the root; it need not be there yet."""
    beside = folder_of_companions(repository, find_plan_folder(repository, overview))
    return find_companion_folder(repository, overview, kind) or posixpath.join(
        beside, USUAL_NAMES[kind]
    )


def find_companion_folder(repository: Repository, overview: Survey, kind: Companion) -> str:
    """The folder with the most companions, else one with such a name; "" without any."""
    candidates = overview.found.of(_FOUND_AS[kind])
    if candidates:
        folders = [posixpath.dirname(path) for path in candidates]
        return max(sorted(set(folders)), key=folders.count)
    beside = folder_of_companions(repository, find_plan_folder(repository, overview))
    for above in dict.fromkeys((beside, "docs", "")):
        for name in sorted(_FOLDERS[kind]):
            folder = posixpath.join(above, name)
            if _is_folder(repository, folder):
                return folder
    return ""


def folder_of_companions(repository: Repository, plans: str) -> str:
    """The folder in which that of the plans stands, so that companions stand beside it."""
    beside = posixpath.dirname(plans)
    if (not beside and _is_folder(repository, "docs")) or beside.startswith("."):
        return "docs"
    return beside


def _is_folder(repository: Repository, path: str) -> bool:
    return os.path.isdir(os.path.join(repository.root, path))
