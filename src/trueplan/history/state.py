"""A plan at one moment of its life, by the keys of its things."""

from __future__ import annotations

from trueplan.history.snapshot import SeenItem, SeenPhase, SeenRisk
from trueplan.history.tracked import Tracked
from trueplan.record import Record

PLAN_FIELDS = ("title", "approval", "status", "state", "target", "owner")


class State(Record):
    """All that events tell of a plan. `homes` are the phases of items, by the items' keys."""

    title: str
    approval: str
    status: str
    state: str
    target: str
    owner: str
    phases: dict[str, SeenPhase]
    items: dict[str, SeenItem]
    homes: dict[str, str]
    risks: dict[str, SeenRisk]
    notes: frozenset[str]


def state_of(tracked: Tracked) -> State:
    """The state that a tracked revision is in."""
    seen = tracked.snapshot
    phases = [f"p{key}" for key in tracked.phases]
    items = [f"i{key}" for key in tracked.items]
    return State(
        seen.title,
        seen.approval,
        seen.status,
        seen.state,
        seen.target,
        seen.owner,
        dict(zip(phases, seen.phases, strict=True)),
        dict(zip(items, seen.items, strict=True)),
        {
            key: phases[item.phase] if item.phase >= 0 else ""
            for key, item in zip(items, seen.items, strict=True)
        },
        {f"r{key}": risk for key, risk in zip(tracked.risks, seen.risks, strict=True)},
        frozenset(seen.notes),
    )
