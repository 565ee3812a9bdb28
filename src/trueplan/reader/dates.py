"""Dates as people write them."""

from __future__ import annotations

import re
from functools import cache

from trueplan.model.date import Date
from trueplan.text import Span
from trueplan.text.pattern import Pattern

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_ISO = Pattern(r"(?<![\w.-])(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{1,2}:\d{2}\S*)?(?!\d)")
_ANY = (
    r"(?<![\w.-])(?:"
    r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?:[T ]\d{1,2}:\d{2}\S*)?"
    r"|(?P<cy>\d{4})\s*[年년]\s*(?P<cm>\d{1,2})\s*[月월]\s*(?P<cd>\d{1,2})\s*[日일]"
    r"|" + _NAME.format("n1") + r"\.?\s+(?P<d1>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y1>\d{4})"
    r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?\.?\s+" + _NAME.format("n2") + r"\.?,?\s+(?P<y2>\d{4})"
    r"|" + _NAME.format("n3") + r"\.?,?\s+(?P<y3>\d{4})"
    r"|(?P<a>\d{1,2})(?P<s4>[/.])(?P<b>\d{1,2})(?P=s4)(?P<y4>\d{4})"
    r"|(?P<c>20\d{6})"
    r"|q(?P<q>[1-4])[ /-]*(?P<yq>20\d{2})|(?P<yq2>20\d{2})[ /-]*q(?P<q2>[1-4])"
    r"|(?P<ym>20\d{2})-(?P<mm>\d{1,2})(?![\w-])"
    r")(?!\d)"
)
_YEAR = Pattern(r"\d{4}|\d[-/.]\d{1,2}[-/.]\d{2}")
# Looks like somebody meant a date: three groups with separators, or a year beside a month.
_MEANT = r"\b\d{4}[-/.][\dX?]{1,2}[-/.][\dX?]{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b|\b\d{8}\b"


def find_date(text: str, span_of: SpanOf) -> Date | None:
    """The first date in `text`; None where nobody seems to have meant one.

    `span_of(start, end)` turns character offsets of `text` into a span. Both ends of `03/04/2026`
    being possible months, the month comes first, as the sample of plans has it.
    """
    if _YEAR.search(text) is None:
        return None
    iso = _ISO.search(text)
    if iso is not None and not any(sign.isdigit() for sign in text[: iso.start()]):
        return _date(iso[0], span_of(*iso.span()), _day(iso[1], iso[2], iso[3]))
    match = _pattern(_ANY).search(text)
    if match is None:
        meant = _pattern(_MEANT).search(text)
        if meant is None:
            return None
        return Date(meant[0], span_of(meant.start(), meant.end()), None, None)
    return _date(match[0], span_of(*match.span()), _days(match))


def _date(raw: str, span: Span, days: tuple[str, str] | None) -> Date:
    if days is None:
        return Date(raw, span, None, None, impossible=True)
    return Date(raw, span, days[0], days[1])


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """Compiled when first needed: most plans write ISO dates only."""
    return re.compile(pattern, re.IGNORECASE)


class SpanOf:
    """Turns character offsets of a piece of text into spans of the file it is from."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.offset = start
        self.ascii = text.isascii()

    def __call__(self, start: int, end: int) -> Span:
        """The span of the characters `start..end`."""
        if self.ascii:
            return Span(self.offset + start, self.offset + end)
        first = self.offset + len(self.text[:start].encode())
        return Span(first, first + len(self.text[start:end].encode()))


def _days(match: re.Match[str]) -> tuple[str, str] | None:
    """First and last ISO day, or None for a day that no calendar has."""
    group = match.groupdict()
    if group["y"]:
        return _day(group["y"], group["m"], group["d"])
    if group["cy"]:
        return _day(group["cy"], group["cm"], group["cd"])
    if group["n1"]:
        return _day(group["y1"], _month(group["n1"]), group["d1"])
    if group["n2"]:
        return _day(group["y2"], _month(group["n2"]), group["d2"])
    if group["n3"]:
        return _month_range(int(group["y3"]), _month(group["n3"]), 1)
    if group["y4"]:
        first, second = int(group["a"]), int(group["b"])
        if first > 12 or group["s4"] == ".":
            first, second = second, first
        return _day(group["y4"], first, second)
    if group["c"]:
        return _day(group["c"][:4], group["c"][4:6], group["c"][6:])
    if group["ym"]:
        return _month_range(int(group["ym"]), int(group["mm"]), 1)
    quarter = int(group["q"] or group["q2"])
    return _month_range(int(group["yq"] or group["yq2"]), quarter * 3 - 2, 3)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _day(year: str, month: str | int, day: str | int) -> tuple[str, str] | None:
    year_number, month_number, day_number = int(year), int(month), int(day)
    if not 1 <= month_number <= 12 or year_number < 1:
        return None
    if not 1 <= day_number <= _length(year_number, month_number):
        return None
    iso = f"{year_number:04d}-{month_number:02d}-{day_number:02d}"
    return iso, iso


def _month_range(year: int, month: int, months: int) -> tuple[str, str] | None:
    if not 1 <= month <= 12:
        return None
    last = month + months - 1
    days = _length(year, last)
    return f"{year:04d}-{month:02d}-01", f"{year:04d}-{last:02d}-{days:02d}"


def _length(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
