"""What is done holds nothing up; what is open is put on the calendar."""

from __future__ import annotations

import pytest

from tests.schedule.work import days, times, timetable, work
from trueplan.model.standing import PhaseState


def test_a_chain_over_a_weekend() -> None:
    """10 March 2026 is a Tuesday."""
    table = timetable(work("a", 2.0), work("b", 3.0, "a"))
    assert days(table) == {"a": ("2026-03-10", "2026-03-11"), "b": ("2026-03-12", "2026-03-16")}


@pytest.mark.parametrize("state", ["done", "cancelled"])
def test_what_is_settled_is_left_out(state: PhaseState) -> None:
    first = work("a", 2.0)._replace(state=state)
    assert times(timetable(first, work("b", 1.0, "a"))) == {"b": (0.0, 1.0)}


def test_open_work_before_done_work_is_still_scheduled() -> None:
    """The order was not kept: b is done, though it waits for a."""
    done = work("b", 2.0, "a")._replace(state="done")
    assert times(timetable(work("a", 1.0), done, work("c", 1.0, "b"))) == {
        "a": (0.0, 1.0),
        "c": (1.0, 2.0),
    }


def test_a_circle_is_cut_and_the_rest_scheduled() -> None:
    table = timetable(work("a", 1.0, "b"), work("b", 1.0, "a"), work("c", 1.0, "b"))
    assert [one.left_out for one in table.network.cycles] == [("a", "b")]
    assert times(table) == {"a": (0.0, 1.0), "b": (1.0, 2.0), "c": (2.0, 3.0)}


def test_slack_counts_waits_that_owners_cause() -> None:
    """Ann does a and then b, so that a cannot slip without b, though b does not wait for it."""
    table = timetable(work("a", 1.0, owner="Ann"), work("b", 2.0, owner="Ann"))
    assert table.calendar.slack == (0.0, 0.0)
    assert timetable(work("a", 1.0), work("b", 2.0), method="none").calendar.slack == (1.0, 0.0)
