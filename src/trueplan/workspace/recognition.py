"""Is a file in the place of a plan really one? By its shape."""

from __future__ import annotations

from trueplan.model.item import walk
from trueplan.model.plan import Plan


def why_not_a_plan(plan: Plan) -> str | None:
    """Why the text of a file is not a plan, or None where it is one.

    A plan lays out work: phases, or tasks with boxes, or the header of one with a status.
    """
    if plan.title is not None and "[Feature Name]" in plan.title.value:
        return "it is the template itself"
    has_work = bool(plan.phases) or any(item.state for item in walk(plan.tasks))
    has_status = plan.header.status is not None
    if has_work or plan.template or (has_status and plan.boxes[1]):
        return None
    if has_status and _called_plan(plan):
        return None
    return "it has neither phases nor tasks with boxes"


def _called_plan(plan: Plan) -> bool:
    return plan.title is not None and "plan" in plan.title.value.lower()
