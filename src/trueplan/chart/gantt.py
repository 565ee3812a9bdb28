"""What a Gantt chart shows: bars on a calendar, in groups, and days that are marked on it."""

from __future__ import annotations

from trueplan.chart.axis import Span
from trueplan.chart.state import State
from trueplan.record import Literal, Record
from trueplan.text.day import day_number

MarkKind = Literal["target", "forecast", "milestone"]
_LEAST_BESIDE = 14  # days by which the axis may always be stretched to hold today


class Bar(Record):
    """A piece of work from `start` to `finish`, ISO days, both inclusive.

    `key` is what other bars name in `after`; a bar without one goes by its label. `done_share`
    counts for work in progress.
    """

    label: str
    group: str
    start: str
    finish: str
    state: State
    critical: bool = False
    done_share: float = 0.0
    owner: str = ""
    after: tuple[str, ...] = ()
    key: str = ""

    @property
    def name(self) -> str:
        """What others call it."""
        return self.key or self.label

    @property
    def first(self) -> int:
        """The number of its first day."""
        return day_number(self.start)

    @property
    def last(self) -> int:
        """The number of its last day, never before the first."""
        return max(day_number(self.finish), self.first)

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        if self.state == "in_progress":
            return min(max(self.done_share, 0.0), 1.0)
        return 1.0 if self.state == "done" else 0.0


class Mark(Record):
    """A day that is marked, and what for; `label` may be empty."""

    day: str
    label: str
    kind: MarkKind


class Gantt(Record):
    """A Gantt chart; its groups come in the order in which bars first name them."""

    title: str
    today: str
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...] = ()


def bars_by_group(gantt: Gantt) -> list[tuple[str, list[Bar]]]:
    """The groups with their bars."""
    groups: dict[str, list[Bar]] = {}
    for bar in gantt.bars:
        groups.setdefault(bar.group, []).append(bar)
    return list(groups.items())


def days_shown(days: list[int], today: int) -> Span:
    """The axis that holds all days, and today as well where that is near them."""
    first, last = (min(days), max(days)) if days else (today, today)
    beside = max((last - first) // 3, _LEAST_BESIDE)
    if first - beside <= today <= last + beside:
        first, last = min(first, today), max(last, today)
    return Span(first, last)


def gantt_span(gantt: Gantt) -> Span:
    """The days that the chart shows."""
    days = [bar.first for bar in gantt.bars] + [bar.last for bar in gantt.bars]
    days += [day_number(mark.day) for mark in gantt.marks]
    return days_shown(days, day_number(gantt.today))
