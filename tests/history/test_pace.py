"""How a plan moves, worked by hand."""

from __future__ import annotations

from tests.history.builders import PATH, Commits, life_of, plan_of
from trueplan.history.pace import (
    Rest,
    Slip,
    days_of_work,
    find_rests,
    find_slips,
    ticks_by_week,
)

TASKS = ("task",)
OPEN = plan_of("Piles: [ ] Drive the piles, [ ] Sort the timber")
ONE = OPEN.replace("[ ] Drive", "[x] Drive")


def _target(day: str) -> str:
    said = f"**Target Completion**: {day}\n" if day else ""
    return OPEN.replace("In Progress\n", f"In Progress\n{said}")


def test_slips() -> None:
    """Set first, moved by 14 days, to no day, pulled in, taken away."""
    life = life_of(
        *map(
            _target, ("", "2026-02-01", "2026-02-15", "2026-13-01", "2026-03-01", "2026-02-20", "")
        )
    )
    assert find_slips(life) == (
        Slip("2026-01-03", "2026-02-01", "2026-02-15", 14),
        Slip("2026-01-04", "2026-02-15", "2026-13-01", None),
        Slip("2026-01-05", "2026-13-01", "2026-03-01", None),
        Slip("2026-01-06", "2026-03-01", "2026-02-20", -9),
    )


def test_rests() -> None:
    """The longest first; the last one goes up to today."""
    days = ("2026-01-01", "2026-01-02", "2026-01-05")
    assert find_rests(days, "2026-01-20") == (
        Rest("2026-01-05", "2026-01-20", 14),
        Rest("2026-01-02", "2026-01-05", 2),
    )
    assert find_rests(days, "2026-01-05") == (Rest("2026-01-02", "2026-01-05", 2),)
    assert find_rests(days, "2025-12-31") == (Rest("2026-01-02", "2026-01-05", 2),)
    assert find_rests((), "2026-01-01") == ()


def test_days_of_work() -> None:
    commits = Commits()
    commits.commit("a", {PATH: OPEN}, day="2026-01-03")
    commits.commit("b", {PATH: ONE}, day="2026-01-03")
    commits.commit("c", {PATH: OPEN}, day="2026-01-01")
    assert days_of_work(commits.life()) == ("2026-01-01", "2026-01-03")


def test_ticks_by_week() -> None:
    """Counted back from the last day: 2026-01-01 is in the week before 2026-01-08."""
    life = life_of(OPEN, ONE, OPEN, ONE.replace("[ ] Sort", "[x] Sort"))
    assert ticks_by_week(life.events, TASKS, "2026-01-01", "2026-01-04") == (2,)
    assert ticks_by_week(life.events, TASKS, "2026-01-01", "2026-01-10") == (0, 2)
    assert ticks_by_week(life.events, TASKS, "2026-01-01", "2026-01-09") == (1, 1)


def test_only_what_was_done_can_be_taken_back() -> None:
    """A box that was begun, called off or that came is no tick less when it is emptied."""
    begun, off = OPEN.replace("[ ] Drive", "[~] Drive"), OPEN.replace("[ ] Drive", "[-] Drive")
    life = life_of(OPEN, begun, OPEN, off, OPEN, OPEN.replace("[ ] Sort", "[x] Sort"))
    assert ticks_by_week(life.events, TASKS, "2026-01-01", "2026-01-07") == (1,)
    for after in (begun, off):
        life = life_of(OPEN, ONE, after)
        assert ticks_by_week(life.events, TASKS, "2026-01-01", "2026-01-07") == (0,)
