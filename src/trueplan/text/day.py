"""Days as numbers, by the rule of the Gregorian calendar.

Without `datetime`: importing it costs what most commands take for all their days.
"""

from __future__ import annotations

_CYCLE = 146_097  # days in 400 years


def day_number(day: str) -> int:
    """The days from 1 March of year 0 to an ISO day."""
    year, month, number = (int(part) for part in day.split("-"))
    return number_of(year, month, number)


def number_of(year: int, month: int, day: int) -> int:
    """The number of a day; `month` may be beyond 12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if month < 3:
        year, month = year - 1, month + 12
    leaps = year // 4 - year // 100 + year // 400
    return 365 * year + leaps + (153 * (month - 3) + 2) // 5 + day - 1


def date_of(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day's number.

    A year here begins in March, so that the leap day is its last.
    """
    cycle, rest = divmod(number, _CYCLE)
    year = (rest - rest // 1460 + rest // 36_524 - rest // 146_096) // 365
    rest -= 365 * year + year // 4 - year // 100
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    year += 400 * cycle
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


def numbered_day(number: int) -> str:
    """The ISO day with a number; one after the year 9999 is its last day."""
    year, month, day = date_of(number)
    return f"{year:04}-{month:02}-{day:02}" if year <= 9999 else "9999-12-31"


def days_between(first: str, last: str) -> int:
    """How many days lie between two ISO days; negative where `last` is the earlier one."""
    return day_number(last) - day_number(first)


def weekday(number: int) -> int:
    """The day of the week of a day's number: 0 is Monday."""
    return (number + 2) % 7
