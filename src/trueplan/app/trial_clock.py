"""Time as the trials of a forecast count it, and the days that it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from trueplan.app.forecast_memory import Memory
from trueplan.forecast.pace import Pace, learn_paces
from trueplan.forecast.work import LEVELS, Remaining
from trueplan.forecast.worktime import Worktime as TrialWorktime
from trueplan.model.date import day_number, days_between, numbered_day
from trueplan.record import Record
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.schedule.worktime import Worktime, last_day

Dates = tuple[tuple[int, str | None], ...]
_WINDOW = 84  # days back in which work is counted
_HORIZON = 20 * 365  # days ahead for which calendars are laid out, where they differ
_BREATH = 1e-5  # sessions between the two ends of a rest
_FARTHEST = 1e6


class FoundPace(Record):
    """How much owners work in a week, where git shows it and nobody said it; and what is assumed.

    `paces` has the owners whose pace was seen.
    """

    paces: dict[str, Pace]
    said: tuple[str, ...]


def find_pace(remaining: Sequence[Remaining], calendars: Calendars, memory: Memory) -> FoundPace:
    """The pace of each owner of what remains: as it was told, else as the last weeks show it."""
    owners = dict.fromkeys(one.role for one in remaining)
    untold = [one for one in owners if not calendars.of(one).told]
    if not untold:
        return FoundPace({}, ())
    everybody = dict.fromkeys([*memory.owners, *untold])  # so that all are compared with all
    sessions = {owner: len(memory.days_of(owner, _WINDOW)) for owner in everybody}
    first = memory.first_day
    seen = min(_WINDOW, days_between(first, memory.today) + 1) if first is not None else 0
    learnt = learn_paces(sessions, seen / 7)
    paces = {owner: pace for owner, pace in learnt.items() if not calendars.of(owner).told}
    how = "`sessions-per-week` under [schedule] says it better"
    if not paces:
        week = f"{Calendar().sessions_per_week:g} sessions a week are assumed"
        return FoundPace({}, (f"{week}, as git shows too little work: {how}",))
    shown = ", ".join(f"{owner or 'nobody by name'} {paces[owner].mean:.1f}" for owner in untold)
    return FoundPace(paces, (f"sessions a week as the last {seen} days show them: {shown}; {how}",))


class TrialClock:
    """Working time of the trials: sessions of everybody's calendar, or days where owners differ.

    Owners who rest on the same days need no calendar of their own: their pace is a factor.
    """

    def __init__(self, calendars: Calendars, start: str, remaining: Sequence[Remaining]) -> None:
        self.calendars, self.start = calendars, start
        self._everybody = Worktime(calendars.everybody, start)
        owners = dict.fromkeys(one.role for one in remaining)
        rests = {_rests(calendars.of(owner)) for owner in owners}
        self.worktimes: dict[str, TrialWorktime] = {}
        if rests - {_rests(calendars.everybody)}:
            self.worktimes = {owner: _lay_out(calendars.of(owner), start) for owner in owners}

    def timed(self, one: Remaining, pace: FoundPace) -> Remaining:
        """The same work with the units of working time that a session takes its owner."""
        calendar = self.calendars.of(one.role)
        base = calendar if self.worktimes else self.calendars.everybody
        if one.role in pace.paces:  # a week of the base, times the weeks that a session takes
            return one._replace(rate=base.sessions_per_week)
        return one._replace(rate=base.sessions_per_week / calendar.sessions_per_week)

    def until(self, day: str) -> float:
        """The working time up to the end of a day; 0 for one before the start."""
        time = max(0.0, float(days_between(self.start, day) + 1))
        return time if self.worktimes else self._everybody.sessions_until(time)

    def day(self, at: float | None) -> str | None:
        """The ISO day of a working time; None for what cannot be told."""
        if at is None or not isfinite(at) or at > _FARTHEST:
            return None
        if at <= 0:
            return self.start
        time = at if self.worktimes else self._everybody.end_of(at)
        return last_day(self.start, time)

    def dates(self, at: Sequence[float | None]) -> Dates:
        """The day of each level."""
        return tuple((level, self.day(one)) for level, one in zip(LEVELS, at, strict=True))


def day_after(day: str) -> str:
    """The next ISO day."""
    return numbered_day(day_number(day) + 1)


def _rests(calendar: Calendar) -> tuple[object, ...]:
    return calendar.weekdays, calendar.days_off


def _lay_out(calendar: Calendar, start: str) -> TrialWorktime:
    """A calendar as a line with a corner at both ends of each stretch of work."""
    worktime = Worktime(calendar, start)
    times, sessions = [0.0], [0.0]
    for day in range(_HORIZON):
        worked = worktime.sessions_until(day + 1)
        before = sessions[-1]
        if worked - before < _BREATH:
            continue
        if times[-1] < day:  # a rest: work goes on in the morning of this day
            times.append(float(day))
            sessions.append(before + _BREATH)
        times.append(float(day + 1))
        sessions.append(max(worked, sessions[-1] + _BREATH))
    return TrialWorktime(tuple(times), tuple(sessions))
