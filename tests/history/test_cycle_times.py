"""How long things took, worked by hand."""

from __future__ import annotations

from tests.history.builders import life_of, plan_of
from trueplan.history.cycle_times import days_of_phases, median, time_to_tick
from trueplan.history.spans import PhaseSpan

TASKS = ("task",)
OPEN = plan_of("Piles: [ ] Drive the piles, [ ] Sort the timber")
ONE = OPEN.replace("[ ] Drive", "[x] Drive")


def test_time_to_tick() -> None:
    """One from the start in 1 day, one that came on day 2 and was done on day 4."""
    horn = ONE.rstrip() + "\n- [ ] Buy a horn\n"
    life = life_of(OPEN, horn, horn + "\n", horn.replace("[ ] Buy", "[x] Buy"))
    assert time_to_tick(life, TASKS) == (1, 2)


def test_what_is_not_done_has_no_time() -> None:
    for now in ("[ ]", "[~]", "[-]"):
        assert (
            time_to_tick(life_of(OPEN, ONE, OPEN.replace("[ ] Drive", f"{now} Drive")), TASKS) == ()
        )
    assert time_to_tick(life_of(OPEN, ONE, plan_of("Piles: [ ] Sort the timber")), TASKS) == ()


def test_what_came_done_has_no_time() -> None:
    """Unless it was opened and done again."""
    assert time_to_tick(life_of(ONE), TASKS) == ()
    assert time_to_tick(life_of(ONE, OPEN, ONE), TASKS) == (2,)


def _span(started: str | None, finished: str | None) -> PhaseSpan:
    return PhaseSpan("1", "Piles", None, "done", started, finished, early=started is None)


def test_phases_last_from_their_first_sign_to_their_end() -> None:
    """Both days counted; of what has no end, or began before the plan did, nothing is known."""
    spans = [
        _span("2026-01-05", "2026-01-09"),
        _span("2026-01-09", "2026-01-09"),
        _span("2026-01-10", None),
        _span(None, "2026-01-10"),
    ]
    assert days_of_phases(spans) == (1, 5)
    assert days_of_phases(()) == ()


def test_median() -> None:
    assert median(()) is None
    assert median((3,)) == 3
    assert median((9, 1, 2)) == 2
    assert median((9, 1, 2, 3)) == 2.5
