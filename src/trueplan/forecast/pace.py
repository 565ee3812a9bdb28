"""How many sessions a week an owner works: from what was seen, with what is not known of it.

Sessions in a week are counted like arrivals, so their rate has a gamma distribution given the
counts (the conjugate of the Poisson; A. Gelman et al., Bayesian Data Analysis, 3rd edition, 2013,
section 2.6). An owner of whom little was seen is shrunk to the mean of all, which counts as much
as `_PRIOR_WEEKS` weeks.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy
from numpy.typing import NDArray

from trueplan.record import Record

Array = NDArray[numpy.float32]
FEWEST = 4  # sessions in all below which nothing is learnt
_PRIOR_WEEKS = 4.0
_SLOWEST = 0.02  # sessions a week: one in a year


class Pace(Record):
    """The rate of one owner: a gamma distribution of `shape`, and `weeks` as its inverse scale."""

    shape: float
    weeks: float

    @property
    def mean(self) -> float:
        """Sessions a week."""
        return self.shape / self.weeks


def learn_paces(sessions: Mapping[str, int], weeks: float) -> dict[str, Pace]:
    """The paces of owners, from their sessions in so many weeks; none where too few were seen."""
    if weeks <= 0 or sum(sessions.values()) < FEWEST:
        return {}
    mean = sum(sessions.values()) / len(sessions) / weeks
    return {
        owner: Pace(mean * _PRIOR_WEEKS + count, _PRIOR_WEEKS + weeks)
        for owner, count in sessions.items()
    }


def draw_weeks(
    paces: Mapping[str, Pace], trials: int, generator: numpy.random.Generator
) -> dict[str, Array]:
    """For each owner the weeks that a session takes, one value a trial."""
    return {
        owner: (
            1 / numpy.maximum(generator.gamma(pace.shape, 1 / pace.weeks, trials), _SLOWEST)
        ).astype(numpy.float32)
        for owner, pace in sorted(paces.items())
    }
