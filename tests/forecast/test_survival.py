"""Whether and when what is due gets done."""

from __future__ import annotations

import pytest

from trueplan.forecast.survival import Spell, Strength, label, learn_hazards

NOTHING = Strength(prior=1e-9, neighbour=1e-9, group=1e-9)


def test_hazards_count_those_that_lived_to_see_a_period() -> None:
    """4 due, 1 on time; of 3 one in period 1; one is seen no longer than that, one goes on."""
    spells = [Spell((), 0, True), Spell((), 1, True), Spell((), 2, False), Spell((), 3, False)]
    chances = learn_hazards(spells, NOTHING).chances((), 3)
    assert chances == pytest.approx((1 / 4, 3 / 4 * 1 / 3, 0, 1 / 2), abs=1e-6)


def test_what_is_not_due_yet_tells_nothing() -> None:
    assert learn_hazards([Spell(("a",), 0, False)]).counts[""].exposed == (0,) * 7


def test_without_a_spell_the_strength_speaks() -> None:
    """Half on time, then 15 % of what is left in each period, and the rest never."""
    chances = learn_hazards([]).chances(("unheard of",), 3)
    assert chances == pytest.approx((0.5, 0.075, 0.06375, 0.36125))
    assert sum(chances) == pytest.approx(1)


def test_a_share_that_is_never_done_shows() -> None:
    """Of forty, twenty came on time and twenty have not come in nine periods."""
    spells = [Spell((), 0, True)] * 20 + [Spell((), 9, False)] * 20
    chances = learn_hazards(spells).chances((), 12)
    assert chances[0] == pytest.approx(22 / 44)
    assert chances[-1] > 0.45


def test_a_group_is_shrunk_to_the_one_that_contains_it() -> None:
    """On time: none of 3 in the group, 9 of 12 in all; a case of the wider one is added."""
    spells = [Spell(("a", "a b"), 1, False)] * 3 + [Spell(("a", "a c"), 0, True)] * 9
    hazards = learn_hazards(spells, Strength(prior=1e-9, group=1))
    assert hazards.of(())[0] == pytest.approx(9 / 12)
    assert hazards.of(("a",))[0] == pytest.approx((9 + 0.75) / 13)
    assert hazards.of(("a", "a b"))[0] == pytest.approx(9.75 / 13 / 4)


def test_a_label_is_the_first_period_that_reaches_it() -> None:
    chances = (0.5, 0.25, 0.25)
    assert [label(chances, share) for share in (0.5, 0.51, 0.75, 0.76)] == [0, 1, 1, None]
