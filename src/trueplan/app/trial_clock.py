"""Time as the trials of a forecast count it, and the days that it stands for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import isfinite

from trueplan.app.forecast_memory import Memory
from trueplan.forecast.pace import WINDOW, Pace, Worked, paces_before
from trueplan.forecast.work import LEVELS, Remaining
from trueplan.forecast.worktime import Worktime as TrialWorktime
from trueplan.record import Record
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.schedule.levelling import name_resource
from trueplan.schedule.worktime import Worktime, last_day
from trueplan.text.day import day_number, days_between, numbered_day

Dates = tuple[tuple[int, str | None], ...]
_SAY_IT = "`sessions-per-week` under [schedule] says it better"
_HORIZON = 20 * 365  # days ahead for which calendars are laid out, where they differ
_BREATH = 1e-5  # sessions between the two ends of a rest
_FARTHEST = 1e6


class FoundPace(Record):
    """How much is worked in a week, where git shows it and nobody said it; and what is assumed.

    `paces` has those whose pace was seen, by `name_resource`.
    """

    paces: dict[str, Pace]
    said: tuple[str, ...]


def find_pace(
    remaining: Sequence[Remaining],
    calendars: Calendars,
    memory: Memory,
    asked: Collection[str] = (),
) -> FoundPace:
    """The pace of all who have work left: as it was told, else as the last weeks show it.

    What is said of it is of the plans `asked` for; of all, where none is.
    """
    untold = [one for one in remaining if not calendars.of(one.role).told]
    if not untold:
        return FoundPace({}, ())
    tomorrow = day_after(memory.today)
    seen = memory.worked
    new = {_worker(one): Worked((), ()) for one in untold}
    learnt = paces_before(new | seen, tomorrow)
    paces = {worker: learnt[worker] for worker in new if worker in learnt}
    if not paces:
        return FoundPace({}, (_say_unseen(seen, memory.today),))
    shown = [one for one in untold if not asked or one.plan in asked]
    first = min(one.stretches[0][0] for one in seen.values())
    days = min(WINDOW, day_number(tomorrow) - first)
    said = f"sessions a week while plans were in work, in the last {days} days"
    return FoundPace(paces, (f"{said}: {_say_paces(shown, paces)}; {_SAY_IT}",) if shown else ())


def _worker(one: Remaining) -> str:
    return name_resource(one.role, one.plan)


def _say_unseen(seen: Mapping[str, Worked], today: str) -> str:
    """What is assumed, and why the past does not tell it."""
    days = sorted({day for one in seen.values() for day in one.days if day <= day_number(today)})
    recent = [day for day in days if day > day_number(today) - WINDOW]
    if recent:
        seen_of_it = f"work on {len(recent)} of the last {WINDOW} days"
        why = f"git shows {seen_of_it}, too little to tell a pace"
    elif days:
        why = f"git shows no work since {numbered_day(days[-1])}; as if it went on now"
    else:
        why = "git shows no work up to today"
    week = f"{Calendar().sessions_per_week:g} sessions a week are assumed"
    return f"{why}: {week}; {_SAY_IT}"


def _say_paces(shown: Sequence[Remaining], paces: Mapping[str, Pace]) -> str:
    """Each owner with its pace; plans without one together, as there may be many."""
    owners = {one.role.strip().casefold(): one for one in shown if one.role.strip()}
    said = [f"{one.role.strip()} {paces[_worker(one)].mean:.1f}" for one in owners.values()]
    alone = sorted(
        {one.plan: paces[_worker(one)].mean for one in shown if not one.role.strip()}.values()
    )
    if alone:
        least, most = f"{alone[0]:.1f}", f"{alone[-1]:.1f}"
        pace = least if least == most else f"{least} to {most}"
        whose = "whoever does it" if len(alone) == 1 else "somebody for each plan without an owner"
        said.append(f"{whose} {pace}")
    return ", ".join(said)


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
        worker = _worker(one)
        if worker in pace.paces:  # a week of the base, times the weeks that a session takes
            return one._replace(rate=base.sessions_per_week, worker=worker)
        return one._replace(rate=base.sessions_per_week / calendar.sessions_per_week)

    def until(self, day: str) -> float:
        """The working time up to the end of a day; that of one before the start is behind."""
        if day < self.start:
            return -1.0
        time = float(days_between(self.start, day) + 1)
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
