"""What a forecast is made of: work that is done, work that goes on, work to come."""

from __future__ import annotations

from trueplan.record import Record

# What a label of a forecast promises: this many of a hundred ends come by then.
LEVELS = (50, 80, 85, 95)
# Sessions, and ratios of them, beyond this or below its inverse are slips of the pen.
LARGEST = 1e9


def is_usable(sessions: float | None) -> bool:
    """Whether a number of sessions can be reckoned with: there, positive, and of this world."""
    return sessions is not None and 1 / LARGEST <= sessions <= LARGEST


class Finished(Record):
    """A finished phase: what was estimated and what it took, in sessions.

    `finished` is an ISO day, None where only the fact is known. `role` is "" for nobody's.
    """

    ref: str
    plan: str
    role: str
    estimate: float | None
    actual: float | None
    finished: str | None = None


class Running(Record):
    """A phase that goes on: it takes `spent` sessions or more."""

    ref: str
    plan: str
    role: str
    estimate: float | None
    spent: float


class Remaining(Record):
    """A phase that is to be done or finished.

    `spent` are the sessions that it took up to now, and `done_share` of its boxes are ticked,
    from 0 to 1. `after` are the positions of those that come before it, as dependencies or
    because they have the same owner, all of them smaller than its own. `rate` is how many units
    of working time its owner needs for a session, and `worker` is who works at a pace: "" for
    whoever has the role.
    """

    ref: str
    plan: str
    role: str
    estimate: float | None
    spent: float = 0.0
    done_share: float = 0.0
    after: tuple[int, ...] = ()
    rate: float = 1.0
    worker: str = ""
