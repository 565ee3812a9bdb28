"""How alike wordings are, worked by hand."""

from __future__ import annotations

import pytest

from trueplan.history.likeness import likeness, print_of


def alike(one: str, other: str) -> float:
    return likeness(print_of(one), print_of(other))


def test_nothing_and_all() -> None:
    assert alike("lay the planks", "lay the planks") == 1
    assert alike("abc", "xyz") == 0
    assert alike("", "") == pytest.approx(0.5)  # the one pair of letters is two blanks


def test_worked_by_hand() -> None:
    """Pairs: " a", "ab", "b " and " a", "ac", "c ": 2·1/6. Words: none in common."""
    assert alike("ab", "ac") == pytest.approx((2 / 6 + 0) / 2)


def test_most_of_the_shorter_in_the_longer() -> None:
    """All 3 words are there, which counts 0.4 + 0.5·√(the larger of the two shares)."""
    one, other = "lay the planks", "lay the planks on the western half of the quay"
    words = 2 * 3 / (3 + 8)
    assert alike(one, other) >= 0.4 + 0.5 * words**0.5
    assert alike(one, other) > 0.75


def test_it_does_not_matter_which_is_first() -> None:
    for one, other in (("lay the planks", "lay planks"), ("a b c d", "c d e"), ("", "x")):
        assert alike(one, other) == alike(other, one)


def test_signs_around_words_do_not_count() -> None:
    assert print_of("(lay), the: 'planks'").words == frozenset({"lay", "the", "planks"})
