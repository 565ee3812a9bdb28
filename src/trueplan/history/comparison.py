"""What changed from one state of a plan to another, as events without a time."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.history.event import EventKind
from trueplan.history.snapshot import SeenItem, SeenPhase
from trueplan.history.state import State
from trueplan.record import Record

_OVER = ("completed", "cancelled")
_SETTLED = ("done", "cancelled")


class Changed(Record):
    """A change: the fields of an event that do not depend on who made it, and when."""

    kind: EventKind
    thing: str
    key: str
    phase: str
    place: str
    text: str
    before: str | None = None
    after: str | None = None


def compare(old: State, new: State) -> list[Changed]:
    """The changes that make `new` of `old`: of the plan, its phases, items, notes and risks."""
    return [
        *_compare_plans(old, new),
        *_compare_phases(old.phases, new.phases),
        *_compare_items(old, new),
        *_compare_risks(old, new),
        *(_of_plan("note", note) for note in sorted(new.notes - old.notes)),
    ]


def _of_plan(
    kind: EventKind, text: str, before: str | None = None, after: str | None = None
) -> Changed:
    return Changed(kind, "plan", "", "", "", text, before, after)


def _compare_plans(old: State, new: State) -> Iterator[Changed]:
    if old.title != new.title:
        yield _of_plan("retitled", new.title, old.title, new.title)
    if bool(old.approval) != bool(new.approval):
        kind: EventKind = "approved" if new.approval else "approval withdrawn"
        yield _of_plan(kind, new.approval or old.approval, old.approval, new.approval)
    if old.status != new.status:
        yield _of_plan("status", new.title, old.status, new.status)
    if old.state != new.state:
        yield _of_plan(_move(old.state, new.state), new.title, old.state, new.state)
    if old.target != new.target:
        yield _of_plan("target", new.title, old.target, new.target)
    if old.owner != new.owner:
        yield _of_plan("owner", new.title, old.owner, new.owner)


def _move(old: str, new: str) -> EventKind:
    if new in _OVER:
        return "completed" if new == "completed" else "cancelled"
    if new == "paused":
        return "paused"
    if old == "paused" and new == "in_progress":
        return "resumed"
    return "started" if old == "planned" else "reopened"


def _compare_phases(old: dict[str, SeenPhase], new: dict[str, SeenPhase]) -> Iterator[Changed]:
    for key, phase in old.items():
        if key not in new:
            yield _of_phase("phase removed", key, phase, phase.state, None)
    for key, phase in new.items():
        was = old.get(key)
        if was is None:
            yield _of_phase("phase added", key, phase, None, phase.state)
            was = phase._replace(estimate=None)
        if was == phase:
            continue
        if was.words != phase.words:
            yield _of_phase("phase retitled", key, phase, was.title, phase.title)
        if was.estimate != phase.estimate:
            said = (_number(was.estimate), _number(phase.estimate))
            yield _of_phase("estimate", key, phase, *said)
        kind = _phase_move(was, phase)
        if kind is not None:
            yield _of_phase(kind, key, phase, was.state, phase.state)


def _of_phase(
    kind: EventKind, key: str, phase: SeenPhase, before: str | None, after: str | None
) -> Changed:
    return Changed(kind, "phase", key, "", phase.place, phase.title, before, after)


def _phase_move(old: SeenPhase, new: SeenPhase) -> EventKind | None:
    """The event of a phase; that it became ready or blocked is none: nothing was done in it."""
    if old.state == new.state:
        return None
    if new.state == "done":
        return "phase completed"
    if new.state == "cancelled":
        return "phase cancelled"
    if old.state in _SETTLED:
        return "phase reopened"
    return "phase started" if new.state == "in_progress" else None


def _compare_items(old: State, new: State) -> Iterator[Changed]:
    for key, item in old.items.items():
        if key not in new.items:
            yield _of_item("removed", key, old.homes[key], item, item.state, None)
    for key, item in new.items.items():
        was, home = old.items.get(key), new.homes[key]
        if was is None:
            yield _of_item("added", key, home, item, None, item.state)
            continue
        if was == item and old.homes[key] == home:
            continue
        if was.words != item.words:
            yield _of_item("reworded", key, home, item, was.text, item.text)
        if old.homes[key] != home or was.kind != item.kind:
            yield _of_item("moved", key, home, item, was.place, item.place)
        if was.state != item.state:
            yield _of_item(_item_move(item), key, home, item, was.state, item.state)


def _of_item(
    kind: EventKind, key: str, home: str, item: SeenItem, before: str | None, after: str | None
) -> Changed:
    return Changed(kind, item.kind, key, home, item.place, item.text, before, after)


def _item_move(item: SeenItem) -> EventKind:
    if item.state == "done":
        return "ticked"
    if item.state == "cancelled":
        return "item cancelled"
    return "begun" if item.state == "in_progress" else "unticked"


def _compare_risks(old: State, new: State) -> Iterator[Changed]:
    for key, risk in old.risks.items():
        if key not in new.risks:
            kind: EventKind = "risk removed"
            yield Changed(kind, "risk", key, "", risk.place, risk.text, risk.rating, None)
    for key, risk in new.risks.items():
        was = old.risks.get(key)
        if was is None:
            yield Changed("risk added", "risk", key, "", risk.place, risk.text, None, risk.rating)
        elif was.rating != risk.rating:
            said = (was.rating, risk.rating)
            yield Changed("risk changed", "risk", key, "", risk.place, risk.text, *said)
        elif was.words != risk.words:
            said = (was.text, risk.text)
            yield Changed("risk reworded", "risk", key, "", risk.place, risk.text, *said)


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:.12g}"
