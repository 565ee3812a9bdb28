"""A revision by the keys of its things."""

from __future__ import annotations

from itertools import count

from tests.history.builders import plan_of, seen
from trueplan.history.state import state_of
from trueplan.history.tracked import track_first


def test_whole() -> None:
    text = plan_of("Piles: [ ] Drive the piles", more="## Notes\n\n- A note.\n- A note.\n")
    tracked = track_first(seen(text), count(1))
    state = state_of(tracked)
    assert (state.title, state.status, state.state) == ("Quay", "In Progress", "in_progress")
    assert state.phases == {"p1": tracked.snapshot.phases[0]}
    assert state.items == {"i2": tracked.snapshot.items[0]}
    assert state.homes == {"i2": "p1"}
    assert state.notes == frozenset({"A note."})


def test_outside_of_phases() -> None:
    text = plan_of("Piles: [ ] a", more="## Success Criteria\n\n### Gates\n- [ ] CEO approval\n")
    assert state_of(track_first(seen(text), count(1))).homes == {"i2": "p1", "i3": ""}
