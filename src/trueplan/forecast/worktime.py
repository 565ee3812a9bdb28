"""Calendars as trials meet them: sessions worked up to a time, and the time of a session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy
from numpy.typing import NDArray

from trueplan.forecast.pace import Pace
from trueplan.record import Record

Array = NDArray[numpy.float32]


class Worktime(Record):
    """The calendar of an owner, as a line with corners: at `times` so many `sessions` are worked.

    Both rise. Where work rests, two corners lie at nearly the same number of sessions. Behind the
    last corner it goes on as on the average before.
    """

    times: Sequence[float]
    sessions: Sequence[float]

    def end(self, start: Array, length: Array) -> Array:
        """When work ends that begins at `start` and takes `length` sessions, one value a trial."""
        times = numpy.asarray(self.times, numpy.float64)
        sessions = numpy.asarray(self.sessions, numpy.float64)
        done = numpy.interp(start, times, sessions)
        beyond = numpy.maximum(start - times[-1], 0)
        slope = (sessions[-1] - sessions[0]) / (times[-1] - times[0])
        wanted = done + beyond * slope + length
        end = numpy.interp(wanted, sessions, times)
        end += numpy.maximum(wanted - sessions[-1], 0) / slope
        result: Array = numpy.where(length > 0, end, start).astype(numpy.float32)
        return result


class Working(Record):
    """How owners work.

    `paces` are what is known, by worker, of how much they work in a week: a length is drawn out by
    the weeks that a session takes in a trial, the same for all that one of them does. `worktimes`,
    one for each owner or none at all, are calendars on which they rest at different times; then
    time is theirs.
    """

    paces: Mapping[str, Pace]
    worktimes: Mapping[str, Worktime]

    def end(self, owner: str, start: Array, length: Array) -> Array:
        """When work of an owner ends that begins at `start`."""
        if not self.worktimes:
            result: Array = start + length
            return result
        return self.worktimes[owner].end(start, length)


ALL_ALIKE = Working({}, {})
