"""How far a thing says it is."""

from __future__ import annotations

from trueplan.record import Literal, Record
from trueplan.text import Span

PlanState = Literal["planned", "in_progress", "paused", "completed", "cancelled"]

PLAN_STATES: tuple[PlanState, ...] = ("planned", "in_progress", "paused", "completed", "cancelled")

STATE_NAMES: dict[PlanState, str] = {
    "planned": "Planned",
    "in_progress": "In Progress",
    "paused": "Paused",
    "completed": "Completed",
    "cancelled": "Cancelled",
}


class Status(Record):
    """A status as written (`raw`, at `span`) and what it means."""

    value: PlanState
    raw: str
    span: Span
