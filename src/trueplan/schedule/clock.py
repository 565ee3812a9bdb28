"""How long work takes from a given time: in sessions alone, or on the calendars of its owners."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trueplan.record import Record
from trueplan.schedule.activity import Activity, remaining_sessions
from trueplan.schedule.calendar import Calendars
from trueplan.schedule.worktime import Worktime


class Clock(Record):
    """Time as the owners of some activities meet it, each named by its position.

    `lengths` are the sessions that each takes. `sessions(position, time)` is what its owner works
    until then; `begin(position, sessions)` is when work begins that so many sessions come before,
    `end(position, sessions)` when work ends with them.
    """

    lengths: tuple[float, ...]
    sessions: Callable[[int, float], float]
    begin: Callable[[int, float], float]
    end: Callable[[int, float], float]

    def run(self, position: int, ready: float) -> tuple[float, float]:
        """Start and finish of an activity that may begin at `ready`."""
        length = self.lengths[position]
        if not length:
            return ready, ready
        sessions = self.sessions(position, ready)
        return self.begin(position, sessions), self.end(position, sessions + length)

    def back(self, position: int, limit: float) -> float:
        """The last time at which an activity can begin that is to be done by `limit`."""
        length = self.lengths[position]
        if not length:
            return limit
        return self.begin(position, max(self.sessions(position, limit) - length, 0.0))

    def between(self, position: int, first: float, last: float) -> float:
        """The sessions that an owner works from one time to another."""
        return self.sessions(position, last) - self.sessions(position, first)


def session_clock(activities: Sequence[Activity]) -> Clock:
    """A clock on which time is counted in sessions, the same ones for everybody."""
    return Clock(tuple(map(remaining_sessions, activities)), _same, _same, _same)


def calendar_clock(activities: Sequence[Activity], calendars: Calendars, start: str) -> Clock:
    """A clock whose time is days since the morning of `start`; each owner works by a calendar."""
    made: dict[str, Worktime] = {}
    for one in activities:
        if one.owner not in made:
            made[one.owner] = Worktime(calendars.of(one.owner), start)
    times = [made[one.owner] for one in activities]
    return Clock(
        tuple(map(remaining_sessions, activities)),
        lambda position, time: times[position].sessions_until(time),
        lambda position, sessions: times[position].begin_of(sessions),
        lambda position, sessions: times[position].end_of(sessions),
    )


def _same(_position: int, value: float) -> float:
    return value
