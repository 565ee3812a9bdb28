"""What no commit has yet."""

from __future__ import annotations

from tests.history.builders import PATH, life_of, plan_of, seen
from trueplan.history.event import Event
from trueplan.history.present import begin_life, tell_present

OPEN = plan_of("Piles: [ ] Drive the piles, [ ] Sort the timber")


def test_nothing_new() -> None:
    life = life_of(OPEN)
    assert tell_present(life, seen(OPEN), "2026-03-01", "Wren") is life


def test_a_change() -> None:
    life = tell_present(
        life_of(OPEN), seen(f"{OPEN.rstrip()}\n- [x] Buy a horn\n"), "2026-03-01", "Wren"
    )
    assert life.events[-1] == Event(
        "2026-03-01", None, "Wren", "added", "task", "i4", "p1", "1.3", "Buy a horn", None, "done"
    )
    assert len(life.revisions) == 1


def test_a_key_of_something_gone_is_not_given_again() -> None:
    """Not even one that only an event knows."""
    life = life_of(OPEN, f"{OPEN.rstrip()}\n- [ ] Buy a horn\n", OPEN)
    present = tell_present(life, seen(f"{OPEN.rstrip()}\n- [ ] Rest\n"), "2026-03-01", "Wren")
    assert present.events[-1].key == "i5"


def test_a_plan_that_no_commit_has() -> None:
    life = begin_life(seen(OPEN), "2026-03-01", "Wren", PATH)
    assert life.events == (
        Event(
            *("2026-03-01", None, "Wren", "created", "plan", "", "", "", "Quay"),
            *(None, "in_progress"),
        ),
    )
    assert life.revisions == ()
