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
    return day_number(last) - day_number(first)


def day_number(day: str) -> int:
    """The days since 1 March of year 0, by the rule of the Gregorian calendar."""
    year, month, number = (int(part) for part in day.split("-"))
    if month < 3:
        year, month = year - 1, month + 12
    leaps = year // 4 - year // 100 + year // 400
    return 365 * year + leaps + (153 * (month - 3) + 2) // 5 + number


def numbered_day(number: int) -> str:
    """The ISO day with a number of `day_number`; a day after the year 9999 is its last one.

    A year here begins in March, so that the leap day is the last: 400 of them are 146,097 days.
    """
    era, rest = divmod(number - 1, 146_097)
    year = (rest - rest // 1460 + rest // 36_524 - rest // 146_096) // 365
    rest -= 365 * year + year // 4 - year // 100
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    year += 400 * era + (month > 9)
    return (
        f"{year:04}-{month + 3 if month < 10 else month - 9:02}-{day:02}"
        if year <= 9999
        else ("9999-12-31")
    )


def weekday(number: int) -> int:
    """The day of the week of a numbered day: 0 is Monday."""
    return (number + 1) % 7
