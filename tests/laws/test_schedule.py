"""Schedules keep the order, the owners and the calendar, and the critical path is their length."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from tests.laws.activities import activities, calendars
from trueplan.schedule.activity import Activity, remaining_sessions
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.schedule.critical_path import critical_chain, last_of
from trueplan.schedule.dependents import count_dependents
from trueplan.schedule.levelling import resource_of
from trueplan.schedule.network import build_network
from trueplan.schedule.timetable import LEVELS, Level, Timetable, Way, make_timetable
from trueplan.schedule.what_if import leave_out
from trueplan.schedule.worktime import Worktime, first_day, last_day

START = "2026-03-10"
SAME = 1e-6
methods = st.sampled_from(("rule", "none"))


def weighted(work: list[Activity]) -> nx.DiGraph[str]:
    """The graph whose edges have the length of what they come from, with an end behind all."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for one in work:
        graph.add_edge(one.ref, "end", weight=remaining_sessions(one))
        for cause in one.after:
            length = next(remaining_sessions(other) for other in work if other.ref == cause)
            graph.add_edge(cause, one.ref, weight=length)
    return graph


def assert_keeps_order(table: Timetable) -> None:
    for at, causes in enumerate(table.network.before):
        for paths in (table.sessions, table.calendar):
            for cause in causes:
                assert paths.earliest_start[at] >= paths.earliest_finish[cause] - SAME
                assert paths.latest_start[at] >= paths.latest_finish[cause] - SAME


def assert_one_at_a_time(table: Timetable) -> None:
    """In sessions of its owner, no activity begins before the one before it ends."""
    spans: dict[str, list[tuple[float, float]]] = {}
    for at, one in enumerate(table.network.activities):
        if table.clock.lengths[at]:
            ends = (table.calendar.earliest_start[at], table.calendar.earliest_finish[at])
            first, last = (table.clock.sessions(at, time) for time in ends)
            assert last - first == pytest.approx(table.clock.lengths[at])
            spans.setdefault(resource_of(one), []).append((first, last))
    for taken in spans.values():
        for before, after in pairwise(sorted(taken)):
            assert after[0] >= before[1] - SAME


@given(activities(), calendars(), methods)
def test_no_phase_before_what_it_waits_for_and_no_slack_below_zero(
    work: list[Activity], by: Calendars, method: Level
) -> None:
    """On the calendar and in sessions, however the owners work."""
    table = make_timetable(work, by, Way(START, method))
    assert_keeps_order(table)
    for paths in (table.sessions, table.calendar):
        assert min(paths.slack) == 0
        pairs = zip(paths.free_slack, paths.slack, strict=True)
        assert all(free <= slack + SAME for free, slack in pairs)
        assert all(start >= 0 for start in paths.earliest_start)


@given(activities(), calendars())
def test_owners_do_one_thing_at_a_time(work: list[Activity], by: Calendars) -> None:
    assert_one_at_a_time(make_timetable(work, by, Way(START)))


@given(activities())
def test_the_longest_path_is_that_of_networkx(work: list[Activity]) -> None:
    table = make_timetable(work, Calendars(), Way(START, "none"))
    expected = nx.dag_longest_path_length(weighted(work))
    assert table.sessions.finish == pytest.approx(expected)


@given(activities(), methods)
def test_the_critical_path_is_a_chain_as_long_as_the_schedule(
    work: list[Activity], method: Level
) -> None:
    """Each waits for the one before it, none has slack, and their sessions add up to the end."""
    table = make_timetable(work, Calendars(), Way(START, method))
    last = last_of(table.sessions, range(len(work)))
    assert last is not None
    chain = critical_chain(table.before, table.sessions, last)
    assert all(cause in table.before[at] for cause, at in pairwise(chain))
    assert all(table.sessions.slack[one] == 0 for one in chain)
    total = sum(table.clock.lengths[one] for one in chain)
    assert total == pytest.approx(table.sessions.finish)


