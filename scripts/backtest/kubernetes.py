"""The replay of Kubernetes' plans, and how each method did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy

from backtest.adaptive import AdaptiveLabels
from backtest.methods import Chances, Method, survival
from backtest.releases import LAST, Target, known_before
from trueplan.forecast.score import (
    Calibration,
    calibrate,
    discrete_crps,
    pinball_loss,
    randomised_pit,
)
from trueplan.forecast.survival import Strength, label
from trueplan.forecast.work import LEVELS

ENOUGH = 30  # reached stages that have to be known before a forecast is made


class Forecasted(NamedTuple):
    """A forecast with its labels: the release for each level, None for never."""

    target: Target
    chances: Chances
    labels: Sequence[int | None]


class Marks(NamedTuple):
    """How a method did. Coverage is of labels, as capped; `quoted` as the baselines were quoted.

    `promised` is what the labels had to cover by their own forecasts: more than their level, where
    one release has much of the chance. `pit` is the coverage with ties drawn.
    """

    n: int
    coverage: list[Calibration]
    quoted: list[float]
    promised: list[float]
    pit: list[Calibration]
    pinball: list[float]
    crps: float

    @property
    def loss(self) -> float:
        """The mean pinball loss over the levels, in releases."""
        return sum(self.pinball) / len(self.pinball)


def scored_targets(targets: Sequence[Target], first: str = "", last: str = "9") -> list[Target]:
    """The targets to forecast: planned between two days, with enough known before."""
    return [
        one
        for one in targets
        if one.scored
        and first <= one.day < last
        and sum(1 for other in known_before(targets, one.day) if other.actual is not None) >= ENOUGH
    ]


def replay(targets: Sequence[Target], asked: Sequence[Target], method: Method) -> list[Forecasted]:
    """Forecast each of `asked` from what was known the day it was planned."""
    made = []
    for one in asked:
        chances = method(one._replace(actual=None), known_before(targets, one.day))
        labels = [label(chances.shares, level / 100) for level in LEVELS]
        made.append(
            Forecasted(one, chances, [None if at is None else chances.first + at for at in labels])
        )
    return made


def adapt(made: Sequence[Forecasted], step: float) -> list[Forecasted]:
    """The same forecasts with labels that learn from those before them."""
    labels = AdaptiveLabels([level / 100 for level in LEVELS], step)
    adapted = []
    for one in made:
        labels.learn(one.target.developed - 1)
        put = labels.put(one.chances.shares, one.chances.first, one.target.actual)
        adapted.append(one._replace(labels=put))
    return adapted


def mark(made: Sequence[Forecasted], cap: int = LAST, seed: int = 0) -> Marks:
    """Score forecasts; every release after `cap` counts as the one after it.

    What was not reached by then was reached later or never: a label beyond the cap is right about
    it, one before is wrong. That is how a value that is only known to exceed the cap can be scored
    without a guess and without leaving cases out.
    """
    generator = numpy.random.Generator(numpy.random.PCG64(seed))
    uniform = generator.random(len(made)).tolist()
    ends = [one.target.actual if one.target.reached_by(cap) else None for one in made]
    actual = [cap + 1 if end is None else end for end in ends]
    capped = [_cap(one.chances, cap) for one in made]
    places = [
        randomised_pit(shares, max(0, end - first), draw)
        for (first, shares), end, draw in zip(capped, actual, uniform, strict=True)
    ]
    coverage, quoted, promised, pit, pinball = [], [], [], [], []
    for place, level in enumerate(LEVELS):
        labels = [_at_most(one.labels[place], cap + 1) for one in made]
        held = [end <= at for end, at in zip(actual, labels, strict=True)]
        told = [ok for ok, at, end in zip(held, labels, ends, strict=True) if end or at <= cap]
        coverage.append(calibrate(level, sum(held), len(made)))
        quoted.append(sum(told) / len(told))
        reach = [_reach(one, at) for one, at in zip(capped, labels, strict=True)]
        promised.append(sum(reach) / len(made))
        pit.append(calibrate(level, sum(at <= level / 100 for at in places), len(made)))
        losses = [
            pinball_loss(level / 100, at, end) for at, end in zip(labels, actual, strict=True)
        ]
        pinball.append(sum(losses) / len(made))
    scores = [
        discrete_crps([0.0] * max(0, first - end) + list(shares), max(0, end - first))
        for (first, shares), end in zip(capped, actual, strict=True)
    ]
    return Marks(
        len(made), coverage, quoted, promised, pit, pinball, sum(scores) / max(1, len(made))
    )


def tune(targets: Sequence[Target], day: str, cap: int) -> list[tuple[float, Strength]]:
    """The mean pinball loss of each setting on forecasts made before `day`, the least first.

    Nothing is used that was not known on `day`, when `cap` was the last release.
    """
    then = known_before(targets, day)
    asked = scored_targets(then, last=day)
    tried = []
    for neighbour in (4, 10):
        for group in (1, 4, 10):
            for later in (0.05, 0.15, 0.3):
                strength = Strength(later=later, neighbour=neighbour, group=group)
                loss = mark(replay(then, asked, survival(strength)), cap).loss
                tried.append((loss, strength))
    return sorted(tried, key=lambda one: one[0])


def _cap(chances: Chances, cap: int) -> Chances:
    kept = max(0, cap + 1 - chances.first)
    shares = [*chances.shares[:-1][:kept]]
    shares += [0.0] * (kept - len(shares))
    return Chances(chances.first, (*shares, max(0.0, 1 - sum(shares))))


def _reach(chances: Chances, release: int) -> float:
    return sum(chances.shares[: max(0, release - chances.first + 1)])


def _at_most(release: int | None, most: int) -> int:
    return most if release is None else min(release, most)
