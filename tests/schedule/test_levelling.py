"""Owners do one thing at a time."""

from __future__ import annotations

from tests.schedule.work import TUESDAY, days, times, timetable, work
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.schedule.timetable import Way, make_timetable


def test_one_owner_does_one_after_the_other() -> None:
    """The chain a b is longer than c, so c has slack and comes last."""
    table = timetable(
        work("c", 1.0, owner="CTO"), work("a", 2.0, owner="CTO"), work("b", 2.0, "a", owner="cto")
    )
    assert times(table) == {"a": (0.0, 2.0), "b": (2.0, 4.0), "c": (4.0, 5.0)}
    assert [
        (table.network.activities[first].ref, table.network.activities[second].ref)
        for first, second in table.arcs
    ] == [("b", "c")]


def test_two_owners_work_side_by_side() -> None:
    table = timetable(work("a", 2.0, owner="Ann"), work("b", 3.0, owner="Ben"))
    assert times(table) == {"a": (0.0, 2.0), "b": (0.0, 3.0)}
    assert table.arcs == ()


def test_what_nobody_owns_is_done_by_somebody_of_its_plan() -> None:
    table = timetable(work("p#1", 1.0), work("p#2", 1.0), work("q#1", 1.0))
    assert times(table) == {"p#1": (0.0, 1.0), "p#2": (1.0, 2.0), "q#1": (0.0, 1.0)}


def test_what_is_begun_comes_first() -> None:
    begun = work("b", 1.0, owner="CTO")._replace(state="in_progress")
    table = timetable(work("a", 5.0, owner="CTO"), begun)
    assert times(table) == {"a": (1.0, 6.0), "b": (0.0, 1.0)}


def test_a_nearer_target_comes_first() -> None:
    """Plan p could wait, had it not to be done on Thursday; q is longer and has until April."""
    activities = [work("q#1", 5.0, owner="CTO"), work("p#1", 1.0, owner="CTO")]
    targets = (("p", "2026-03-12"), ("q", "2026-04-10"))
    table = make_timetable(activities, Calendars(), Way(TUESDAY, targets=targets))
    assert times(table) == {"q#1": (1.0, 6.0), "p#1": (0.0, 1.0)}


def test_a_gap_before_what_waits_for_others_is_used() -> None:
    """While Ann waits for Ben, she does c, which fits, and not d, which does not."""
    table = timetable(
        work("a", 2.0, owner="Ben"),
        work("b", 9.0, "a", owner="Ann"),
        work("c", 2.0, owner="Ann"),
        work("d", 3.0, owner="Ann"),
    )
    assert times(table) == {"a": (0.0, 2.0), "b": (2.0, 11.0), "c": (0.0, 2.0), "d": (11.0, 14.0)}


def test_without_levelling_all_is_done_at_once() -> None:
    table = timetable(work("a", 2.0, owner="CTO"), work("b", 3.0, owner="CTO"), method="none")
    assert times(table) == {"a": (0.0, 2.0), "b": (0.0, 3.0)}


def test_each_role_works_by_its_own_calendar() -> None:
    """Tuesday and Wednesday for two sessions; the CTO, at half the pace, needs until Monday."""
    calendars = Calendars(Calendar(), (("CTO", Calendar(2.5)),))
    activities = [work("a", 2.0, owner="Ann"), work("b", 1.5, "a", owner="cto ")]
    table = make_timetable(activities, calendars, Way(TUESDAY))
    assert days(table) == {"a": ("2026-03-10", "2026-03-11"), "b": ("2026-03-12", "2026-03-16")}
    assert table.sessions.finish == 3.5


def test_what_takes_no_time_waits_for_nobody() -> None:
    """It happens on the day on which the work before it ends."""
    table = timetable(work("a", 4.0, owner="CTO"), work("b", 0.0, "a", owner="CTO"))
    assert days(table)["b"] == ("2026-03-13", "2026-03-13")
    assert table.arcs == ()
