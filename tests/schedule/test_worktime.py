"""Sessions as days: 10 March 2026 is a Tuesday."""

from __future__ import annotations

import pytest

from tests.schedule.work import TUESDAY
from trueplan.schedule.calendar import Calendar
from trueplan.schedule.worktime import Worktime, first_day, last_day


def ends(calendar: Calendar, *sessions: float, start: str = TUESDAY) -> list[str]:
    worktime = Worktime(calendar, start)
    return [last_day(start, worktime.end_of(one)) for one in sessions]


def begins(calendar: Calendar, *sessions: float, start: str = TUESDAY) -> list[str]:
    worktime = Worktime(calendar, start)
    return [first_day(start, worktime.begin_of(one)) for one in sessions]


def test_a_session_is_a_working_day() -> None:
    assert ends(Calendar(), 0.5, 1, 4, 4.5, 9) == [
        "2026-03-10",
        "2026-03-10",
        "2026-03-13",
        "2026-03-16",
        "2026-03-20",
    ]
    assert begins(Calendar(), 0, 0.5, 1, 4, 9) == [
        "2026-03-10",
        "2026-03-10",
        "2026-03-11",
        "2026-03-16",
        "2026-03-23",
    ]


def test_a_start_on_a_weekend_waits_for_monday() -> None:
    assert begins(Calendar(), 0, start="2026-03-14") == ["2026-03-16"]


def test_fewer_sessions_than_days_take_longer() -> None:
    """Three on five days: one is done in the second of them, three on the fifth."""
    assert ends(Calendar(3.0), 0.6, 1, 3) == ["2026-03-10", "2026-03-11", "2026-03-16"]


def test_more_sessions_than_days_are_several_a_day() -> None:
    assert ends(Calendar(10.0), 2, 2.5, 8) == ["2026-03-10", "2026-03-11", "2026-03-13"]


def test_other_weekdays() -> None:
    """Two sessions a week, on Saturday and Sunday."""
    assert ends(Calendar(2.0, (5, 6)), 1, 2, 3) == ["2026-03-14", "2026-03-15", "2026-03-21"]


def test_days_off_count_for_nothing() -> None:
    """Thursday to Monday is off, the weekend in it was never on; touching spans are one."""
    calendar = Calendar(5.0, days_off=(("2026-03-13", "2026-03-16"), ("2026-03-12", "2026-03-12")))
    assert ends(calendar, 2, 2.5, 3) == ["2026-03-11", "2026-03-17", "2026-03-17"]
    assert begins(calendar, 2) == ["2026-03-17"]


def test_a_day_off_before_the_start_or_on_a_weekend_changes_nothing() -> None:
    calendar = Calendar(5.0, days_off=(("2026-01-01", "2026-03-09"), ("2026-03-14", "2026-03-15")))
    assert ends(calendar, 1, 4, 5) == ends(Calendar(), 1, 4, 5)


def test_a_start_within_days_off() -> None:
    assert begins(Calendar(5.0, days_off=(("2026-03-09", "2026-03-11"),)), 0) == ["2026-03-12"]


@pytest.mark.parametrize("sessions", [0.0, 0.3, 1.0, 4.0, 7.25, 1234.5])
def test_there_and_back(sessions: float) -> None:
    """Days off and a pace that does not divide a day."""
    worktime = Worktime(Calendar(3.5, (0, 2, 4), (("2026-03-20", "2026-04-04"),)), TUESDAY)
    assert worktime.sessions_until(worktime.end_of(sessions)) == pytest.approx(sessions)
    assert worktime.sessions_until(worktime.begin_of(sessions)) == pytest.approx(sessions)


def test_a_century_off_is_no_more_work_than_a_day() -> None:
    assert ends(Calendar(days_off=(("2026-03-11", "2126-03-11"),)), 1, 2) == [
        "2026-03-10",
        "2126-03-12",
    ]


def test_beyond_the_calendar_is_its_last_day() -> None:
    assert ends(Calendar(), 9_000_000) == ["9999-12-31"]
