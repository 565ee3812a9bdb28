"""What a burnup shows: how much is done of how much, day by day, and where that leads."""

from __future__ import annotations

from trueplan.chart.axis import Span
from trueplan.chart.gantt import Mark, days_shown
from trueplan.record import Record
from trueplan.text.day import day_number


class Point(Record):
    """How it stood at the end of an ISO day: boxes done, boxes in scope, boxes called off so far.

    What was called off is not in the scope any more.
    """

    day: str
    done: int
    scope: int
    cancelled: int = 0


class Band(Record):
    """A forecast: (ISO day, low, middle, high) counts of done boxes, in the order of the days."""

    points: tuple[tuple[str, float, float, float], ...]


class Burnup(Record):
    """Progress apart from scope; between two points it stood as the earlier one says.

    `points` are in the order of their days. `marks` are small ones, such as phases completed.
    """

    title: str
    today: str
    points: tuple[Point, ...]
    target: str | None = None
    start: str | None = None
    band: Band | None = None
    marks: tuple[Mark, ...] = ()


class Step(Record):
    """A point as numbers: what holds from `day` on."""

    day: int
    done: int
    scope: int
    cancelled: int


def burnup_steps(burnup: Burnup) -> list[Step]:
    """The points, of each day the last one."""
    by_day = {point.day: point for point in burnup.points}
    return [
        Step(day_number(point.day), point.done, point.scope, point.cancelled)
        for _, point in sorted(by_day.items())
    ]


def burnup_span(burnup: Burnup) -> Span:
    """The days that the picture shows."""
    days = [point.day for point in burnup.points] + [mark.day for mark in burnup.marks]
    days += [day for day in (burnup.start, burnup.target) if day]
    days += [point[0] for point in burnup.band.points] if burnup.band else []
    return days_shown([day_number(day) for day in days], day_number(burnup.today))


def last_known(burnup: Burnup, span: Span) -> int:
    """The last day of which it is known how it stood: today, where the picture holds it."""
    today = day_number(burnup.today)
    last = max(day_number(point.day) for point in burnup.points)
    return max(last, today) if today <= span.last else last


def highest_count(burnup: Burnup) -> float:
    """The largest number that has to fit, at least 1."""
    counts = [float(max(one.done, one.scope + one.cancelled)) for one in burnup.points]
    counts += [point[3] for point in burnup.band.points] if burnup.band else []
    return max([1.0, *counts])
