"""A phase less, an owner with other hours."""

from __future__ import annotations

import pytest

from tests.schedule.work import work
from trueplan.errors import UnknownReference, UsageError
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.schedule.what_if import leave_out, read_pace, set_pace

CHAIN = (
    work("p#1", 1.0),
    work("p#2", 1.0, "p#1"),
    work("p#3", 1.0, "p#2"),
    work("q#1", 1.0, "p#3"),
)


def test_what_waited_for_it_waits_for_what_it_waited_for() -> None:
    left = leave_out(CHAIN, ["p#2"])
    assert [(one.ref, one.after) for one in left] == [
        ("p#1", ()),
        ("p#3", ("p#1",)),
        ("q#1", ("p#3",)),
    ]


def test_two_in_a_row() -> None:
    assert leave_out(CHAIN, ["p#3", "P#2"])[-1] == work("q#1", 1.0, "p#1")


def test_a_whole_plan() -> None:
    assert leave_out(CHAIN, ["p"]) == (work("q#1", 1.0),)


def test_of_a_circle_nothing_waits_for_itself() -> None:
    assert leave_out([work("a", 1.0, "b"), work("b", 1.0, "a")], ["b"]) == (work("a", 1.0),)


def test_nothing_left_out_changes_nothing() -> None:
    assert leave_out(CHAIN, []) == CHAIN


def test_a_reference_that_names_nothing() -> None:
    with pytest.raises(UnknownReference) as caught:
        leave_out(CHAIN, ["p#4"])
    assert caught.value.message == "p#4 is not in the schedule"
    assert caught.value.help == "did you mean p#3 or p#2 or p#1?"


@pytest.mark.parametrize(
    ("word", "pace"),
    [("CTO=3/week", ("CTO", 3.0)), ("Orla Penrose = 2.5 / week", ("Orla Penrose", 2.5))],
)
def test_a_pace(word: str, pace: tuple[str, float]) -> None:
    assert read_pace(word) == pace


@pytest.mark.parametrize("word", ["CTO", "CTO=", "=3/week", "CTO=0/week", "CTO=nan", "CTO=3/day"])
def test_no_pace(word: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_pace(word)
    assert caught.value.message == f"--owner takes a role and its sessions a week, not {word}"


def test_a_pace_keeps_the_days_off_of_the_role() -> None:
    off = (("2026-05-01", "2026-05-01"),)
    calendars = Calendars(Calendar(), (("CTO", Calendar(5.0, days_off=off)),))
    found = set_pace(calendars, [("cto", 2.0)], [work("a", 1.0, owner="CTO")])
    assert found.of("CTO") == Calendar(2.0, days_off=off, told=True)
    assert found.of("Ann") == Calendar()


def test_a_role_that_owns_nothing() -> None:
    with pytest.raises(UsageError) as caught:
        set_pace(Calendars(), [("CEO", 2.0)], [work("a", 1.0, owner="CTO"), work("b", 1.0)])
    assert caught.value.message == "nothing in the schedule is owned by CEO"
    assert caught.value.help == "owners are CTO"
