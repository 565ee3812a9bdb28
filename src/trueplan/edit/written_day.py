"""A day written in the form that another date has."""

from __future__ import annotations

import re

from trueplan.edit.rows import write_date
from trueplan.reader.dates import SpanOf, find_date
from trueplan.text.pattern import Pattern

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAY_FIRST = Pattern(r"(\d{1,2})(?:st|nd|rd|th)?(\.?)\s+([A-Za-z]+)(\.?,?)\s+\d{4}$")
_IN_NUMBERS = Pattern(r"(\d{1,2})([/.])(\d{1,2})\2\d{4}$")


def write_day(day: str, like: str) -> str:
    """An ISO day as one writes it whose dates look like `like`; else as ISO has it."""
    written = _written(day, like)
    read = find_date(written, SpanOf(written, 0))
    return written if read is not None and (read.first, read.last) == (day, day) else day


def _written(day: str, like: str) -> str:
    year, month, number = day.split("-")
    name = _MONTHS[int(month) - 1]
    named = _DAY_FIRST.match(like)
    if named is not None:
        short = len(named[3]) < 4 and named[3].lower() != "may"
        first = number if len(named[1]) == 2 and named[1][0] == "0" else str(int(number))
        return f"{first}{named[2]} {name[:3] if short else name}{named[4]} {year}"
    numbers = _IN_NUMBERS.match(like)
    if numbers is not None:
        day_first = numbers[2] == "." or int(numbers[1]) > 12
        one, other = (number, month) if day_first else (month, number)
        if len(numbers[1]) == 1 or len(numbers[3]) == 1:
            one, other = str(int(one)), str(int(other))
        return f"{one}{numbers[2]}{other}{numbers[2]}{year}"
    dotted = re.match(r"\d{4}\.\d", like)
    return day.replace("-", ".") if dotted else write_date((day, day), like)
