"""What is left of an activity."""

from __future__ import annotations

import pytest

from tests.schedule.work import work
from trueplan.model.standing import PhaseState
from trueplan.schedule.activity import is_begun, remaining_sessions


def test_all_of_it_before_it_begins() -> None:
    assert remaining_sessions(work("a", 2.0)) == 2.0


def test_the_open_share_of_its_boxes() -> None:
    assert remaining_sessions(work("a", 2.0)._replace(done_share=0.25)) == 1.5


@pytest.mark.parametrize(("spent", "left"), [(0.5, 1.5), (1.5, 1.0), (5.0, 1.0)])
def test_what_the_estimate_leaves_of_the_sessions_spent_if_that_is_more(
    spent: float, left: float
) -> None:
    """Half of the boxes are open, so one session is left at least."""
    assert remaining_sessions(work("a", 2.0)._replace(done_share=0.5, spent=spent)) == left


@pytest.mark.parametrize("state", ["done", "cancelled"])
def test_nothing_of_what_is_settled(state: PhaseState) -> None:
    activity = work("a", 2.0)._replace(state=state)
    assert remaining_sessions(activity) == 0.0


def test_an_estimate_of_zero_leaves_nothing() -> None:
    assert remaining_sessions(work("a", 0.0)) == 0.0


def test_begun_is_what_is_in_progress_or_has_something_done_or_spent() -> None:
    activity = work("a", 1.0)
    assert not is_begun(activity)
    assert is_begun(activity._replace(state="in_progress"))
    assert is_begun(activity._replace(state="blocked", done_share=0.5))
    assert is_begun(activity._replace(spent=1.0))
