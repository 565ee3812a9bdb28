"""Marked days above a picture: their lines, and labels that keep out of each other's way."""

from __future__ import annotations

from trueplan.chart.axis import Span
from trueplan.chart.day import say_day
from trueplan.chart.gantt import Mark
from trueplan.chart.glyph import circle, diamond, triangle
from trueplan.chart.measure import fit_text, text_width
from trueplan.chart.svg import line, text
from trueplan.record import Literal, Record
from trueplan.text.day import day_number

_WIDEST = 300.0
_LEFTMOST = 24.0
_GLYPH = 10.0
_GAP = 10.0
_NAMED = 2  # of the labels that one day has
FlagKind = Literal["target", "forecast", "milestone", "today", "level"]
_LINES: dict[FlagKind, str] = {"today": "now", "forecast": "accent-dashes", "level": "muted-dots"}
_QUIET = ("today", "level")


class Flag(Record):
    """A moment on an axis of days, how it is drawn, and what is written at it."""

    at: float
    kind: FlagKind
    words: str


class Placed(Record):
    """A flag, where its line stands, and where its label lies; lane 0 is the lowest."""

    kind: FlagKind
    words: str
    x: float
    left: float
    right: float
    lane: int


def flag_marks(marks: tuple[Mark, ...], today: int, span: Span) -> list[Flag]:
    """Marks as flags, those of one kind and day in one, and today where the axis holds it."""
    labels: dict[tuple[int, FlagKind], list[str]] = {}
    if span.first <= today <= span.last:
        labels[today, "today"] = []
    for mark in marks:
        labels.setdefault((day_number(mark.day), mark.kind), []).append(mark.label)
    now = span.now(today)
    return [
        Flag(day + 0.5, kind, _say(kind, say_day(day, now), [name for name in names if name]))
        for (day, kind), names in labels.items()
    ]


def _say(kind: str, day: str, names: list[str]) -> str:
    more = len(names) - _NAMED
    named = ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"{kind} {day} {named}".rstrip()


def place_flags(flags: list[Flag], span: Span, left: float, right: float) -> list[Placed]:
    """Flags in lanes so that labels meet neither each other nor the line of another flag.

    All labels stand to the right of their lines, or all to the left where that does not fit: then
    one order of lanes suits all. `left` and `right` are the ends of the axis.
    """
    found = []
    for at, kind, said in sorted(flags):
        x = left + span.place(at, right - left)
        size = min(_GLYPH + text_width(said, 12), _WIDEST)
        found.append(Placed(kind, fit_text(said, size - _GLYPH, 12), x, x - 5, x - 5 + size, 0))
    flipped = [
        one._replace(left=one.x + 5 - one.right + one.left, right=one.x + 5) for one in found
    ]
    if all(one.right <= right for one in found):
        return _into_lanes(found[::-1])
    if all(one.left >= _LEFTMOST for one in flipped):
        return _into_lanes(flipped)
    pairs = zip(found, flipped, strict=True)
    mixed = [one if one.right <= right else other for one, other in pairs]
    mixed.sort(key=lambda one: sum(_covers(one, other) for other in mixed))
    return _into_lanes(mixed)


def _into_lanes(flags: list[Placed]) -> list[Placed]:
    """Each flag in the lowest lane that suits it; what others have to lie above comes first."""
    placed: list[Placed] = []
    for one in flags:
        placed.append(one._replace(lane=_free_lane(one, placed)))
    return placed


def _covers(one: Placed, other: Placed) -> bool:
    """Whether a label stands where the line of another flag runs; it has to lie above its label."""
    return one.left - 2 < other.x < one.right + 2


def _free_lane(one: Placed, placed: list[Placed]) -> int:
    """The lowest lane above the lines that it covers where a label meets no other."""
    lane = max((other.lane + 1 for other in placed if _covers(one, other)), default=0)
    while any(
        other.lane == lane and one.left < other.right + _GAP and other.left < one.right + _GAP
        for other in placed
    ):
        lane += 1
    return lane


def draw_flags(placed: list[Placed], base: float, lane_height: float, bottom: float) -> list[str]:
    """Lines first, then labels; `base` is the base line of the lowest lane."""
    lines, labels = [], []
    for one in sorted(placed, key=lambda mark: -mark.lane):
        y = base - one.lane * lane_height
        style = _LINES.get(one.kind, "accent-line")
        lines.append(line(style, one.x, y + 2, one.x, bottom))
        flipped = one.left < one.x - 6
        at = one.right - _GLYPH - 2 if flipped else one.left + _GLYPH + 3
        kind = "note halo" if one.kind in _QUIET else "call halo"
        labels.append(_glyph(one, y) + text(kind, at, y, one.words, "end" if flipped else "start"))
    return lines + labels


def _glyph(one: Placed, y: float) -> str:
    if one.kind in _QUIET:
        return circle("axis", one.x, y - 4, 3)
    if one.kind == "milestone":
        return diamond("accent-fill", one.x, y - 4, 4.5)
    if one.kind == "forecast":
        return circle("accent-fill", one.x, y - 4, 3.5)
    return triangle("accent-fill", one.x, y + 1, 5)
