"""A plan read again after a small change: where only boxes were ticked, nothing else is read.

Most revisions of a plan tick a box or two and leave the rest alone. Such a revision is the plan
before it with other states, and to know that takes a look at its lines. Whatever else changed, the
file is read as any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from trueplan.model.estimate import Rates
from trueplan.model.item import Item, ItemState
from trueplan.model.phase import Phase
from trueplan.model.plan import Plan
from trueplan.reader.plan import read_plan
from trueplan.record import Record

_LINE = re.compile(rb"([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])(\][ \t]+)([^\n]+)")
# Words that mean nothing but themselves: no code, link, label, emphasis, entity, escape.
_WORDS = re.compile(rb"[A-Za-z0-9(][A-Za-z0-9 ,.;'()/%=-]*")
_BEHIND = re.compile(rb" [A-Za-z0-9(][A-Za-z0-9 ,.;()/%=-]*")  # as a commit, put behind a task
_STATES: dict[bytes, ItemState] = {b" ": "open", b"x": "done", b"X": "done"}
_MOST_LINES = 40  # that may differ


class Revision(Record):
    """A plan, and what is needed to read its next revision.

    The spans of `plan` are those of the revision that was read as a whole; `markers` are the boxes
    of its items there, by their lines. None of the lines has gone since, and none has come.
    """

    plan: Plan
    lines: list[bytes]
    markers: dict[int, int]


class _Tick(Record):
    """What a line says now: the state of its item, its words where they are others.

    `behind` is what only follows the words that were there.
    """

    before: ItemState
    state: ItemState
    text: str | None
    behind: str


def read_revision(source: bytes, rates: Rates) -> Revision:
    """Read a revision as a whole."""
    plan = read_plan(source, rates)
    lines = source.split(b"\n")
    return Revision(plan, lines, _find_markers(plan, lines))


def read_next(before: Revision, source: bytes, rates: Rates) -> Revision:
    """Read the revision that follows `before`; what a whole reading would say of its items.

    Of a plan that was not read as a whole the spans are those of an earlier revision.
    """
    lines = source.split(b"\n")
    ticks = _find_ticks(before, lines)
    plan = _tick(before.plan, ticks) if ticks else None
    if plan is None:
        return read_revision(source, rates)
    return Revision(plan, lines, before.markers)


def _find_markers(plan: Plan, lines: list[bytes]) -> dict[int, int]:
    """The offsets of the boxes that begin a line of their own, by the number of the line."""
    offsets: dict[int, int] = {}
    position = 0
    for number, line in enumerate(lines):
        match = _LINE.match(line)
        if match is not None:
            offsets[position + match.start(2) - 1] = number
        position += len(line) + 1
    found: dict[int, int] = {}
    stack: list[Item] = [*plan.tasks, *plan.criteria.all]
    for phase in plan.phases:
        stack += phase.items
    while stack:
        item = stack.pop()
        stack += item.children
        if item.marker is None:
            continue
        at = offsets.get(item.marker.start)
        if at is not None and _is_on_one_line(item, lines[at]):
            found[at] = item.marker.start
    return found


def _is_on_one_line(item: Item, line: bytes) -> bool:
    """Whether the words of an item end where its line does."""
    end = item.marker.end if item.marker is not None else 0
    return item.text_span.end <= end + len(line) - line.index(b"[") - 3


def _find_ticks(before: Revision, lines: list[bytes]) -> dict[int, _Tick] | None:
    """The boxes that changed, by their offsets; None where anything else did."""
    if len(lines) != len(before.lines):
        return None
    ticks: dict[int, _Tick] = {}
    for number, (old, new) in enumerate(zip(before.lines, lines, strict=True)):
        if old == new:
            continue
        offset = before.markers.get(number)
        tick = _compare(old, new) if offset is not None else None
        if tick is None or offset is None or len(ticks) == _MOST_LINES:
            return None
        ticks[offset] = tick
    return ticks


def _compare(old: bytes, new: bytes) -> _Tick | None:
    """What happened to the line of an item; None where more may have than a look can tell."""
    was, now = _LINE.fullmatch(old), _LINE.fullmatch(new)
    if was is None or now is None or was[1] != now[1] or was[3] != now[3]:
        return None
    text, behind = None, ""
    if was[4] != now[4]:
        added = now[4][len(was[4]) :] if now[4].startswith(was[4]) else b""
        if _BEHIND.fullmatch(added) and not was[4].endswith((b"\\", b"  ")):
            behind = added.decode("ascii").rstrip(" ")
        elif _WORDS.fullmatch(was[4]) and _WORDS.fullmatch(now[4]):
            text = now[4].decode("ascii").rstrip(" ")
        else:
            return None
    return _Tick(_STATES[was[2]], _STATES[now[2]], text, behind)


def _tick(plan: Plan, ticks: dict[int, _Tick]) -> Plan | None:
    """The plan with other states; None where an item is not as its line says."""
    left = dict(ticks)
    try:
        phases = tuple(_tick_phase(phase, ticks, left) for phase in plan.phases)
        criteria = plan.criteria
        criteria = criteria._replace(
            functional=_tick_items(criteria.functional, left),
            nonfunctional=_tick_items(criteria.nonfunctional, left),
            gates=_tick_items(criteria.gates, left),
            others=_tick_items(criteria.others, left),
        )
        tasks = _tick_items(plan.tasks, left)
    except ValueError:
        return None
    if left:
        return None
    done, total = plan.boxes
    boxes = (done + _gained(ticks.values()), total)
    return plan._replace(phases=phases, criteria=criteria, tasks=tasks, boxes=boxes)


def _tick_phase(phase: Phase, ticks: dict[int, _Tick], left: dict[int, _Tick]) -> Phase:
    here = [one for offset, one in ticks.items() if phase.span.start <= offset < phase.span.end]
    if not here:
        return phase
    done, total = phase.boxes
    return phase._replace(
        tasks=_tick_items(phase.tasks, left),
        deliverables=_tick_items(phase.deliverables, left),
        acceptance=_tick_items(phase.acceptance, left),
        others=_tick_items(phase.others, left),
        boxes=(done + _gained(here), total),
    )


def _tick_items(items: tuple[Item, ...], left: dict[int, _Tick]) -> tuple[Item, ...]:
    """The items with other states; what was found is taken out of `left`. Raises ValueError."""
    if not left or not items:
        return items
    return tuple(_tick_item(item, left) for item in items)


def _tick_item(item: Item, left: dict[int, _Tick]) -> Item:
    if item.children:
        item = item._replace(children=_tick_items(item.children, left))
    tick = left.pop(item.marker.start, None) if item.marker is not None else None
    if tick is None:
        return item
    if item.state != tick.before:
        raise ValueError("the state of this item is not that of its box")
    text = item.text if tick.text is None else tick.text
    return item._replace(state=tick.state, text=text + tick.behind)


def _gained(ticks: Iterable[_Tick]) -> int:
    """How many more boxes are ticked."""
    return sum((one.state == "done") - (one.before == "done") for one in ticks)