@given(activities(circles=True), calendars(), methods)
def test_circles_are_cut_and_everything_is_scheduled(
    work: list[Activity], by: Calendars, method: Level
) -> None:
    """A circle is one of the waits that were given, and is said wherever networkx finds one."""
    table = make_timetable(work, by, Way(START, method))
    assert sorted(table.network.order) == list(range(len(work)))
    assert_keeps_order(table)
    waits = {one.ref: one.after for one in work}
    for cycle in table.network.cycles:
        following = (*cycle.refs[1:], cycle.refs[0])
        assert all(cause in waits[ref] for ref, cause in zip(cycle.refs, following, strict=True))
        assert cycle.left_out[1] in waits[cycle.left_out[0]]
    given_order = nx.DiGraph([(cause, one.ref) for one in work for cause in one.after])
    assert bool(table.network.cycles) == (not nx.is_directed_acyclic_graph(given_order))


@given(activities(circles=True))
def test_dependents_are_the_descendants_of_networkx(work: list[Activity]) -> None:
    network = build_network(work)
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(work)))
    graph.add_edges_from(
        (cause, at) for at, causes in enumerate(network.before) for cause in causes
    )
    expected = [len(nx.descendants(graph, at)) for at in range(len(work))]
    assert count_dependents(network.after, network.order) == expected


@given(activities(), calendars(), st.sampled_from(LEVELS))
@settings(max_examples=20)
def test_the_same_work_gives_the_same_schedule(
    work: list[Activity], by: Calendars, method: Level
) -> None:
    """And leaving nothing out changes nothing."""
    way = Way(START, method, effort=0.2)
    first = make_timetable(work, by, way)
    second = make_timetable(leave_out(work, []), by, way)
    assert (first.calendar, first.sessions, first.arcs, first.optimum) == (
        second.calendar,
        second.sessions,
        second.arcs,
        second.optimum,
    )


@given(activities(most=7), calendars())
@settings(max_examples=25)
def test_the_search_never_ends_later_than_the_rule(work: list[Activity], by: Calendars) -> None:
    """Its bound is no later than its end, and it keeps order and owners too."""
    rule = make_timetable(work, by, Way(START))
    best = make_timetable(work, by, Way(START, "optimal", effort=0.2))
    assert best.calendar.finish <= rule.calendar.finish + SAME
    assert best.optimum is not None
    assert best.optimum.bound <= best.optimum.objective + SAME
    assert 0 <= best.optimum.gap <= 1
    assert_keeps_order(best)
    assert_one_at_a_time(best)


@given(activities(), st.integers(0, 8))
def test_without_a_phase_nothing_ends_later(work: list[Activity], at: int) -> None:
    """Where owners do all at once: less work, and no wait that was not there before."""
    ref = work[at % len(work)].ref
    before = make_timetable(work, Calendars(), Way(START, "none"))
    after = make_timetable(leave_out(work, [ref]), Calendars(), Way(START, "none"))
    finish = {
        one.ref: before.sessions.earliest_finish[n]
        for n, one in enumerate(before.network.activities)
    }
    for n, one in enumerate(after.network.activities):
        assert after.sessions.earliest_finish[n] <= finish[one.ref] + SAME


@given(calendars(), st.integers(0, 3200).map(lambda eighths: eighths / 8), st.booleans())
def test_days_are_those_that_a_count_day_by_day_finds(
    by: Calendars, sessions: float, own: bool
) -> None:
    """The day on which work ends is the first by whose evening enough is worked."""
    calendar = by.of("Ann" if own else "Ben")
    worktime = Worktime(calendar, START)
    found = last_day(START, worktime.end_of(sessions))
    assert found == _counted(calendar, sessions)
    begin = first_day(START, worktime.begin_of(sessions))
    assert begin >= found or sessions == 0
    assert _works(calendar, date.fromisoformat(begin))


def _works(calendar: Calendar, day: date) -> bool:
    off = any(first <= day.isoformat() <= last for first, last in calendar.days_off)
    return day.weekday() in calendar.weekdays and not off


def _counted(calendar: Calendar, sessions: float) -> str:
    day, worked = date.fromisoformat(START), 0.0
    if not sessions:
        return START
    while True:
        if _works(calendar, day):
            worked += calendar.sessions_per_week / len(calendar.weekdays)
        if worked >= sessions - SAME:
            return day.isoformat()
        day += timedelta(days=1)
