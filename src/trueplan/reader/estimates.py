"""Estimates as people write them, in sessions."""

from __future__ import annotations

import re
from collections.abc import Callable

from trueplan.model.estimate import Estimate, Rates
from trueplan.text import Span
from trueplan.text.pattern import Pattern

_NUMBER = r"\d+(?:[.,]\d+)?|half an?|half|an?|one|two|three|four|five|six|a couple of|a few|[½¼¾]"
_UNIT = (
    r"sessions?|hours?|hrs?|h|minutes?|mins?|days?|d|weeks?|wks?|w|sprints?|months?"
    r"|(?:story )?points?|pts?|sp|시간|분|일|주|小时|小時|時間|分钟|分鐘|分|天|日|周|週間|週|人日"
)
_ESTIMATE = Pattern(
    rf"(?<![\w.])(?:~|≈|<|>)?\s*(?P<low>{_NUMBER})\s*\+?\s*"
    rf"(?:(?:[-–—~]|to|or)\s*(?P<high>{_NUMBER})\s*)?"
    r"(?:more |full |working |person[- ]|ideal |dev[- ]?|engineering )?-?"
    rf"(?P<unit>{_UNIT})(?![a-z])",
    re.IGNORECASE,
)
_SMALLER = Pattern(r",?\s*(?:and\s+)?(\d{1,2})\s*(?:m|min|mins|minutes?)\b", re.IGNORECASE)
_SIZE = Pattern(r"(?<![\w'])(XXL|XL|XS|S|M|L)(?:[-–](?:XXL|XL|XS|S|M|L))?(?![\w'])")
_WORDS = {
    "half an": 0.5,
    "half a": 0.5,
    "half": 0.5,
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "a couple of": 2,
    "a few": 3,
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
}
_CJK_UNITS = {
    "시간": "hour",
    "小时": "hour",
    "小時": "hour",
    "時間": "hour",
    "분": "minute",
    "分": "minute",
    "分钟": "minute",
    "分鐘": "minute",
    "일": "day",
    "天": "day",
    "日": "day",
    "人日": "day",
    "주": "week",
    "周": "week",
    "週": "week",
    "週間": "week",
}
_PLAIN_UNITS = frozenset(
    name + end
    for name in ("session", "hour", "minute", "day", "week", "sprint", "month")
    for end in ("", "s")
)
_POINTS = ("point", "pt", "story")


def find_estimate(text: str, span_of: Callable[[int, int], Span], rates: Rates) -> Estimate | None:
    """The first estimate in `text`, converted to sessions by `rates`; None where there is none.

    Points and t-shirt sizes are kept with their unit and without sessions.
    """
    simple = _simple(text, span_of, rates)
    if simple is not None:
        return simple
    match = _ESTIMATE.search(text)
    if match is None:
        size = _SIZE.search(text)
        if size is None:
            return None
        return Estimate(size[0], span_of(size.start(), size.end()), None, None, "size")
    raw = match[0].strip()
    start = match.start() + match[0].index(raw[0])
    span = span_of(start, start + len(raw))
    unit = _unit(match["unit"])
    if unit == "point":
        return Estimate(raw, span, None, None, unit)
    factor = _hours(unit, rates) / rates.session
    low = _number(match["low"]) * factor
    high = _number(match["high"]) * factor if match["high"] else low
    more = None if match["high"] else _SMALLER.match(text, match.end())
    if more is not None and unit == "hour":  # "1h 30m"
        low = high = low + int(more[1]) / 60 / rates.session
        raw = text[start : more.end()]
        span = span_of(start, more.end())
    return Estimate(raw, span, min(low, high), max(low, high), unit)


def _simple(text: str, span_of: Callable[[int, int], Span], rates: Rates) -> Estimate | None:
    """A plain number with a whole word for its unit: "1.5 sessions"."""
    raw = text.strip()
    number, _, unit = raw.partition(" ")
    if unit not in _PLAIN_UNITS or not number.replace(".", "", 1).isdecimal():
        return None
    start = text.index(raw)
    name = unit.removesuffix("s")
    value = float(number) * _hours(name, rates) / rates.session
    return Estimate(raw, span_of(start, start + len(raw)), value, value, name)


def _number(text: str) -> float:
    word = _WORDS.get(" ".join(text.lower().split()))
    return float(word) if word is not None else float(text.replace(",", "."))


def _unit(text: str) -> str:
    unit = text.lower()
    if unit in _CJK_UNITS:
        return _CJK_UNITS[unit]
    if unit == "sp" or unit.startswith(_POINTS):
        return "point"
    for prefix, name in (
        ("se", "session"),
        ("spr", "sprint"),
        ("h", "hour"),
        ("mo", "month"),
        ("mi", "minute"),
        ("d", "day"),
        ("w", "week"),
    ):
        if unit.startswith(prefix):
            return name
    raise AssertionError(f"no unit for {text!r}")


def _hours(unit: str, rates: Rates) -> float:
    if unit == "hour":
        return 1.0
    if unit == "minute":
        return 1 / 60
    value: float = getattr(rates, unit)
    return value
