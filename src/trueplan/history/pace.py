"""How a plan moves: throughput, where it rested, how its target slips."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from trueplan.history.event import Event
from trueplan.history.life import Life
from trueplan.record import Record
from trueplan.text.day import days_between

_CHANGES_OF_BOXES = ("ticked", "unticked", "begun", "item cancelled")


class Slip(Record):
    """A target that was moved: when, from which day to which, and by how many days.

    `days` is None where one of the two is no day.
    """

    day: str
    before: str
    after: str
    days: int | None


class Rest(Record):
    """A stretch without a commit to the plan: the day before it, and the day after it or today."""

    first: str
    last: str
    days: int


def find_slips(life: Life) -> tuple[Slip, ...]:
    """The moves of the target, those by which it was first set or taken away left out."""
    found = []
    for event in life.events:
        if event.kind == "target" and event.before and event.after:
            days = None
            if _is_day(event.before) and _is_day(event.after):
                days = days_between(event.before, event.after)
            found.append(Slip(event.day, event.before, event.after, days))
    return tuple(found)


def days_of_work(life: Life) -> tuple[str, ...]:
    """The days with a commit to the plan, each once, the first one first."""
    return tuple(sorted({one.at[:10] for one in life.revisions}))


def find_rests(days: Sequence[str], end: str) -> tuple[Rest, ...]:
    """The stretches between `days`, and from the last one to `end`, the longest first."""
    closed = [*days, end] if days and days[-1] < end else list(days)
    rests = [
        Rest(before, after, days_between(before, after) - 1) for before, after in pairwise(closed)
    ]
    return tuple(sorted((one for one in rests if one.days > 0), key=lambda one: -one.days))


def ticks_by_week(
    events: Sequence[Event], kinds: tuple[str, ...], first: str, last: str
) -> tuple[int, ...]:
    """How many boxes of `kinds` were ticked, less those unticked, in each week of seven days.

    The weeks are counted back from `last`, a day, to the one that holds `first`; they stand in
    the order of time. Of a week with more unticked than ticked, nothing is left.
    """
    weeks = [0] * (max(0, days_between(first, last)) // 7 + 1)
    for event in events:
        if event.thing not in kinds or event.kind not in _CHANGES_OF_BOXES:
            continue
        change = (event.after == "done") - (event.before == "done")
        ago = days_between(event.day, last) // 7
        if change and 0 <= ago < len(weeks):
            weeks[-1 - ago] += change
    return tuple(max(0, one) for one in weeks)


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
