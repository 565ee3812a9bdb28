"""Where new plans go: where the others are."""

from __future__ import annotations

import os

from trueplan.app.repository import Repository, Survey, named_folder
from trueplan.edit.unlisted import is_archived
from trueplan.errors import UsageError
from trueplan.record import AnyPath
from trueplan.workspace.places import PLAN_FOLDERS, kind_of

USUAL = "docs/plans"
_USUAL_ONES = (USUAL, "plans", "doc/plans")


def find_plan_folder(repository: Repository, overview: Survey) -> str:
    """The folder with the most plans, those beside an index first; else the usual one.

    Folders of plans that are over are left out, and those that hold a plan each.
    """
    indexed = {os.path.dirname(path) for path in overview.found.of("index")}
    counts: dict[str, int] = {}
    for path in overview.names:
        folder = os.path.dirname(path)
        if _may_hold_more(folder, repository):
            counts[folder] = counts.get(folder, 0) + 1
    for folder in indexed:
        if _may_hold_more(folder, repository):
            counts.setdefault(folder, 0)
    if counts:
        return min(counts, key=lambda folder: (folder not in indexed, -counts[folder], folder))
    named = _by_configuration(repository)
    if named is not None:
        return named
    there = [one for one in _USUAL_ONES if os.path.isdir(os.path.join(repository.root, one))]
    return there[0] if there else USUAL


def folder_for(repository: Repository, word: str, folder: AnyPath) -> str:
    """The folder, from the root, that `word` names from `folder`. Raises UsageError.

    It need not be there, but has to be one in which a plan is found.
    """
    path = named_folder(repository, word, folder)
    _ensure_found(path, repository)
    return path


def _ensure_found(folder: str, repository: Repository) -> None:
    """Raise UsageError where a plan in a folder would not be taken for one."""
    kind = kind_of(f"{folder}/2026-01-01-topic.md".lstrip("/"), repository.configuration)
    if kind is None or kind[0] != "plan":
        raise UsageError(
            f"a plan in {folder or 'the root'} would not be found",
            help="use a folder called plans, or name this one: "
            f'`plans = ["{folder}/*.md"]` in trueplan.toml',
        )


def is_shelf(path: str, repository: Repository) -> bool:
    """Whether a plan stands in a folder that is for plans, so that more may go there."""
    return _may_hold_more(os.path.dirname(path), repository)


def _may_hold_more(folder: str, repository: Repository) -> bool:
    if is_archived(f"{folder}/"):
        return False
    parts = folder.lower().split("/")
    if repository.configuration.plans is None and parts[-1] not in PLAN_FOLDERS:
        return False
    kind = kind_of(f"{folder}/2026-01-01-topic.md".lstrip("/"), repository.configuration)
    return kind is not None and kind[0] == "plan"


def _by_configuration(repository: Repository) -> str | None:
    """The folder of the first pattern for plans, as far as it has no signs in it."""
    for pattern in repository.configuration.plans or ():
        fixed = []
        for part in pattern.strip("/").split("/"):
            if any(sign in part for sign in "*?["):
                break
            fixed.append(part)
        folder = "/".join(fixed)
        if folder.lower().endswith((".md", ".markdown")):
            folder = os.path.dirname(folder)
        kind = kind_of(f"{folder}/2026-01-01-topic.md".lstrip("/"), repository.configuration)
        if kind is not None and kind[0] == "plan":
            return folder
    return None
