"""Days as numbers, to be laid out on an axis, and as people say them.

By the rule of the Gregorian calendar, without `datetime`: importing it costs what a picture does.
"""

from __future__ import annotations

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CYCLE = 146_097  # days in 400 years


def day_number(day: str) -> int:
    """The days from 1 March of year 0 to an ISO day."""
    year, month, number = (int(part) for part in day.split("-"))
    if month < 3:
        year, month = year - 1, month + 12
    leaps = year // 4 - year // 100 + year // 400
    return 365 * year + leaps + (153 * (month - 3) + 2) // 5 + number - 1


def date_of(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day's number."""
    cycle, rest = divmod(number, _CYCLE)
    year = (rest - rest // 1460 + rest // 36_524 - rest // 146_096) // 365
    rest -= 365 * year + year // 4 - year // 100
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    year += 400 * cycle
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


def number_of(year: int, month: int, day: int) -> int:
    """The number of a day; `month` may be beyond 12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return day_number(f"{year}-{month}-{day}")


def weekday(number: int) -> int:
    """The day of the week, 0 for Monday."""
    return (number + 2) % 7


def say_day(number: int, today: int) -> str:
    """`Mar 27`, with its year where that is not this year's."""
    year, month, day = date_of(number)
    said = f"{MONTHS[month - 1]} {day}"
    return said if year == date_of(today)[0] else f"{said}, {year}"


def say_range(first: int, last: int, today: int) -> str:
    """`Jan 5 to Mar 20`, `Jan 5 to 9`, one day alone; the year once where one will do."""
    if first == last:
        return say_day(first, today)
    if date_of(first)[:2] == date_of(last)[:2]:
        _, _, year = say_day(last, today).partition(",")
        return f"{say_day(first, first)} to {date_of(last)[2]}" + (f",{year}" if year else "")
    if date_of(first)[0] == date_of(last)[0]:
        return f"{say_day(first, first)} to {say_day(last, today)}"
    return f"{say_day(first, 0)} to {say_day(last, 0)}"
