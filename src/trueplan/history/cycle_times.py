"""How long things took, from when they came or began to when they were done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trueplan.history.life import Life
from trueplan.history.spans import PhaseSpan
from trueplan.text.day import days_between


def time_to_tick(life: Life, kinds: tuple[str, ...]) -> tuple[int, ...]:
    """For each box that is done, the days from when it came into the plan to its last tick.

    Boxes that were done when they came are left out: nothing is known of how long they took.
    """
    first = life.revisions[0].at[:10] if life.revisions else ""
    came = dict.fromkeys(life.first.items, first)
    born_done = {key for key, item in life.first.items.items() if item.state == "done"}
    done: dict[str, int] = {}
    for event in life.events:
        if event.kind == "added":
            came[event.key] = event.day
            if event.after == "done":
                born_done.add(event.key)
        elif event.kind == "ticked" and event.thing in kinds and event.key in came:
            done[event.key] = max(0, days_between(came[event.key], event.day))
        elif event.kind in ("unticked", "begun", "removed", "item cancelled"):
            done.pop(event.key, None)
            born_done.discard(event.key)
    return tuple(sorted(days for key, days in done.items() if key not in born_done))


def days_of_phases(spans: Iterable[PhaseSpan]) -> tuple[int, ...]:
    """How many days finished phases lasted, the first and the last one counted, in order."""
    return tuple(
        sorted(
            days_between(span.started, span.finished) + 1
            for span in spans
            if span.started is not None and span.finished is not None
        )
    )


def median(values: Sequence[float]) -> float | None:
    """The middle of `values`, of two the mean; None where there are none."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if not ordered:
        return None
    if len(ordered) % 2:
        return float(ordered[middle])
    return (ordered[middle - 1] + ordered[middle]) / 2
