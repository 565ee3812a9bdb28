"""What is scheduled: a phase, or a plan that has none."""

from __future__ import annotations

from trueplan.model.standing import PhaseState
from trueplan.record import Record

SETTLED: tuple[PhaseState, ...] = ("done", "cancelled")


class Activity(Record):
    """A phase as a piece of work, `ref` being its reference; or a plan without phases.

    `sessions` is the estimate, the middle of `low` and `high`, all None where none is known;
    `spent` is what went into it up to now, None where that is not known. `done_share` runs from 0
    to 1. `started` and `finished` are the days on which that really happened. `after` are the
    references of what it waits for; `owner` is "" where nobody is named.
    """

    ref: str
    plan: str
    path: str
    title: str
    owner: str = ""
    sessions: float | None = None
    low: float | None = None
    high: float | None = None
    done_share: float = 0.0
    spent: float | None = None
    state: PhaseState = "not_started"
    started: str | None = None
    finished: str | None = None
    after: tuple[str, ...] = ()


def is_begun(activity: Activity) -> bool:
    """Whether some of an open activity is done, also of one that cannot go on now."""
    return activity.state == "in_progress" or activity.done_share > 0 or bool(activity.spent)


def remaining_sessions(activity: Activity) -> float:
    """The sessions that are left of an activity, 0 for what is settled or has no estimate.

    By its boxes that is the share that is open of the estimate; where the sessions spent are
    known, it is what the estimate leaves, if that is more. So neither boxes that were ticked
    early nor an estimate that is used up make open work vanish.
    """
    if activity.state in SETTLED or activity.sessions is None:
        return 0.0
    by_boxes = activity.sessions * (1 - activity.done_share)
    if activity.spent is None:
        return by_boxes
    return max(activity.sessions - activity.spent, by_boxes)
