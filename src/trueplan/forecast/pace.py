"""How many sessions a week somebody works: from what was seen, with what is not known of it.

Sessions in a week are counted like arrivals, so their rate has a gamma distribution given the
counts (the conjugate of the Poisson; A. Gelman et al., Bayesian Data Analysis, 3rd edition, 2013,
section 2.6). One of whom little was seen is shrunk to the mean of all, which counts as much as
`_PRIOR_WEEKS` weeks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

import numpy
from numpy.typing import NDArray

from trueplan.record import Record
from trueplan.text.day import day_number

Array = NDArray[numpy.float32]
FEWEST = 4  # sessions in all below which nothing is learnt
WINDOW = 84  # days back in which sessions are counted
_PRIOR_WEEKS = 4.0
_SLOWEST = 0.02  # sessions a week: one in a year


class Pace(Record):
    """The rate of one worker: a gamma distribution of `shape`, and `weeks` as its inverse scale."""

    shape: float
    weeks: float

    @property
    def mean(self) -> float:
        """Sessions a week."""
        return self.shape / self.weeks


class Worked(Record):
    """Numbers of the days on which somebody worked, rising, and of that since which they count."""

    since: int
    days: Sequence[int]


def paces_before(worked: Mapping[str, Worked], day: str) -> dict[str, Pace]:
    """The paces of workers as the last weeks before an ISO day show them, a day being a session."""
    end = day_number(day)
    sessions, weeks = {}, {}
    for worker, one in worked.items():
        start = max(end - WINDOW, one.since)
        weeks[worker] = max(0, end - start) / 7
        sessions[worker] = max(0, bisect_left(one.days, end) - bisect_left(one.days, start))
    return learn_paces(sessions, weeks)


def learn_paces(sessions: Mapping[str, int], weeks: Mapping[str, float]) -> dict[str, Pace]:
    """The paces of workers, from their sessions in their weeks; none where too few were seen."""
    total = sum(weeks.values())
    if total <= 0 or sum(sessions.values()) < FEWEST:
        return {}
    mean = sum(sessions.values()) / total
    return {
        worker: Pace(mean * _PRIOR_WEEKS + count, _PRIOR_WEEKS + weeks[worker])
        for worker, count in sessions.items()
    }


def draw_weeks(
    paces: Mapping[str, Pace], trials: int, generator: numpy.random.Generator
) -> dict[str, Array]:
    """For each worker the weeks that a session takes, one value a trial."""
    return {
        worker: (
            1 / numpy.maximum(generator.gamma(pace.shape, 1 / pace.weeks, trials), _SLOWEST)
        ).astype(numpy.float32)
        for worker, pace in sorted(paces.items())
    }
