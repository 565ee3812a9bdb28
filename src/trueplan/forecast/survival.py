"""Whether and when what is due gets done: chances for each period after it is due, and for never.

A discrete-time survival model. The hazard of a period is the chance that something happens in it
that has not happened before; what stays open counts in all periods that it lived through, so
nothing has to be finished to be learnt from (D. R. Cox, Journal of the Royal Statistical Society B
34, 1972, on discrete time). Some things never get done. They show as hazards that fall towards
zero, and what is left after the last period is the share that is never done: the cured of a cure
model (J. W. Boag, ibid. 11, 1949), without having to say at once which they are.

Hazards of late periods rest on few cases, so neighbouring periods share one, each is shrunk to the
one before, and a group is shrunk to the group that contains it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from trueplan.record import Record

# The first periods that share a hazard: 0 (on time), 1, 2, 3, 4–5, 6–8, 9 and later.
_BANDS = (0, 1, 2, 3, 4, 6, 9)


class Spell(Record):
    """Something that was due, and what became of it.

    `groups` are the groups it belongs to, from the widest to the narrowest. It was done in period
    `periods` after it was due (0: then or before), or if not `done` lived through so many periods
    from 0 on.
    """

    groups: tuple[str, ...]
    periods: int
    done: bool


class Strength(Record):
    """How much is known beforehand.

    What all are shrunk to is a hazard of `on_time` in period 0 and `later` in each other, worth
    `prior` cases. A later band counts the one before as `neighbour` cases, and a group the group
    that contains it as `group` cases.
    """

    on_time: float = 0.5
    later: float = 0.15
    prior: float = 4
    neighbour: float = 4
    group: float = 1


class Counts(Record):
    """For each band of periods how many cases lived to see it, and how many ended in it."""

    exposed: tuple[float, ...]
    ended: tuple[float, ...]


class Hazards(Record):
    """What spells tell: counts for each group; all of them are the group "" ."""

    counts: dict[str, Counts]
    strength: Strength

    def of(self, groups: Sequence[str]) -> tuple[float, ...]:
        """The hazard of each band for a case of these groups, from the widest to the narrowest."""
        hazards = _hazards_of_all(self.counts[""], self.strength)
        for group in groups:
            if group in self.counts:
                hazards = _shrink(self.counts[group], hazards, self.strength.group)
        return hazards

    def chances(self, groups: Sequence[str], periods: int) -> tuple[float, ...]:
        """The chance to end in each of so many periods, and at last that of none of them."""
        hazards = self.of(groups)
        left = 1.0
        chances = []
        for period in range(periods):
            hazard = hazards[_band(period)]
            chances.append(left * hazard)
            left *= 1 - hazard
        return (*chances, left)


def learn_hazards(spells: Iterable[Spell], strength: Strength | None = None) -> Hazards:
    """Count what became of spells."""
    width = len(_BANDS)
    exposed: dict[str, list[float]] = {"": [0.0] * width}
    ended: dict[str, list[float]] = {"": [0.0] * width}
    for spell in spells:
        for group in {"", *spell.groups}:
            lived = exposed.setdefault(group, [0.0] * width)
            for period in range(spell.periods + spell.done):
                lived[_band(period)] += 1
            over = ended.setdefault(group, [0.0] * width)
            if spell.done:
                over[_band(spell.periods)] += 1
    counts = {group: Counts(tuple(exposed[group]), tuple(ended[group])) for group in exposed}
    return Hazards(counts, strength or Strength())


def label(chances: Sequence[float], share: float) -> int | None:
    """The first period by which the chance reaches `share`; None if it never does."""
    for period, reached in enumerate(accumulate(chances[:-1])):
        if reached >= share - 1e-12:
            return period
    return None


def _band(period: int) -> int:
    return sum(1 for first in _BANDS[1:] if period >= first)


def _hazards_of_all(counts: Counts, strength: Strength) -> tuple[float, ...]:
    prior = strength.prior
    on_time = (counts.ended[0] + prior * strength.on_time) / (counts.exposed[0] + prior)
    later = (sum(counts.ended[1:]) + prior * strength.later) / (sum(counts.exposed[1:]) + prior)
    hazards = [on_time]
    for exposed, ended in zip(counts.exposed[1:], counts.ended[1:], strict=True):
        later = (ended + strength.neighbour * later) / (exposed + strength.neighbour)
        hazards.append(later)
    return tuple(hazards)


def _shrink(counts: Counts, wider: tuple[float, ...], weight: float) -> tuple[float, ...]:
    """The hazards of a group: on time for itself, all later ones moved by one factor.

    A group has too few late cases for a hazard of its own in each band; what it can tell is
    whether it gets things done faster or slower than expected.
    """
    on_time = (counts.ended[0] + weight * wider[0]) / (counts.exposed[0] + weight)
    expected = sum(
        exposed * hazard for exposed, hazard in zip(counts.exposed[1:], wider[1:], strict=True)
    )
    known = weight * sum(wider[1:]) / len(wider[1:])
    factor = (sum(counts.ended[1:]) + known) / (expected + known)
    return (on_time, *(min(0.95, hazard * factor) for hazard in wider[1:]))
