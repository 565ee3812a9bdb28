"""When phases began and ended."""

from __future__ import annotations

from tests.history.builders import PATH, Commits, life_of, plan_of
from trueplan.history.spans import PhaseSpan, find_spans

OPEN = plan_of("Piles: [ ] Drive the piles, [ ] Sort the timber", "Planks: [ ] Lay the planks")
HALF = OPEN.replace("[ ] Drive", "[x] Drive")
FIRST = HALF.replace("[ ] Sort", "[x] Sort")


def test_begun_and_done() -> None:
    assert find_spans(life_of(OPEN, HALF, FIRST)) == (
        PhaseSpan("1", "Piles", None, "done", "2026-01-02", "2026-01-03", False),
        PhaseSpan("2", "Planks", None, "ready", None, None, False),
    )


def test_in_one_commit() -> None:
    assert find_spans(life_of(OPEN, FIRST))[0][4:6] == ("2026-01-02", "2026-01-02")


def test_begun_before_the_first_revision() -> None:
    """Nobody knows when."""
    piles, planks = find_spans(life_of(HALF, FIRST))
    assert piles == PhaseSpan("1", "Piles", None, "done", None, "2026-01-02", True)
    assert not planks.early


def test_born_done() -> None:
    assert find_spans(life_of(FIRST))[0][4:] == (None, None, True, 0)


def test_reopened_and_done_again() -> None:
    """The last end counts, the first beginning stays."""
    piles = find_spans(life_of(OPEN, FIRST, HALF, FIRST))[0]
    assert piles[4:] == ("2026-01-02", "2026-01-04", False, 1)
    assert find_spans(life_of(OPEN, FIRST, HALF))[0][4:] == ("2026-01-02", None, False, 1)


def test_a_phase_that_came_later() -> None:
    rails = OPEN + "## Phase 3: Rails\n\n- [ ] Set the rails\n"
    life = life_of(OPEN, rails, rails.replace("[ ] Set", "[~] Set"))
    assert find_spans(life)[2][3:] == ("in_progress", "2026-01-03", None, False, 0)


def test_moved_items_take_nothing_with_them() -> None:
    """A task that was ticked here and stands there now was work here."""
    moved = plan_of("Piles: [ ] Sort the timber", "Planks: [x] Drive the piles, [ ] Lay the planks")
    piles = find_spans(life_of(OPEN, HALF, moved))[0]
    assert piles.started == "2026-01-02"


def test_a_clock_that_ran_backwards() -> None:
    commits = Commits()
    commits.commit("a", {PATH: OPEN}, day="2026-01-01")
    commits.commit("b", {PATH: HALF}, day="2026-01-20")
    commits.commit("c", {PATH: FIRST}, day="2026-01-10")
    piles = find_spans(commits.life())[0]
    assert (piles.started, piles.finished) == ("2026-01-10", "2026-01-10")
