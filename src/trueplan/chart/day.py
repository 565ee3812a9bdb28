"""Days as people say them."""

from __future__ import annotations

from trueplan.text.day import date_of

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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
