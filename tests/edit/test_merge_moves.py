"""Lines that both sides put in another order."""

from __future__ import annotations

import pytest

from tests.edit.merged import merged
from trueplan.edit.merge import Doubtful, merge

BASE = "# P\n\n- [ ] one\n- [ ] two\n- [ ] three\n- [ ] four\n"


def ordered(*names: str) -> str:
    return "# P\n\n" + "".join(f"- [ ] {name}\n" for name in names)


def test_two_orders_are_one_too_many() -> None:
    """No order is what both want, so git is asked, which marks it."""
    ours = ordered("two", "one", "three", "four")
    theirs = ordered("one", "three", "two", "four")
    with pytest.raises(Doubtful, match="in another order"):
        merge(BASE.encode(), ours.encode(), theirs.encode())


def test_an_order_and_a_tick_go_together() -> None:
    ours = ordered("two", "one", "three", "four")
    theirs = BASE.replace("[ ] four", "[x] four")
    assert merged(BASE, ours, theirs) == ours.replace("[ ] four", "[x] four")


SECTIONS = "# P\n\n### A\n\n- [ ] a1\n- [ ] a2\n- [ ] a3\n\n### B\n\n- [ ] b1\n- [ ] b2\n"
SWAPPED = "# P\n\n### B\n\n- [ ] b1\n- [ ] b2\n\n### A\n\n- [ ] a1\n- [ ] a2\n- [ ] a3\n"


@pytest.mark.parametrize("turned", [False, True])
def test_what_one_side_took_out_of_what_the_other_moved(turned: bool) -> None:
    """It must not come back with the move."""
    shorter = SECTIONS.replace("- [ ] a2\n", "").replace("- [ ] b1\n", "")
    ours, theirs = (shorter, SWAPPED) if turned else (SWAPPED, shorter)
    with pytest.raises(Doubtful, match="took out what the other moved"):
        merge(SECTIONS.encode(), ours.encode(), theirs.encode())


def test_the_same_order_twice_is_one() -> None:
    same = ordered("two", "one", "three", "four")
    assert merged(BASE, f"{same}- [ ] five\n", same) == f"{same}- [ ] five\n"
