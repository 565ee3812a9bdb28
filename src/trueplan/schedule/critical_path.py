"""The critical path method: what holds up the end, and how much room the rest has.

Kelley and Walker, Critical-Path Planning and Scheduling, Proceedings of the Eastern Joint Computer
Conference, 1959: a pass forward gives the earliest times, a pass backward the latest ones, and
their distance is the slack.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trueplan.record import Record
from trueplan.schedule.clock import Clock

_NOTHING = 1e-6  # of a session: slack below it is none


class Paths(Record):
    """Times of each position on the clock that they were found with; slack in sessions.

    `slack` is how far an activity can slip before the end of everything moves, `free_slack` before
    any other activity does.
    """

    earliest_start: tuple[float, ...]
    earliest_finish: tuple[float, ...]
    latest_start: tuple[float, ...]
    latest_finish: tuple[float, ...]
    slack: tuple[float, ...]
    free_slack: tuple[float, ...]

    @property
    def finish(self) -> float:
        """When all is done."""
        return max(self.earliest_finish, default=0.0)


def find_paths(before: Sequence[Sequence[int]], order: Sequence[int], clock: Clock) -> Paths:
    """Pass over the positions forward and backward, holding the end of everything.

    `before` are those that each waits for, `order` one in which they can be done.
    """
    start, finish = pass_forward(before, order, clock)
    end = max(finish, default=0.0)
    latest_start, latest_finish = pass_backward(before, order, clock, [end] * len(before))
    following = [end] * len(before)
    for position, causes in enumerate(before):
        latest_start[position] = max(latest_start[position], start[position])
        for cause in causes:
            following[cause] = min(following[cause], start[position])
    pairs = zip(start, latest_start, strict=True)
    slack = [clock.between(at, first, last) for at, (first, last) in enumerate(pairs)]
    free = [clock.between(at, done, following[at]) for at, done in enumerate(finish)]
    return Paths(
        tuple(start),
        tuple(finish),
        tuple(latest_start),
        tuple(max(one) for one in zip(latest_finish, finish, strict=True)),
        tuple(one if one > _NOTHING else 0.0 for one in slack),
        tuple(one if one > _NOTHING else 0.0 for one in free),
    )


def pass_forward(
    before: Sequence[Sequence[int]], order: Sequence[int], clock: Clock
) -> tuple[list[float], list[float]]:
    """The earliest start and finish of each position."""
    start = [0.0] * len(before)
    finish = [0.0] * len(before)
    run = clock.run
    for position in order:
        ready = 0.0
        for cause in before[position]:
            ready = max(ready, finish[cause])
        start[position], finish[position] = run(position, ready)
    return start, finish


def pass_backward(
    before: Sequence[Sequence[int]], order: Sequence[int], clock: Clock, limits: Sequence[float]
) -> tuple[list[float], list[float]]:
    """The latest start and finish of each position that may not end after its limit."""
    finish = list(limits)
    start = [0.0] * len(before)
    for position in reversed(order):
        last = start[position] = clock.back(position, finish[position])
        for cause in before[position]:
            finish[cause] = min(finish[cause], last)
    return start, finish


def critical_chain(before: Sequence[Sequence[int]], paths: Paths, last: int) -> tuple[int, ...]:
    """The chain of positions, each held up by the one before it, that ends with `last`."""
    chain = [last]
    while before[chain[-1]]:
        chain.append(max(before[chain[-1]], key=lambda one: (paths.earliest_finish[one], -one)))
    chain.reverse()
    return tuple(chain)


def last_of(paths: Paths, positions: Mapping[int, object] | Sequence[int]) -> int | None:
    """Which of the positions is done last, the first of several; None of none."""
    return max(positions, key=lambda one: (paths.earliest_finish[one], -one), default=None)
