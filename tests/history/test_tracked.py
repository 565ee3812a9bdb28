"""Keys through revisions, from one parent and from two."""

from __future__ import annotations

from itertools import count

from tests.history.builders import plan_of, seen
from trueplan.history.tracked import track_first, track_next

BASE = seen(plan_of("Piles: [ ] Drive the piles, [ ] Sort the timber"))


def test_a_first_revision() -> None:
    tracked = track_first(BASE, count(1))
    assert (tracked.phases, tracked.items, tracked.risks) == ((1,), (2, 3), ())
    assert list(tracked.keyed_items()) == [2, 3]
    assert tracked.keyed_phases()[1].title == "Piles"
    assert tracked.phase_key(BASE.items[0]) == 1


def test_a_thing_keeps_its_key() -> None:
    keys = count(1)
    first = track_first(BASE, keys)
    again = seen(plan_of("Piles: [ ] Buy a horn, [ ] Sort the timber, [x] Drive the piles"))
    assert track_next([first], again, keys).items == (4, 3, 2)


def test_two_parents() -> None:
    """What only one of them knows keeps its key, what both know the first one's."""
    keys = count(1)
    base = track_first(BASE, keys)
    horn = "Piles: [ ] Drive the piles, [ ] Sort the timber, [ ] Buy a horn"
    here = track_next([base], seen(plan_of(f"{horn}, [ ] Write to Ann")), keys)
    there = track_next([base], seen(plan_of(f"{horn}, [ ] Order coffee")), keys)
    assert (here.items, there.items) == ((2, 3, 4, 5), (2, 3, 6, 7))
    both = seen(plan_of(f"{horn}, [ ] Write to Ann, [ ] Order coffee, [ ] Rest"))
    assert track_next([here, there], both, keys).items == (2, 3, 4, 5, 7, 8)
