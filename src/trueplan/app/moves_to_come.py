"""The moves of phases that a tick leaves to be made."""

from __future__ import annotations

from collections.abc import Collection

from trueplan.edit.document import Document
from trueplan.edit.phase_mark import row_of, says_done
from trueplan.edit.progress_row import read_claim
from trueplan.model.item import count
from trueplan.model.references import phase_places


def hint_moves(document: Document, ref: str, places: Collection[str]) -> tuple[str, ...]:
    """A sentence for each of the phases at `places` whose row no longer says how it stands."""
    found = []
    for place, phase in zip(phase_places(document.plan), document.plan.phases, strict=True):
        row = row_of(document, phase) if place in places else None
        if row is None or says_done(document, phase):
            continue
        tasks = count(phase.tasks)
        if tasks.total and tasks.done == tasks.total:
            found.append(f"all tasks of {ref}#{place} are done: `trueplan complete {ref}#{place}`")
        elif read_claim(row, document.source).state == "planned":
            found.append(f"{ref}#{place} is not started yet: `trueplan start {ref}#{place}`")
    return tuple(found)
