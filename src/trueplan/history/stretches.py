"""When a plan was in work: from the first sign of it to the end, pauses left out."""

from __future__ import annotations

from trueplan.history.life import Life
from trueplan.history.progress import follow_progress, kinds_of_work
from trueplan.record import Record

_SIGNS = frozenset(("ticked", "begun", "started", "resumed", "phase started", "phase completed"))
_ENDS = frozenset(("paused", "completed", "cancelled"))


class Stretch(Record):
    """From one ISO day to another, both counted; `last` is None while it goes on."""

    first: str
    last: str | None


def find_stretches(life: Life) -> tuple[Stretch, ...]:
    """When the plan was in work, in the order of time.

    A stretch ends on the day on which the plan was paused, completed or cancelled, or on which no
    box of its work was open any more, whatever its status says.
    """
    if not life.revisions:
        return ()
    signs = {one.day for one in life.events if one.kind in _SIGNS}
    if life.first.state == "in_progress":
        signs.add(life.revisions[0].at[:10])
    ends = {one.day for one in life.events if one.kind in _ENDS}
    ends |= {
        one.day for one in follow_progress(life, kinds_of_work(life)) if one.scope and not one.open
    }
    found = []
    first: str | None = None
    for day in sorted(signs | ends):
        if first is None and day in signs:
            first = day
        if first is not None and day in ends:
            found.append(Stretch(first, day))
            first = None
    if first is not None:
        found.append(Stretch(first, None))
    return tuple(found)
