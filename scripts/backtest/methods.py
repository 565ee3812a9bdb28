"""Forecasts of the release in which a stage is reached, from what was known before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from backtest.releases import Target, days_to, release_after
from trueplan.forecast.survival import Spell, Strength, learn_hazards

PERIODS = 40  # releases: over thirteen years


class Chances(NamedTuple):
    """The chance of each release from `first` on, and at last that of none of them."""

    first: int
    shares: Sequence[float]


Method = Callable[[Target, Sequence[Target]], Chances]


def as_planned(target: Target, _known: Sequence[Target]) -> Chances:
    """The release that the plan names."""
    return Chances(target.planned, (1.0, 0.0))


def empirical(target: Target, known: Sequence[Target]) -> Chances:
    """The slips of all that was reached, in releases."""
    return _spread(
        target.planned + one.actual - one.planned for one in known if one.actual is not None
    )


def duration_ratio(target: Target, known: Sequence[Target]) -> Chances:
    """How many times as many days as planned it took what was reached."""
    length = max(1, days_to(target.planned, target.day))
    return _spread(
        release_after(
            length * days_to(one.actual, one.day) / max(1, days_to(one.planned, one.day)),
            target.day,
        )
        for one in known
        if one.actual is not None
    )


def kaplan_meier(target: Target, known: Sequence[Target]) -> Chances:
    """Slips by stage and by whether the plan was for the next release, late ones as censored.

    A late one counts as at risk in the release under development too, as in the published baseline;
    that makes the forecast later than it should be.
    """
    slips: Counter[int] = Counter()
    late: Counter[int] = Counter()
    for one in known:
        if (one.stage, one.later) != (target.stage, target.later):
            continue
        if one.actual is not None:
            slips[one.actual - one.planned] += 1
        elif one.planned < target.developed:
            late[target.developed - one.planned] += 1
    first = min(slips, default=0)
    left, shares = 1.0, []
    for slip in range(first, max(slips, default=-1) + 1):
        at_risk = sum(n for at, n in (slips + late).items() if at >= slip)
        ended = left * slips[slip] / at_risk
        shares.append(ended)
        left -= ended
    return Chances(target.planned + first, (*shares, left))


def survival(strength: Strength) -> Method:
    """Ours: hazards by release, by whether the plan was for the next one, and then by stage."""

    def forecast(target: Target, known: Sequence[Target]) -> Chances:
        hazards = learn_hazards(spells(known, target.developed - 1), strength)
        return Chances(target.planned, hazards.chances(_groups(target), PERIODS))

    return forecast


def spells(known: Iterable[Target], last: int) -> list[Spell]:
    """What became of targets up to the release `last`."""
    found = []
    for one in known:
        if one.reached_by(last) and one.actual is not None:
            found.append(Spell(_groups(one), max(0, one.actual - one.planned), done=True))
        else:
            found.append(Spell(_groups(one), max(0, last - one.planned + 1), done=False))
    return found


def _groups(target: Target) -> tuple[str, str]:
    when = "later" if target.later else "next"
    return when, f"{when} {target.stage}"


def _spread(releases: Iterable[int]) -> Chances:
    counts = Counter(releases)
    first, last = min(counts), max(counts)
    total = sum(counts.values())
    return Chances(first, (*(counts[one] / total for one in range(first, last + 1)), 0.0))
