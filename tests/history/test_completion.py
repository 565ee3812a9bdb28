"""What changed of a plan after it was completed, from revision to revision."""

from __future__ import annotations

from tests.history.builders import plan_of, seen
from trueplan.history.completion import Afterwards, tell_afterwards

OPEN = seen(plan_of("Piles: [x] drive, [ ] cut"))
DONE = seen(plan_of("Piles: [x] drive, [x] cut", status="Completed"))
MORE = seen(plan_of("Piles: [x] drive, [x] cut, [ ] paint", status="Completed"))
BY_BOXES = seen(plan_of("Piles: [x] drive, [x] cut", status="").replace("**Status**: \n", ""))


def test_nothing_is_told_of_a_plan_that_is_not_completed() -> None:
    assert tell_afterwards([]) is None
    assert tell_afterwards([OPEN]) is None
    assert tell_afterwards([DONE, OPEN]) is None
    assert tell_afterwards([DONE, None]) is None


def test_boxes_alone_complete_nothing() -> None:
    assert tell_afterwards([BY_BOXES, BY_BOXES]) is None


def test_since_the_last_time_that_it_was_completed() -> None:
    assert tell_afterwards([OPEN, DONE]) == Afterwards(1, ())
    assert tell_afterwards([OPEN, DONE, MORE]) == Afterwards(1, (("added", 1),))
    assert tell_afterwards([DONE, OPEN, MORE]) == Afterwards(2, ())
    assert tell_afterwards([DONE, None, MORE]) == Afterwards(2, ())


def test_changed_back() -> None:
    assert tell_afterwards([DONE, MORE, DONE]) == Afterwards(0, ())


def test_a_phase_that_is_open_for_its_items() -> None:
    """What was added says it; a phase alone says it itself."""
    unticked = seen(plan_of("Piles: [x] drive, [ ] cut", status="Completed"))
    assert tell_afterwards([DONE, unticked]) == Afterwards(0, (("unticked", 1),))


def test_in_the_order_of_their_weight() -> None:
    last = seen(
        plan_of("Piles: [x] drive", "Planks: [x] saw, [x] lay the planks", status="Completed")
    )
    assert tell_afterwards([DONE, last]) == Afterwards(
        0, (("added", 2), ("removed", 1), ("phase added", 1))
    )
