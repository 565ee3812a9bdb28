"""What a life is when the work tree is told as well, or when no commit has the plan yet."""

from __future__ import annotations

from itertools import count

from trueplan.history.comparison import compare
from trueplan.history.event import Event
from trueplan.history.life import Life
from trueplan.history.snapshot import Snapshot
from trueplan.history.state import state_of
from trueplan.history.tracked import track_first, track_next


def tell_present(
    life: Life, now: Snapshot, day: str, author: str, paths: tuple[str | None, str] = (None, "")
) -> Life:
    """The life with what is not committed yet, told as of `day`.

    `paths` are where the file was moved from, None where it was not, and where it is.
    """
    before, path = paths
    if before is None and now == life.last.snapshot:
        return life
    events: list[Event] = []
    if before is not None:
        events.append(
            Event(day, None, author, "file moved", "file", "", "", "", path, before, path)
        )
    tracked = life.last
    if now != life.last.snapshot:
        tracked = track_next([life.last], now, count(_highest(life) + 1))
        changes = compare(state_of(life.last), state_of(tracked))
        events += [Event(day, None, author, *one) for one in changes]
    return life._replace(last=tracked, events=life.events + tuple(events))


def begin_life(now: Snapshot, day: str, author: str, path: str) -> Life:
    """The life of a plan that no commit has."""
    tracked = track_first(now, count(1))
    created = Event(
        day, None, author, "created", "plan", "", "", "", now.title or path, None, now.state
    )
    return Life("", state_of(tracked), tracked, (created,), ())


def _highest(life: Life) -> int:
    """The highest key that anything in a life has or had."""
    keys = [0, *life.last.phases, *life.last.items, *life.last.risks]
    first = life.first
    named = [*first.phases, *first.items, *first.risks, *(one.key for one in life.events)]
    return max(*keys, *(int(key[1:]) for key in named if key), 0)
