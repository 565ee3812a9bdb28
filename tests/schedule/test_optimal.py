"""The earliest end, where the rule misses it."""

from __future__ import annotations

import sys

import pytest

from tests.schedule.work import TUESDAY, timetable, work
from trueplan.errors import UsageError
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.schedule.timetable import Way, make_timetable

# Ann does a or b first. By the rule it is b, which has less slack: c can then only begin after 5.
# With a first, Ben begins after 1, and Ann's b and d still end at 6.
MISSED = (
    work("b", 4.0, owner="Ann"),
    work("d", 1.0, "b", owner="Cas"),
    work("a", 1.0, owner="Ann"),
    work("c", 3.0, "a", owner="Ben"),
)


def test_the_search_finds_what_the_rule_misses() -> None:
    """The rule ends after 8 working days; with a first, b ends after 5 and d after 6."""
    assert timetable(*MISSED).sessions.finish == 8.0
    table = timetable(*MISSED, method="optimal")
    assert table.sessions.finish == 6.0
    assert table.optimum is not None
    assert table.optimum.objective == pytest.approx(6.0)
    assert table.optimum.by_rule == pytest.approx(8.0)
    assert (table.optimum.proved, table.optimum.gap) == (True, 0.0)


def test_the_rule_is_kept_where_it_cannot_be_beaten() -> None:
    table = timetable(work("a", 1.0), work("b", 2.0, "a"), method="optimal")
    assert table.calendar == timetable(work("a", 1.0), work("b", 2.0, "a")).calendar
    assert table.optimum is not None
    assert table.optimum.proved


def test_days_off_of_one_alone_leave_the_simple_bound() -> None:
    """Ann needs Tuesday, then is off until Monday; the bound is her load, which that is."""
    calendars = Calendars(roles=(("Ann", Calendar(days_off=(("2026-03-11", "2026-03-13"),))),))
    activities = [work("a", 2.0, owner="Ann"), work("b", 1.0, owner="Ben")]
    table = make_timetable(activities, calendars, Way(TUESDAY, "optimal"))
    assert table.optimum is not None
    assert table.optimum.objective == pytest.approx(5.0)
    assert table.optimum.proved


def test_of_nothing() -> None:
    table = timetable(method="optimal")
    assert table.optimum is not None
    assert (table.optimum.objective, table.optimum.gap) == (0.0, 0.0)


def test_without_or_tools_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ortools", None)
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)
    with pytest.raises(UsageError) as caught:
        timetable(*MISSED, method="optimal")
    assert caught.value.help == "pip install 'trueplan[optimise]'"
