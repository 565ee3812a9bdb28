"""What a forecast's histogram shows: how likely each stretch of days is to be the end."""

from __future__ import annotations

from trueplan.chart.axis import Span
from trueplan.record import Record
from trueplan.text.day import day_number


class Bin(Record):
    """Days from `first` to `last`, numbers, both inclusive, and their share of all, 0 to 1."""

    first: int
    last: int
    share: float


class Histogram(Record):
    """`bins` are (first ISO day, last ISO day, share); `levels` are (percent, ISO day).

    A level says by which day it is done with that many percent. `target` is an ISO day.
    """

    title: str
    today: str
    bins: tuple[tuple[str, str, float], ...]
    levels: tuple[tuple[int, str], ...] = ()
    target: str | None = None


def numbered_bins(histogram: Histogram) -> list[Bin]:
    """The bins in the order of their days."""
    bins = [
        Bin(day_number(first), max(day_number(last), day_number(first)), max(share, 0.0))
        for first, last, share in histogram.bins
    ]
    return sorted(bins)


def histogram_span(histogram: Histogram) -> Span:
    """The days that the picture shows."""
    days = [day for one in numbered_bins(histogram) for day in (one.first, one.last)]
    days += [day_number(day) for _, day in histogram.levels]
    if histogram.target:
        days.append(day_number(histogram.target))
    return Span(min(days), max(days))
