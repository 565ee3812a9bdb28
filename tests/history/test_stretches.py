"""When plans were in work, worked by hand: the first revision is of 1 January, then one a day."""

from __future__ import annotations

from tests.history.builders import life_of, plan_of
from trueplan.history.stretches import Stretch, find_stretches

OPEN = plan_of("Piles: [ ] Drive the piles, [ ] Sort the timber")
PLANNED = OPEN.replace("In Progress", "Planned")
HALF = OPEN.replace("[ ] Drive", "[x] Drive")
DONE = HALF.replace("[ ] Sort", "[x] Sort")


def test_from_the_first_sign_to_the_last_box() -> None:
    """Planned for two days; ticked on the third and the fourth; a word changed on the fifth."""
    begun = HALF.replace("In Progress", "Planned")
    done = DONE.replace("In Progress", "Planned")
    life = life_of(PLANNED, PLANNED + "\n", begun, done, done.replace("Piles", "Posts"))
    assert find_stretches(life) == (Stretch("2026-01-03", "2026-01-04"),)


def test_work_goes_on() -> None:
    assert find_stretches(life_of(OPEN)) == (Stretch("2026-01-01", None),)
    assert find_stretches(life_of(PLANNED, OPEN)) == (Stretch("2026-01-02", None),)
    assert find_stretches(life_of(PLANNED)) == ()


def test_a_pause_is_left_out() -> None:
    paused = HALF.replace("In Progress", "Paused")
    life = life_of(OPEN, HALF, paused, paused + "\n", HALF, DONE)
    assert find_stretches(life) == (
        Stretch("2026-01-01", "2026-01-03"),
        Stretch("2026-01-05", "2026-01-06"),
    )


def test_what_was_done_when_it_came_was_never_in_work() -> None:
    assert find_stretches(life_of(DONE.replace("In Progress", "Completed"))) == ()


def test_all_in_one_commit_is_a_day() -> None:
    life = life_of(PLANNED, DONE.replace("In Progress", "Completed"))
    assert find_stretches(life) == (Stretch("2026-01-02", "2026-01-02"),)


def test_work_after_the_end_is_a_stretch_of_its_own() -> None:
    """A task that is added opens nothing; that it is ticked, a day later, does."""
    completed = DONE.replace("In Progress", "Completed")
    more = completed.rstrip() + "\n- [ ] Buy a horn\n"
    life = life_of(OPEN, completed, more, more.replace("[ ] Buy", "[x] Buy"))
    assert find_stretches(life) == (
        Stretch("2026-01-01", "2026-01-02"),
        Stretch("2026-01-04", "2026-01-04"),
    )
