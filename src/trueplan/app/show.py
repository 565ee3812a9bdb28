"""Show one plan, or a part of it."""

from __future__ import annotations

import os

from trueplan.app.plan_files import PlanFile, open_plan
from trueplan.app.waiting import Neighbours
from trueplan.model.references import References, Target, find_place, refer, split_reference
from trueplan.model.standing import Standing, derive_standing
from trueplan.record import AnyPath, Record


class Shown(Record):
    """A plan with everything that is derived from it.

    `target` is the part that was asked for, None for the whole plan.
    """

    file: PlanFile
    references: References
    standing: Standing
    target: Target | None


def show_plan(word: str, folder: AnyPath) -> Shown:
    """Read what the reference `word` names, looking from `folder`. Raises UsageError."""
    name, place = (
        (word, None) if os.path.isfile(os.path.join(folder, word)) else split_reference(word)
    )
    repository, file = open_plan(name, folder)
    target = find_place(file.plan, file.ref, place) if place else None
    waits = Neighbours(repository).waits(file.path, file.plan)
    return Shown(file, refer(file.plan), derive_standing(file.plan, waits), target)


def digest(source: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits."""
    from hashlib import sha256

    return sha256(source).hexdigest()
