"""Play events back: the state of a plan from an earlier one and what happened since."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.history.comparison import Changed
from trueplan.history.event import Event
from trueplan.history.snapshot import SeenItem, SeenPhase, SeenRisk
from trueplan.history.state import State
from trueplan.history.wording import wording
from trueplan.record import Any

_FIELDS = {
    "retitled": "title",
    "approved": "approval",
    "approval withdrawn": "approval",
    "status": "status",
    "target": "target",
    "owner": "owner",
}
_MOVES = ("started", "paused", "resumed", "completed", "cancelled", "reopened")


def replay(state: State, events: Iterable[Event | Changed]) -> State:
    """The state that a plan is in after `events`, if it was in `state` before.

    Places stay as they were when something last happened to what stands there.
    """
    played = _Replay(state)
    for event in events:
        played.play(event)
    return played.state()


class _Replay:
    """One use: a state that changes."""

    def __init__(self, start: State) -> None:
        self.start = start
        self.fields: dict[str, str] = {}
        self.phases = dict(start.phases)
        self.items = dict(start.items)
        self.homes = dict(start.homes)
        self.risks = dict(start.risks)
        self.notes = set(start.notes)

    def state(self) -> State:
        return self.start._replace(
            **self.fields,
            phases=self.phases,
            items=self.items,
            homes=self.homes,
            risks=self.risks,
            notes=frozenset(self.notes),
        )

    def play(self, event: Event | Changed) -> None:
        if event.thing == "file":
            return  # where a plan stands is no part of what it says
        if event.thing == "plan":
            self._of_plan(event)
        elif event.thing == "phase":
            self._of_phase(event)
        elif event.thing == "risk":
            self._of_risk(event)
        else:
            self._of_item(event)

    def _of_plan(self, event: Event | Changed) -> None:
        if event.kind in _FIELDS:
            self.fields[_FIELDS[event.kind]] = event.after or ""
        elif event.kind in _MOVES:
            self.fields["state"] = event.after or ""
        elif event.kind == "note":
            self.notes.add(event.text)

    def _of_phase(self, event: Event | Changed) -> None:
        key = event.key
        if event.kind == "phase removed":
            self.phases.pop(key, None)
            return
        was = self.phases.get(key) or SeenPhase(event.place, "", "", "not_started", None)
        if event.kind == "estimate":
            was = was._replace(estimate=float(event.after) if event.after is not None else None)
        elif event.kind != "phase retitled":
            said: Any = event.after
            was = was._replace(state=said)
        self.phases[key] = was._replace(
            place=event.place, title=event.text, words=wording(event.text)
        )

    def _of_item(self, event: Event | Changed) -> None:
        key = event.key
        if event.kind == "removed":
            self.items.pop(key, None)
            self.homes.pop(key, None)
            return
        kind: Any = event.thing
        said: Any = event.after
        was = self.items.get(key) or SeenItem(event.place, kind, "", "", None, -1)
        if event.kind not in ("reworded", "moved"):
            was = was._replace(state=said)
        self.items[key] = was._replace(
            place=event.place, kind=kind, text=event.text, words=wording(event.text)
        )
        self.homes[key] = event.phase

    def _of_risk(self, event: Event | Changed) -> None:
        key = event.key
        if event.kind == "risk removed":
            self.risks.pop(key, None)
            return
        was = self.risks.get(key) or SeenRisk(event.place, "", "", "")
        if event.kind != "risk reworded":
            was = was._replace(rating=event.after or "")
        self.risks[key] = was._replace(
            place=event.place, text=event.text, words=wording(event.text)
        )
