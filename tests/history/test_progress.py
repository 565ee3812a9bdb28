"""Boxes day by day, worked by hand."""

from __future__ import annotations

from tests.history.builders import PATH, Commits, life_of, plan_of, seen
from trueplan.history.present import begin_life
from trueplan.history.progress import (
    Day,
    count_now,
    follow_progress,
    kinds_of_proof,
    kinds_of_work,
)
from trueplan.history.state import state_of

TASKS = ("task",)
OPEN = plan_of("Piles: [ ] Drive the piles, [ ] Sort the timber")


def test_scope_apart_from_progress() -> None:
    """Two open; one ticked; one added; one called off; the ticked one taken out."""
    life = life_of(
        OPEN,
        plan_of("Piles: [x] Drive the piles, [ ] Sort the timber"),
        plan_of("Piles: [x] Drive the piles, [ ] Sort the timber, [ ] Buy a horn"),
        plan_of("Piles: [x] Drive the piles, [-] Sort the timber, [ ] Buy a horn"),
        plan_of("Piles: [-] Sort the timber, [ ] Buy a horn"),
    )
    days = follow_progress(life, TASKS)
    assert days == (
        Day("2026-01-01", done=0, scope=2, cancelled=0, added=0, removed=0),
        Day("2026-01-02", done=1, scope=2, cancelled=0, added=0, removed=0),
        Day("2026-01-03", done=1, scope=3, cancelled=0, added=1, removed=0),
        Day("2026-01-04", done=1, scope=2, cancelled=1, added=1, removed=0),
        Day("2026-01-05", done=0, scope=1, cancelled=1, added=1, removed=1),
    )
    assert [one.open for one in days] == [2, 1, 2, 1, 1]
    assert count_now(state_of(life.last), TASKS) == (0, 1, 1)


def test_a_box_that_becomes_one_of_another_kind() -> None:
    """It leaves the tasks and joins the criteria."""
    head = "# Quay\n\n**Status**: In Progress\n\n## Phase 1: A\n\n**Tasks**:\n- [ ] Float\n"
    criteria = "\n**Acceptance Criteria**:\n"
    one = f"{head}- [ ] It stands\n{criteria}- [ ] It holds\n"
    other = f"{head}{criteria}- [ ] It holds\n- [ ] It stands\n"
    life = life_of(one, other)
    assert follow_progress(life, TASKS)[-1] == Day("2026-01-02", 0, 1, 0, 0, 1)
    assert follow_progress(life, ("acceptance",))[-1] == Day("2026-01-02", 0, 2, 0, 1, 0)


def test_a_clock_that_ran_backwards() -> None:
    """Nothing is done before it was there."""
    commits = Commits()
    commits.commit("a", {PATH: OPEN}, day="2026-01-10")
    commits.commit("b", {PATH: f"{OPEN.rstrip()}\n- [ ] Horn\n"}, day="2026-01-20")
    commits.commit("c", {PATH: f"{OPEN.rstrip()}\n- [x] Horn\n"}, day="2026-01-05")
    assert follow_progress(commits.life(), TASKS) == (
        Day("2026-01-10", 0, 2, 0, 0, 0),
        Day("2026-01-20", 1, 3, 0, 1, 0),
    )


def test_a_plan_that_no_commit_has() -> None:
    life = begin_life(seen(OPEN), "2026-03-01", "Wren", PATH)
    assert follow_progress(life, TASKS) == (Day("2026-03-01", 0, 2, 0, 0, 0),)


def test_what_is_the_work() -> None:
    """Tasks; without any, what a plan has in their place."""
    criteria = (
        "# Quay\n\n**Status**: Planned\n\n## Phase 1: A\n\n**Acceptance Criteria**:\n- [ ] x\n"
    )
    assert kinds_of_work(life_of(OPEN)) == ("task",)
    assert kinds_of_work(life_of(criteria)) == ("acceptance", "functional", "nonfunctional")
    assert kinds_of_proof(life_of(criteria)) == ("gate", "criterion")
    assert "acceptance" in kinds_of_proof(life_of(OPEN))
    assert kinds_of_work(life_of("# Quay plan\n\n**Status**: Planned\n")) == ("task",)
