"""Calendars of trials: lines with corners, by hand and beside a count of days."""

from __future__ import annotations

import numpy
import pytest
from numpy.typing import NDArray

from trueplan.app.trial_clock import TrialClock
from trueplan.forecast.work import Remaining
from trueplan.forecast.worktime import ALL_ALIKE, Working, Worktime
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.schedule.worktime import Worktime as Days

# Two sessions in two days, three days of rest, two sessions in two days: on the average 4 in 7.
LINE = Worktime((0.0, 2.0, 5.0, 7.0), (0.0, 2.0, 2.00001, 4.0))
TUESDAY = "2026-03-10"


def row(*values: float) -> NDArray[numpy.float32]:
    return numpy.array(values, numpy.float32)


def test_work_rests_with_the_calendar() -> None:
    """One session from the start, three that go over the rest, one begun in the rest, none."""
    found = LINE.end(row(0, 0, 3, 1), row(1, 3, 1, 0))
    assert found.tolist() == pytest.approx([1, 6, 6, 1], abs=1e-3)


def test_beyond_its_end_it_goes_on_as_on_the_average() -> None:
    """Four sessions end with it; four more take seven days, also from a later start."""
    found = LINE.end(row(0, 0, 14), row(4, 8, 4))
    assert found.tolist() == pytest.approx([7, 14, 21], abs=1e-3)


def test_without_calendars_time_is_work() -> None:
    assert ALL_ALIKE.end("Ann", row(2), row(3)).tolist() == [5]
    assert Working({}, {"Ann": LINE}).end("Ann", row(0), row(3)).tolist() == pytest.approx([6])


@pytest.mark.parametrize("length", [0.5, 1, 3, 4.25, 11, 40])
def test_the_same_days_as_a_count_of_days(length: float) -> None:
    """Ben has a week off in March and a pace of three a week; Ann has not."""
    off = (("2026-03-16", "2026-03-20"),)
    ben = Calendar(3.0, (0, 1, 2, 3, 4), off)
    calendars = Calendars(Calendar(), (("Ben", ben),))
    phases = [Remaining(f"a#{owner}", "a", owner, length) for owner in ("Ann", "Ben")]
    clock = TrialClock(calendars, TUESDAY, phases)
    assert sorted(clock.worktimes) == ["Ann", "Ben"]
    for owner, calendar in (("Ann", Calendar()), ("Ben", ben)):
        end = clock.worktimes[owner].end(row(0), row(length))
        assert float(end[0]) == pytest.approx(Days(calendar, TUESDAY).end_of(length), abs=2e-3)
