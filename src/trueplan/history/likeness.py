"""How alike two wordings are."""

from __future__ import annotations

from trueplan.record import Record

_SHORT = 3


class Print(Record):
    """What is compared of a wording: its words, and its pairs of letters."""

    words: frozenset[str]
    pairs: frozenset[str]


def print_of(words: str) -> Print:
    """The print of a wording."""
    letters = f" {words} "
    return Print(
        frozenset(one for one in (part.strip("()[]{},.;:'\"“”") for part in words.split()) if one),
        frozenset(letters[at : at + 2] for at in range(len(letters) - 1)),
    )


def likeness(one: Print, other: Print) -> float:
    """Between 0, where two wordings have nothing in common, and 1.

    The mean of two Dice coefficients (Dice 1945), over pairs of letters and over words; where
    nearly all of the shorter wording stands in the longer one, that share counts as well.
    """
    pairs = _dice(one.pairs, other.pairs)
    words = _dice(one.words, other.words)
    alike = (pairs + words) / 2
    shorter = min(len(one.words), len(other.words))
    if shorter >= _SHORT:
        shared = len(one.words & other.words) / shorter
        if shared > 0.7:
            alike = max(alike, 0.4 + 0.5 * shared * max(pairs, words) ** 0.5)
    return alike


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    together = len(one) + len(other)
    return 2 * len(one & other) / together if together else 0.0
