"""When work on a phase began and when it ended, as the events of its plan tell."""

from __future__ import annotations

from trueplan.history.life import Life
from trueplan.record import Record

_WORK = frozenset(("ticked", "begun"))
_BEGUN = ("in_progress", "done")


class PhaseSpan(Record):
    """A phase from its first sign of work to its end, as ISO days.

    `started` is None where nothing was done yet, or where something was before the plan's first
    revision: `early` tells which. `finished` is None unless the phase is done now, and was seen
    to become so.
    """

    place: str
    title: str
    estimate: float | None
    state: str
    started: str | None
    finished: str | None
    early: bool
    reopened: int = 0


def find_spans(life: Life) -> tuple[PhaseSpan, ...]:
    """The phases that the plan has now, in their order."""
    started: dict[str, str] = {}
    finished: dict[str, str] = {}
    reopened: dict[str, int] = {}
    early = {key for key, phase in life.first.phases.items() if phase.state in _BEGUN}
    early |= {
        home
        for key, home in life.first.homes.items()
        if life.first.items[key].state in _BEGUN and life.first.items[key].kind == "task"
    }
    for event in life.events:
        key = event.phase if event.kind in _WORK else event.key
        if not key.startswith("p"):
            continue
        if event.kind in _WORK or event.kind == "phase started":
            started[key] = min(started.get(key, event.day), event.day)
        elif event.kind == "phase completed":
            started[key] = min(started.get(key, event.day), event.day)
            finished[key] = event.day
        elif event.kind == "phase reopened":
            finished.pop(key, None)
            reopened[key] = reopened.get(key, 0) + 1
        elif event.kind == "phase added" and event.after in _BEGUN:
            early.add(key)
    found = []
    for number, phase in zip(life.last.phases, life.last.snapshot.phases, strict=True):
        key = f"p{number}"
        end = finished.get(key) if phase.state == "done" else None
        begin = None if key in early else started.get(key)
        if begin is not None and end is not None and end < begin:
            begin = end  # a clock ran backwards
        found.append(
            PhaseSpan(
                phase.place,
                phase.title,
                phase.estimate,
                phase.state,
                begin,
                end,
                key in early,
                reopened.get(key, 0),
            )
        )
    return tuple(found)
