"""Estimates for work that has none."""

from __future__ import annotations

from tests.schedule.work import work
from trueplan.schedule.estimates import assume_estimates


def test_the_mean_of_the_plan_done_phases_included() -> None:
    """(1 + 2) / 2 for each of two."""
    done = work("p#1", 1.0)._replace(state="done")
    filled, said = assume_estimates([done, work("p#2", 2.0), work("p#3", None), work("p#4", None)])
    assert [one.sessions for one in filled] == [1.0, 2.0, 1.5, 1.5]
    assert said == (
        (
            "p: 2 phases have no estimate in time; 1.5 sessions, the mean of the plan's others, "
            "is assumed for each"
        ),
    )


def test_one_session_where_the_plan_has_no_estimate() -> None:
    filled, said = assume_estimates([work("p#1", None), work("q#1", 8.0)])
    assert [one.sessions for one in filled] == [1.0, 8.0]
    assert said == ("p: 1 phase has no estimate in time; 1 session is assumed",)


def test_nothing_is_said_of_settled_work() -> None:
    _, said = assume_estimates([work("p#1", None)._replace(state="done")])
    assert said == ()


def test_an_estimate_of_zero_is_an_estimate() -> None:
    assert assume_estimates([work("p#1", 0.0)]) == ((work("p#1", 0.0),), ())
