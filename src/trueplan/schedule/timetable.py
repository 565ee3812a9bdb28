"""A schedule: what is left of some activities, put in order, levelled, and on the calendar."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.record import Literal, Record
from trueplan.schedule.activity import SETTLED, Activity
from trueplan.schedule.calendar import Calendars
from trueplan.schedule.clock import Clock, calendar_clock, session_clock
from trueplan.schedule.critical_path import Paths, find_paths
from trueplan.schedule.levelling import Levelled, level
from trueplan.schedule.network import Network, build_network, order_positions
from trueplan.schedule.optimal import Optimum, Search, optimise
from trueplan.schedule.worktime import first_day, last_day
from trueplan.text.day import days_between

Level = Literal["rule", "optimal", "none"]
LEVELS: tuple[Level, ...] = ("rule", "optimal", "none")


class Timetable(Record):
    """When open activities are done.

    `network` holds them with the waits that plans state; `before` adds those that owners cause
    (`arcs`, pairs of positions), `order` is one in which all can be done. `sessions` are the times
    counted in sessions as if all owners worked the same ones, `calendar` those in days since the
    morning of `start`. `optimum` is what was proved about the end, None where nobody asked.
    """

    start: str
    network: Network
    before: tuple[tuple[int, ...], ...]
    order: tuple[int, ...]
    arcs: tuple[tuple[int, int], ...]
    clock: Clock
    sessions: Paths
    calendar: Paths
    optimum: Optimum | None = None

    def days(self, position: int, first: float, last: float) -> tuple[str, str]:
        """The ISO days on which work begins and ends between two times on the calendar.

        What takes no time happens on the day on which the work before it ends.
        """
        if not self.clock.lengths[position]:
            day = last_day(self.start, last)
            return day, day
        end = self.clock.end(position, self.clock.sessions(position, last))
        return first_day(self.start, first), last_day(self.start, end)


class Way(Record):
    """How to schedule: from the ISO day `start` on, by which method, towards which targets.

    With the method `none`, owners do as many things at once as the plans allow; `rule` gives them
    one at a time, and `optimal` looks for the earliest end, with `effort` as its limit
    (`optimal.optimise`). `targets` pairs plans with ISO days.
    """

    start: str
    method: Level = "rule"
    targets: tuple[tuple[str, str], ...] = ()
    effort: float = 10.0


def make_timetable(activities: Iterable[Activity], calendars: Calendars, way: Way) -> Timetable:
    """Schedule what is open of `activities`, whose estimates must be filled in.

    What is done or called off holds nothing up and is left out.
    """
    activities = tuple(activities)
    settled = {one.ref for one in activities if one.state in SETTLED}
    network = build_network(
        one._replace(after=tuple(ref for ref in one.after if ref not in settled))
        if settled and one.after
        else one
        for one in activities
        if one.ref not in settled
    )
    clock = calendar_clock(network.activities, calendars, way.start)
    levelled: Levelled | None = None
    optimum: Optimum | None = None
    if way.method != "none":
        ends = {plan: float(days_between(way.start, day) + 1) for plan, day in way.targets}
        levelled = level(network, clock, ends)
        if way.method == "optimal":
            search = Search(calendars, way.start, way.effort)
            levelled, optimum = optimise(network, clock, levelled, search)
    arcs = levelled.arcs if levelled is not None else ()
    before, order = _with_arcs(network, arcs)
    return Timetable(
        way.start,
        network,
        before,
        order,
        arcs,
        clock,
        find_paths(before, order, session_clock(network.activities)),
        find_paths(before, order, clock),
        optimum,
    )


def _with_arcs(
    network: Network, arcs: tuple[tuple[int, int], ...]
) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """The waits with those that owners cause, and an order that keeps both."""
    if not arcs:
        return network.before, network.order
    before = [list(one) for one in network.before]
    for cause, position in arcs:
        before[position].append(cause)
    return tuple(tuple(one) for one in before), order_positions(before)
