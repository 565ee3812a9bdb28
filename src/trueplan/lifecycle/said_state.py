"""The state that a plan or a phase is said to be in, from which it moves."""

from __future__ import annotations

from trueplan.edit.document import Document
from trueplan.edit.phase_mark import row_of
from trueplan.edit.progress_row import read_claim
from trueplan.model.standing import derive_standing
from trueplan.model.status import PlanState


def said_state(document: Document, position: int | None) -> PlanState:
    """The state of the plan, or of the phase at `position`.

    What is written counts; where nothing is, the boxes tell. A phase whose boxes are all ticked
    is in progress until somebody says that it is completed.
    """
    if position is None:
        return derive_standing(document.plan).state
    phase = document.plan.phases[position]
    row = row_of(document, phase)
    if row is not None:
        claim = read_claim(row, document.source)
        if claim.done:
            return "completed"
        if claim.state == "planned" and not phase.marked_cancelled:
            return "planned"
    if phase.marked_cancelled:
        return "cancelled"
    if row is None and phase.marked_done:
        return "completed"
    told = (row.status if row is not None else None) or phase.status
    if told is not None and told.value in ("paused", "in_progress", "cancelled"):
        return told.value
    stands = derive_standing(document.plan).phases[position].state
    return "in_progress" if stands in ("in_progress", "done") else "planned"
