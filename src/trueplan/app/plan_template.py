"""The template of a repository: where it is, and whether it is one."""

from __future__ import annotations

import os

from trueplan.app.repository import Repository, relative_path
from trueplan.edit.own_template import find_flaws
from trueplan.errors import ConfigurationError, UsageError
from trueplan.record import AnyPath, Record
from trueplan.workspace.disk import Unreadable
from trueplan.workspace.places import TEMPLATE_NAMES

BUILT_IN = "built-in"
_MOST_TOLD = 5


class Template(Record):
    """A template that new plans can be made from."""

    path: str
    source: bytes


def find_template(
    repository: Repository, word: str, folder: AnyPath, plans: str
) -> Template | None:
    """The template that `word` names from `folder`, else the repository's; None for ours.

    Raises UsageError where it cannot be read, or no plan could be made from it.
    """
    path = _find_path(repository, word, folder, plans)
    if path is None:
        return None
    source = repository.read(path)
    if isinstance(source, Unreadable):
        raise UsageError(f"{path}: {source.message}", help=source.help)
    flaws = find_flaws(source)
    if flaws:
        told = [f"{path}:{one.line}: {one.message}; {one.help}" for one in flaws[:_MOST_TOLD]]
        more = [f"and {len(flaws) - _MOST_TOLD} more"] if len(flaws) > _MOST_TOLD else []
        raise UsageError(
            f"no plan can be made from {path}",
            help="\n".join(["mend it, or take ours with --template built-in:", *told, *more]),
        )
    return Template(path, source)


def _find_path(repository: Repository, word: str, folder: AnyPath, plans: str) -> str | None:
    if word == BUILT_IN:
        return None
    if word:
        path = relative_path(repository, word, folder)
        if path is None:
            raise UsageError(f"there is no file {word} in {repository.root}")
        return path
    own = repository.configuration.template
    if own is not None:
        path = relative_path(repository, own, repository.root)
        if path is None:
            raise ConfigurationError(
                f"{repository.configuration.source}: template names {own}, which is not there"
            )
        return path
    try:
        names = sorted(os.listdir(os.path.join(repository.root, plans)))
    except OSError:
        return None
    return next((f"{plans}/{name}" for name in names if name.lower() in TEMPLATE_NAMES), None)
