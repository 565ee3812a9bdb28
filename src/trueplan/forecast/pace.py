"""How many sessions a week somebody works: from what was seen, with what is not known of it.

Sessions in a week are counted like arrivals, so their rate has a gamma distribution given the
counts (the conjugate of the Poisson; A. Gelman et al., Bayesian Data Analysis, 3rd edition, 2013,
section 2.6). One of whom little was seen is shrunk to the mean of all, which counts as much as
`_PRIOR_WEEKS` weeks. Only weeks with a plan in work count: who had nothing to do was not slow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

import numpy
from numpy.typing import NDArray

from trueplan.record import Record
from trueplan.text.day import day_number, weekday

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
    """When somebody had plans in work, and on which days there was a session, by their numbers.

    `stretches` are from a first to a last day, both counted, rising and apart. Weeks are counted by
    the `weekdays` on which there is work, Monday being 0.
    """

    stretches: Sequence[tuple[int, int]]
    days: Sequence[int]
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)


def paces_before(worked: Mapping[str, Worked], day: str) -> dict[str, Pace]:
    """The paces of workers as the last weeks before an ISO day show them, a day being a session."""
    end = day_number(day)
    seen = {worker: _count(one, end - WINDOW, end) for worker, one in worked.items()}
    sessions = {worker: count for worker, (count, _) in seen.items()}
    return learn_paces(sessions, {worker: weeks for worker, (_, weeks) in seen.items()})


def _count(one: Worked, start: int, end: int) -> tuple[int, float]:
    """The sessions and the weeks from a day up to another, that one left out."""
    sessions, working = 0, 0
    for begun, ended in one.stretches:
        first, beyond = max(begun, start), min(ended + 1, end)
        if first < beyond:
            sessions += bisect_left(one.days, beyond) - bisect_left(one.days, first)
            working += sum(_count_weekdays(first, beyond, day) for day in one.weekdays)
    return sessions, max(working / len(one.weekdays), sessions / 7)


def _count_weekdays(first: int, beyond: int, day: int) -> int:
    """How often a day of the week comes from one day up to another."""
    return (beyond - 1 - first - (day - weekday(first)) % 7) // 7 + 1


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
