"""Marked days above a chart: their lines, and labels that keep out of each other's way."""

from __future__ import annotations

from trueplan.chart.axis import Span
from trueplan.chart.day import day_number, say_day
from trueplan.chart.gantt import Mark, MarkKind
from trueplan.chart.glyph import circle, diamond, triangle
from trueplan.chart.measure import fit_text, text_width
from trueplan.chart.svg import line, text
from trueplan.record import Literal, Record

_WIDEST = 300.0
_LEFTMOST = 24.0
_GLYPH = 10.0
_GAP = 10.0
_NAMED = 2  # of the labels that one day has


class Placed(Record):
    """A mark with its words, where its line stands, and where its label lies; lane 0 is lowest."""

    kind: Literal[MarkKind, "today"]
    words: str
    x: float
    left: float
    right: float
    lane: int


def place_marks(
    marks: tuple[Mark, ...], today: int, span: Span, left: float, right: float
) -> list[Placed]:
    """The marks in lanes so that labels meet neither each other nor the line of another mark.

    Marks of one kind and day share a label. All labels stand to the right of their lines, or all
    to the left where that does not fit: then one order of lanes suits all.
    """
    found = []
    for (day, kind), said in sorted(_words(marks, today, span).items()):
        x = left + span.place(day + 0.5, right - left)
        size = min(_GLYPH + text_width(said, 12), _WIDEST)
        found.append(Placed(kind, fit_text(said, size - _GLYPH, 12), x, x - 5, x - 5 + size, 0))
    flipped = [
        one._replace(left=one.x + 5 - one.right + one.left, right=one.x + 5) for one in found
    ]
    if all(one.right <= right for one in found):
        return _into_lanes(found)
    if all(one.left >= _LEFTMOST for one in flipped):
        return _into_lanes(flipped)
    pairs = zip(found, flipped, strict=True)
    return _into_lanes([one if one.right <= right else other for one, other in pairs])


def _into_lanes(waiting: list[Placed]) -> list[Placed]:
    placed: list[Placed] = []
    while waiting:
        # A label has to lie above the lines that it stands in the way of.
        one = min(waiting, key=lambda mark: (sum(_covers(mark, by) for by in waiting), -mark.x))
        waiting.remove(one)
        placed.append(one._replace(lane=_free_lane(one, placed)))
    return placed


def _covers(one: Placed, other: Placed) -> bool:
    return one.left - 2 < other.x < one.right + 2


def _words(
    marks: tuple[Mark, ...], today: int, span: Span
) -> dict[tuple[int, Literal[MarkKind, "today"]], str]:
    labels: dict[tuple[int, Literal[MarkKind, "today"]], list[str]] = {}
    if span.first <= today <= span.last:
        labels[today, "today"] = []
    for mark in marks:
        labels.setdefault((day_number(mark.day), mark.kind), []).append(mark.label)
    return {
        (day, kind): _say(kind, say_day(day, today), [name for name in names if name])
        for (day, kind), names in labels.items()
    }


def _say(kind: str, day: str, names: list[str]) -> str:
    more = len(names) - _NAMED
    named = ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"{kind} {day} {named}".rstrip()


def _free_lane(one: Placed, placed: list[Placed]) -> int:
    """The lowest lane above the lines that it covers where a label meets no other."""
    lane = max((other.lane + 1 for other in placed if _covers(one, other)), default=0)
    while any(
        other.lane == lane and one.left < other.right + _GAP and other.left < one.right + _GAP
        for other in placed
    ):
        lane += 1
    return lane


def draw_marks(placed: list[Placed], base: float, lane_height: float, bottom: float) -> list[str]:
    """Lines first, then labels; `base` is the base line of the lowest lane."""
    lines, labels = [], []
    for one in sorted(placed, key=lambda mark: -mark.lane):
        y = base - one.lane * lane_height
        style = {"today": "now", "forecast": "accent-dashes"}.get(one.kind, "accent-line")
        lines.append(line(style, one.x, y + 2, one.x, bottom))
        flipped = one.left < one.x - 6
        at = one.right - _GLYPH - 2 if flipped else one.left + _GLYPH + 3
        kind = "note halo" if one.kind == "today" else "call halo"
        labels.append(_glyph(one, y) + text(kind, at, y, one.words, "end" if flipped else "start"))
    return lines + labels


def _glyph(one: Placed, y: float) -> str:
    if one.kind == "today":
        return circle("axis", one.x, y - 4, 3)
    if one.kind == "milestone":
        return diamond("accent-fill", one.x, y - 4, 4.5)
    if one.kind == "forecast":
        return circle("accent-fill", one.x, y - 4, 3.5)
    return triangle("accent-fill", one.x, y + 1, 5)
