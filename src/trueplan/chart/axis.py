"""Axes: which days and which numbers are written beside a picture so that they do not collide."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trueplan.chart.day import MONTHS
from trueplan.record import Record
from trueplan.text.day import date_of, number_of, weekday

_MONTHS_APART = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000, 120000)
_MOST = 100
_YEAR = 366


class Tick(Record):
    """A place on an axis of days, and what is written there."""

    day: int
    label: str


class Span(Record):
    """The days of an axis, both inclusive."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days there are."""
        return self.last - self.first + 1

    def now(self, today: int) -> int:
        """The day whose year goes without saying: today, or none where there are several years."""
        return today if self.days <= _YEAR else 0

    def place(self, day: float, room: float) -> float:
        """Where the morning of a day lies on an axis that is `room` long."""
        return (day - self.first) * room / self.days


def time_ticks(span: Span, room: float, measure: Callable[[str], float]) -> list[Tick]:
    """The finest ticks whose labels fit, each to the right of its place, into `room`.

    Days, Mondays, firsts of months, quarters, years, and so on. `measure` tells how much room a
    label takes, the gap after it included.
    """
    for ticks in _candidates(span):
        kept = [tick for tick in ticks if _fits(tick, span, room, measure)]
        places = [span.place(tick.day, room) for tick in kept]
        if kept and all(
            after - before >= measure(tick.label)
            for tick, before, after in zip(kept, places, places[1:], strict=False)
        ):
            return _lead(kept, span, room, measure) + kept
    return []


def _lead(kept: list[Tick], span: Span, room: float, measure: Callable[[str], float]) -> list[Tick]:
    """The month or year that the axis begins in, where the first tick leaves room to say it."""
    year, month, _ = date_of(span.first)
    years = all(tick.label.isdecimal() for tick in kept)
    label = str(year) if years else MONTHS[month - 1]
    starts_month = date_of(kept[0].day)[2] == 1 and " " not in kept[0].label
    fits = span.place(kept[0].day, room) >= measure(label)
    return [Tick(span.first, label)] if starts_month and fits else []


def _fits(tick: Tick, span: Span, room: float, measure: Callable[[str], float]) -> bool:
    return span.place(tick.day, room) + measure(tick.label) <= room


def _candidates(span: Span) -> Iterator[list[Tick]]:
    if span.days <= _MOST:
        yield _of_days(range(span.first, span.last + 1))
    if span.days <= _MOST * 7:
        monday = span.first + -weekday(span.first) % 7
        yield _of_days(range(monday, span.last + 1, 7))
    for apart in _MONTHS_APART:
        if span.days <= _MOST * 28 * apart:
            yield _of_months(span, apart)
    yield _of_days(range(span.first, span.first + 1))


def _of_days(days: range) -> list[Tick]:
    """The month is said at the first tick and where it changes."""
    ticks = []
    said = 0
    for number in days:
        year, month, day = date_of(number)
        label = str(day)
        if month != said:
            label = f"{MONTHS[month - 1]} {day}"
            if said and (month == 1 or said > month):
                label = f"{label}, {year}"
        said = month
        ticks.append(Tick(number, label))
    return ticks


def _of_months(span: Span, apart: int) -> list[Tick]:
    """A January is said by its year."""
    year, month, _ = date_of(span.first)
    count = year * 12 + month - 1
    count += -count % apart
    ticks = []
    while (number := number_of(0, count + 1, 1)) <= span.last:
        if number >= span.first:
            ticks.append(Tick(number, _say_month(count, apart)))
        count += apart
    return ticks


def _say_month(count: int, apart: int) -> str:
    year, month = divmod(count, 12)
    if apart >= 12:
        return str(year)
    return MONTHS[month] if month else str(year)


def number_ticks(highest: float, most: int) -> list[int]:
    """Whole numbers from 0 to at least `highest`, at most `most` of them after 0, evenly apart."""
    step = 1
    while highest > step * most:
        leading = str(step)[0]
        step = step * 5 // 2 if leading == "2" else step * 2
    ticks = [0]
    while ticks[-1] < highest:
        ticks.append(ticks[-1] + step)
    return ticks
