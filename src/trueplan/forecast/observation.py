"""Phases of the past as a replay takes them, and what was known of them on a day."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from trueplan.forecast.experience import Experience, learn
from trueplan.forecast.prior import SURVEYS, Prior
from trueplan.forecast.work import Finished, Running, is_usable
from trueplan.record import Record


class Observation(Record):
    """A phase of the past: its estimate, and what it took or has taken up to now, in sessions.

    `started` and `finished` are ISO days; `finished` is None while it goes on. `days` are those of
    its sessions, one each; without them nobody knows what had been spent on a day before the end.
    `worker` is who has the pace at which it was done.
    """

    ref: str
    plan: str
    role: str
    started: str
    finished: str | None
    estimate: float | None
    actual: float | None
    days: tuple[str, ...] = ()
    worker: str = ""

    @property
    def can_be_scored(self) -> bool:
        """Whether it is finished, and both estimate and actual work are known."""
        if self.finished is None or not self.actual or not self.estimate:
            return False
        parts = (self.actual, self.estimate, self.actual / self.estimate)
        return all(is_usable(one) for one in parts)


def known_on(
    observations: Sequence[Observation], day: str, prior: Prior | None = SURVEYS
) -> Experience:
    """What could be learnt before `day`."""
    finished = [
        Finished(one.ref, one.plan, one.role, one.estimate, one.actual, one.finished)
        for one in observations
        if one.finished is not None and one.finished < day
    ]
    running = [
        Running(one.ref, one.plan, one.role, one.estimate, sum(1 for at in one.days if at < day))
        for one in observations
        if one.started < day and (one.finished is None or one.finished >= day)
    ]
    return learn(finished, running, prior)


def mean_ratio(known: Experience) -> float:
    """The mean of the ratios known; 1 without any."""
    ratios = [exp(one.value) for one in known.cases if not one.censored]
    return sum(ratios) / len(ratios) if ratios else 1.0
