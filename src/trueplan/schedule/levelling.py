"""One phase at a time: owners as resources.

Serial schedule generation under a priority rule: Kelley, The Critical-Path Method: Resources
Planning and Scheduling, in Muth and Thompson, Industrial Scheduling, 1963; Kolisch, Serial and
parallel resource-constrained project scheduling methods revisited, European Journal of
Operational Research 90, 1996.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import inf

from trueplan.record import Record
from trueplan.schedule.activity import Activity, is_begun
from trueplan.schedule.clock import Clock
from trueplan.schedule.critical_path import pass_backward, pass_forward
from trueplan.schedule.network import Network

_SAME = 1e-6  # of a session: what differs by less is the same moment


class Levelled(Record):
    """Start and finish of each position on the clock, and the waits that owners cause.

    `arcs` are pairs of positions: the second waits for the first, because one owner does both and
    the network does not say it already. With these as further waits, the earliest times of all
    are the levelled ones.
    """

    start: tuple[float, ...]
    finish: tuple[float, ...]
    arcs: tuple[tuple[int, int], ...]

    @property
    def end(self) -> float:
        """When all is done."""
        return max(self.finish, default=0.0)


def resource_of(activity: Activity) -> str:
    """Who does an activity."""
    return name_resource(activity.owner, activity.plan)


def name_resource(owner: str, plan: str) -> str:
    """Who does the work of an owner; if nobody is named, somebody that its plan has for itself."""
    owner = owner.strip().casefold()
    return f"owner {owner}" if owner else f"plan {plan}"


def level(network: Network, clock: Clock, targets: Mapping[str, float]) -> Levelled:
    """Give each owner one activity at a time, by a rule.

    Of what can be done next comes first: what is begun, by the target of its plan; then what has
    the least slack, what has the earliest latest finish, what stands first. Slack is what the
    target leaves, `targets` by plan on the clock; without one it is what the end of everything
    leaves.
    """
    start, finish = pass_forward(network.before, network.order, clock)
    end = max(finish, default=0.0)
    limits = [targets.get(one.plan, end) for one in network.activities]
    latest_start, latest_finish = pass_backward(network.before, network.order, clock, limits)

    def urgency(one: int) -> tuple[bool, float, float, int]:
        if is_begun(network.activities[one]):
            return False, round(limits[one], 6), 0.0, one
        slack = clock.between(one, start[one], latest_start[one])
        return True, round(slack, 6), round(latest_finish[one], 6), one

    return place(network, clock, sorted(range(len(network.activities)), key=urgency))


def place(network: Network, clock: Clock, rank: Sequence[int]) -> Levelled:
    """Place all positions where they fit first: those that can be placed in the order of `rank`."""
    number = len(network.activities)
    priority = [0] * number
    for at, position in enumerate(rank):
        priority[position] = at
    open_causes = [len(causes) for causes in network.before]
    ready = [0.0] * number
    start, finish = [0.0] * number, [0.0] * number
    resources = [resource_of(one) for one in network.activities]
    busy: dict[str, _Busy] = {one: _Busy() for one in resources}
    queue = [priority[one] for one in range(number) if not open_causes[one]]
    heapify(queue)
    while queue:
        position = rank[heappop(queue)]
        begin, end = busy[resources[position]].find(clock, position, ready[position])
        start[position], finish[position] = begin, end
        for following in network.after[position]:
            ready[following] = max(ready[following], end)
            open_causes[following] -= 1
            if not open_causes[following]:
                heappush(queue, priority[following])
    return Levelled(
        tuple(start), tuple(finish), tuple(_arcs(network, clock, resources, start, finish))
    )


class _Busy:
    """When an owner is at work: spans of sessions in order, those that touch made one."""

    def __init__(self) -> None:
        self.spans: list[tuple[float, float]] = []

    def find(self, clock: Clock, position: int, ready: float) -> tuple[float, float]:
        """The first time from `ready` on in which an activity fits; it is taken then."""
        length = clock.lengths[position]
        if not length:
            return ready, ready
        begin = clock.sessions(position, ready)
        spans = self.spans
        at = bisect_right(spans, (begin, inf))
        if at:
            begin = max(begin, spans[at - 1][1])
        while at < len(spans) and begin + length > spans[at][0] + _SAME:
            begin = spans[at][1]
            at += 1
        self._take(at, begin, begin + length)
        return clock.begin(position, begin), clock.end(position, begin + length)

    def _take(self, at: int, begin: float, end: float) -> None:
        """Take a span that comes before the one at `at`."""
        spans = self.spans
        if at < len(spans) and spans[at][0] - end <= _SAME:
            end = spans.pop(at)[1]
        if at and begin - spans[at - 1][1] <= _SAME:
            begin = spans[at - 1][0]
            spans[at - 1] = (begin, end)
        else:
            spans.insert(at, (begin, end))


def _arcs(
    network: Network,
    clock: Clock,
    resources: Sequence[str],
    start: Sequence[float],
    finish: Sequence[float],
) -> list[tuple[int, int]]:
    """Who does what next, where the network does not say so already."""
    last: dict[str, int] = {}
    arcs = []
    for position in sorted(range(len(start)), key=lambda one: (start[one], finish[one], one)):
        if not clock.lengths[position]:
            continue
        earlier = last.get(resources[position])
        if earlier is not None and earlier not in network.before[position]:
            arcs.append((earlier, position))
        last[resources[position]] = position
    return arcs
