"""Sessions as days of a calendar, and back.

Time is a number of days since the morning of the first day, with fractions: 1.5 is noon of the
second one. Work goes on evenly through every working day, so that five sessions a week on five
days are one a day, and three are three fifths of one. Converting takes the same few steps for
any distance: whole weeks are divided, days off looked up in a table of sums.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from math import ceil, floor

from trueplan.schedule.calendar import Calendar
from trueplan.text.day import day_number, numbered_day, weekday

_GRAIN = 1e-7  # of a day: what differs by less is the same moment


def first_day(start: str, time: float) -> str:
    """The day on which work begins that begins at `time`, counted from the morning of `start`."""
    return numbered_day(day_number(start) + floor(time + _GRAIN))


def last_day(start: str, time: float) -> str:
    """The day on which work ends that ends at `time`: at midnight, the one before."""
    return numbered_day(day_number(start) + max(ceil(time - _GRAIN) - 1, 0))


class Worktime:
    """A calendar from a first day on: sessions worked up to a time, and the time of a session."""

    def __init__(self, calendar: Calendar, start: str) -> None:
        self.per_day = calendar.sessions_per_week / len(calendar.weekdays)
        origin = day_number(start)
        days = [(weekday(origin) + day) % 7 in calendar.weekdays for day in range(7)]
        self._in_week = list(accumulate(days, initial=0))
        self._nth = [day for day in range(7) if days[day]]
        spans = _merge(
            (max(day_number(first) - origin, 0), day_number(last) - origin + 1)
            for first, last in calendar.days_off
        )
        self._starts = [first for first, _ in spans]
        self._ends = [last for _, last in spans]
        lost = (self._weekdays(last) - self._weekdays(first) for first, last in spans)
        self._lost = list(accumulate(lost, initial=0))

    def sessions_until(self, time: float) -> float:
        """The sessions that are worked from the start up to `time`."""
        day = floor(time)
        whole = self._days_until(day)
        part = time - day
        return self.per_day * (whole + part * (self._days_until(day + 1) - whole if part else 0))

    def end_of(self, sessions: float) -> float:
        """The first time by which so many sessions are worked: when work that ends there ends."""
        days = sessions / self.per_day
        whole = ceil(days - _GRAIN)
        if whole <= 0:
            return 0.0
        return self._end_of_day(whole) - max(whole - days, 0.0)

    def begin_of(self, sessions: float) -> float:
        """The last time at which no more than that is worked: when work that goes on begins."""
        days = sessions / self.per_day
        whole = floor(days + _GRAIN)
        return self._end_of_day(whole + 1) - 1 + max(days - whole, 0.0)

    def _days_until(self, day: int) -> int:
        """Working days before the morning of `day`, days off taken out."""
        at = bisect_left(self._starts, day)
        lost = self._lost[at]
        if at and self._ends[at - 1] > day:
            lost -= self._weekdays(self._ends[at - 1]) - self._weekdays(day)
        return self._weekdays(day) - lost

    def _end_of_day(self, number: int) -> int:
        """The night of the working day of that number, counted from 1."""
        wanted = number
        while True:
            day = self._end_of_weekday(wanted)
            lost = self._lost[bisect_right(self._starts, day - 1)]
            if number + lost == wanted:
                return day
            wanted = number + lost

    def _weekdays(self, day: int) -> int:
        weeks, rest = divmod(day, 7)
        return weeks * self._in_week[7] + self._in_week[rest]

    def _end_of_weekday(self, number: int) -> int:
        weeks, rest = divmod(number - 1, len(self._nth))
        return 7 * weeks + self._nth[rest] + 1


def _merge(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Half-open spans in order, those that touch made one, empty ones left out."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(one for one in spans if one[0] < one[1]):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
