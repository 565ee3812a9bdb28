"""How much of a plan is done, of how much, day by day."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.history.event import Event
from trueplan.history.life import Life
from trueplan.history.state import State
from trueplan.record import Record

_ITEM_EVENTS = frozenset(
    ("added", "removed", "ticked", "unticked", "begun", "item cancelled", "moved", "reworded")
)
_WORK = (("task",), ("deliverable", "other"), ("acceptance", "functional", "nonfunctional"))
_Box = tuple[str, str | None]  # what it is, and its state
PROOF = ("acceptance", "functional", "nonfunctional", "gate", "criterion")


class Day(Record):
    """The boxes at the end of a day. `scope` are those that count: open and done ones.

    `added` and `removed` count since the first revision what came into the plan and what left it.
    """

    day: str
    done: int
    scope: int
    cancelled: int
    added: int
    removed: int

    @property
    def open(self) -> int:
        """What is left."""
        return self.scope - self.done


def follow_progress(life: Life, kinds: tuple[str, ...]) -> tuple[Day, ...]:
    """The days on which boxes of `kinds` changed, the first revision's among them.

    What is dated before the first revision counts as that day's, and no box changes before it came
    or was changed last, whatever the clocks said.
    """
    first = life.revisions[0].at[:10] if life.revisions else life.events[0].day
    boxes: dict[str, _Box] = {
        key: (item.kind, item.state) for key, item in life.first.items.items()
    }
    changes: dict[str, list[int]] = {first: _count(boxes.values(), kinds)}
    days_of: dict[str, str] = {}
    for event in life.events:
        if event.kind not in _ITEM_EVENTS:
            continue
        was = boxes.get(event.key)
        now = _after(event, was)
        if now is None:
            boxes.pop(event.key, None)
        else:
            boxes[event.key] = now
        change = _difference(was, now, kinds)
        day = days_of[event.key] = max(event.day, days_of.get(event.key, first))
        if any(change):
            known = changes.setdefault(day, [0, 0, 0, 0, 0])
            changes[day] = [one + more for one, more in zip(known, change, strict=True)]
    total = [0, 0, 0, 0, 0]
    days = []
    for day in sorted(changes):
        total = [one + more for one, more in zip(total, changes[day], strict=True)]
        days.append(Day(day, *total))
    return tuple(days)


def kinds_of_work(life: Life) -> tuple[str, ...]:
    """The kinds of boxes that tell how far the plan is: tasks, or what it has in their place."""
    seen = {item.kind for item in life.last.snapshot.items if item.state is not None}
    seen |= {item.kind for item in life.first.items.values() if item.state is not None}
    for kinds in _WORK:
        if seen.intersection(kinds):
            return kinds
    return ("task",)


def kinds_of_proof(life: Life) -> tuple[str, ...]:
    """The kinds of boxes that say what must hold, as far as they are not the work itself."""
    work = kinds_of_work(life)
    return tuple(kind for kind in PROOF if kind not in work)


def _after(event: Event, was: _Box | None) -> _Box | None:
    if event.kind == "removed":
        return None
    if event.kind in ("moved", "reworded"):
        return (event.thing, was[1] if was is not None else None)
    return (event.thing, event.after)


def _difference(was: _Box | None, now: _Box | None, kinds: tuple[str, ...]) -> list[int]:
    """What an event adds to done, scope, cancelled, added and removed."""
    before, after = _weigh(was, kinds), _weigh(now, kinds)
    counted, counts = any(before), any(after)
    return [
        *(new - old for old, new in zip(before, after, strict=True)),
        int(counts and not counted),
        int(counted and not counts),
    ]


def _weigh(box: _Box | None, kinds: tuple[str, ...]) -> tuple[int, int, int]:
    if box is None or box[0] not in kinds or box[1] is None:
        return (0, 0, 0)
    state = box[1]
    return (int(state == "done"), int(state != "cancelled"), int(state == "cancelled"))


def _count(boxes: Iterable[_Box], kinds: tuple[str, ...]) -> list[int]:
    done = scope = cancelled = 0
    for box in boxes:
        one = _weigh(box, kinds)
        done, scope, cancelled = done + one[0], scope + one[1], cancelled + one[2]
    return [done, scope, cancelled, 0, 0]


def first_scope(life: Life, kinds: tuple[str, ...]) -> int:
    """How many boxes of `kinds` counted in the first revision."""
    return count_now(life.first, kinds)[1]


def count_now(state: State, kinds: tuple[str, ...]) -> tuple[int, int, int]:
    """How many boxes of `kinds` a state has that are done, that count, that are cancelled."""
    done, scope, cancelled, *_ = _count(
        [(item.kind, item.state) for item in state.items.values()], kinds
    )
    return done, scope, cancelled
