"""Activities in order: who waits for whom, with circles cut open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count

from trueplan.record import Record
from trueplan.schedule.activity import Activity

_MOST_WALKS = 8


class Cycle(Record):
    """Activities that wait for each other: each in `refs` for the next, the last for the first.

    `left_out` is the wait that is not kept, so that the rest has an order: the first of the two
    references no longer waits for the second.
    """

    refs: tuple[str, ...]
    left_out: tuple[str, str]


class Network(Record):
    """Activities by position, with the positions of what they wait for (`before`) and hold up.

    `order` names every position once, each after all that it waits for. `unknown` pairs a
    reference with one that it waits for and that is not among the activities.
    """

    activities: tuple[Activity, ...]
    positions: dict[str, int]
    before: tuple[tuple[int, ...], ...]
    after: tuple[tuple[int, ...], ...]
    order: tuple[int, ...]
    cycles: tuple[Cycle, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()


def build_network(activities: Iterable[Activity]) -> Network:
    """Put activities in order; the same activities give the same network.

    The order is that of the activities, but for those that must come before: a walk from each
    to what it waits for, written without recursion so that a chain may be of any length. Of a
    circle, a wait of an earlier activity for a later one is left out.
    """
    activities = tuple(activities)
    positions = {one.ref: position for position, one in enumerate(activities)}
    unknown: list[tuple[str, str]] = []
    before: list[list[int]] = []
    for one in activities:
        before.append([])
        for ref in dict.fromkeys(one.after):
            position = positions.get(ref)
            if position is None:
                unknown.append((one.ref, ref))
            else:
                before[-1].append(position)
    order, cut = _cut_circles(before)
    cycles = tuple(
        Cycle(
            tuple(activities[one].ref for one in chain),
            (activities[waiting].ref, activities[cause].ref),
        )
        for (waiting, cause), chain in cut.items()
    )
    return Network(
        activities,
        positions,
        tuple(tuple(one) for one in before),
        turn_round(before),
        tuple(order),
        cycles,
        tuple(unknown),
    )


def turn_round(before: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """For each position those that name it: successors for predecessors."""
    after: list[list[int]] = [[] for _ in before]
    for position, causes in enumerate(before):
        for cause in causes:
            after[cause].append(position)
    return tuple(tuple(one) for one in after)


def order_positions(before: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """An order in which each position comes after all in its `before`, which has no circles."""
    return tuple(_walk(before)[0])


def _cut_circles(
    before: Sequence[list[int]],
) -> tuple[list[int], dict[tuple[int, int], list[int]]]:
    """The order once no circle is left, and the waits taken out, each with its circle.

    The wait to go is one against the order of the activities. Where circles are so entangled that
    this takes many walks, it is whichever wait closed the circle.
    """
    cut: dict[tuple[int, int], list[int]] = {}
    for walk in count():
        order, circles = _walk(before)
        if not circles:
            return order, cut
        for chain in circles:
            steps = list(zip(chain, (*chain[1:], chain[0]), strict=True))
            against = [one for one in steps if one[0] <= one[1]]
            waiting, cause = against[-1] if walk < _MOST_WALKS else steps[-1]
            if (waiting, cause) not in cut:
                before[waiting].remove(cause)
                cut[waiting, cause] = chain
    raise AssertionError("there is always a next number")


def _walk(before: Sequence[Sequence[int]]) -> tuple[list[int], list[list[int]]]:
    """The order, and circles: each waits for the next one, the last for the first.

    A step back to where the walk came from closes one. There is no recursion: a chain may be long.
    """
    order: list[int] = []
    circles: list[list[int]] = []
    depth = [-1] * len(before)  # on the walk's path: how deep; -2 when it is through
    for start in range(len(before)):
        if depth[start] != -1:
            continue
        path = [start]
        steps = [iter(before[start])]
        depth[start] = 0
        while path:
            for cause in steps[-1]:
                if depth[cause] == -1:
                    depth[cause] = len(path)
                    path.append(cause)
                    steps.append(iter(before[cause]))
                    break
                if depth[cause] >= 0:
                    circles.append(path[depth[cause] :])
            else:
                steps.pop()
                through = path.pop()
                depth[through] = -2
                order.append(through)
    return order, circles
