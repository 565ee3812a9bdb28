"""Events played back."""

from __future__ import annotations

from tests.history.builders import life_of, plan_of, tracked_pair
from trueplan.history.comparison import compare
from trueplan.history.event import Event
from trueplan.history.replay import replay
from trueplan.history.state import state_of

OPEN = plan_of("Piles: [ ] Drive the piles, [ ] Sort the timber", "Planks: [ ] Lay the planks")


def test_nothing_to_play() -> None:
    life = life_of(OPEN)
    assert replay(life.first, life.events) == life.first == state_of(life.last)


def test_up_to_any_revision() -> None:
    texts = [
        OPEN,
        OPEN.replace("[ ] Drive", "[x] Drive"),
        plan_of("Piles: [x] Drive the piles", "Rails: [ ] Sort the timber, [~] Lay the planks"),
        plan_of("Rails: [ ] Lay the planks", status="Paused"),
    ]
    for length in range(1, 5):
        life = life_of(*texts[:length])
        assert compare(replay(life.first, life.events), state_of(life.last)) == []


def test_a_line_worked_by_hand() -> None:
    life = life_of(OPEN, OPEN.replace("[ ] Drive the piles", "[x] Drive all piles"))
    state = replay(life.first, life.events)
    assert [(key, one.text, one.state) for key, one in state.items.items()] == [
        ("i3", "Drive all piles", "done"),
        ("i4", "Sort the timber", "open"),
        ("i5", "Lay the planks", "open"),
    ]
    assert state.phases["p1"].state == "in_progress"


def test_where_a_file_stands_is_no_part_of_the_state() -> None:
    first, _ = tracked_pair(OPEN, OPEN)
    state = state_of(first)
    moved = Event("2026-01-01", None, "", "file moved", "file", "", "", "", "b.md", "a.md", "b.md")
    assert replay(state, [moved]) == state


def test_what_was_played_from_is_left_alone() -> None:
    life = life_of(OPEN, plan_of("Horn: [ ] Buy a horn"))
    before = dict(life.first.items)
    replay(life.first, life.events)
    assert life.first.items == before
