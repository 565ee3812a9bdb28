"""Ask use cases for changes of a plan that stands on no disk."""

from __future__ import annotations

from types import MappingProxyType

from trueplan.app.repository import Repository
from trueplan.app.targets import Located
from trueplan.workspace.configuration import Configuration

PATH = "docs/plans/2026-03-02-lights.md"
REF = "lights"
TODAY = "2026-03-10"
_NOWHERE = "/nowhere/at/all"  # what is not unsaved there is not there


def repository_of(source: bytes) -> Repository:
    """A repository that holds one plan, in memory."""
    return Repository(_NOWHERE, Configuration(), MappingProxyType({PATH: source}))


def located(place: str | None) -> Located:
    """The plan, or a place in it."""
    return Located(PATH, REF, () if place is None else (place,))
