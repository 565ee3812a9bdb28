"""A day as a plan writes it."""

from __future__ import annotations

from trueplan.record import Record
from trueplan.text import Span


class Date(Record):
    """A date as written (`raw`, at `span`).

    `first` and `last` are ISO days and the same but for a month or a quarter. An impossible or
    unreadable date has neither; `impossible` tells them apart.
    """

    raw: str
    span: Span
    first: str | None
    last: str | None
    impossible: bool = False


def days_between(first: str, last: str) -> int:
    """How many days lie between two ISO days; negative where `last` is the earlier one."""
    return _day_number(last) - _day_number(first)


def _day_number(day: str) -> int:
    """The days since 1 March of year 0, by the rule of the Gregorian calendar."""
    year, month, number = (int(part) for part in day.split("-"))
    if month < 3:
        year, month = year - 1, month + 12
    leaps = year // 4 - year // 100 + year // 400
    return 365 * year + leaps + (153 * (month - 3) + 2) // 5 + number
