"""A histogram of days as SVG."""

from __future__ import annotations

from trueplan.chart.axis import Span, time_ticks
from trueplan.chart.day import say_day, say_range
from trueplan.chart.flag_svg import Flag, draw_flags, place_flags
from trueplan.chart.histogram import Bin, Histogram, histogram_span, numbered_bins
from trueplan.chart.measure import fit_text, text_width
from trueplan.chart.svg import document, group, line, rectangle, text
from trueplan.record import Record
from trueplan.text.day import day_number

_WIDTH = 640.0
_MARGIN = 24.0
_HEIGHT = 140.0
_LANE = 18.0
_GAP = 1.0


class _Frame(Record):
    """Where the picture lies, its days, its target, and the share that is as high as it is."""

    top: float
    span: Span
    target: int | None
    highest: float

    @property
    def bottom(self) -> float:
        """Where the columns stand."""
        return self.top + _HEIGHT

    def x(self, day: float) -> float:
        """Where the morning of a day lies."""
        return _MARGIN + self.span.place(day, _WIDTH - 2 * _MARGIN)


def draw_histogram(histogram: Histogram) -> str:
    """A column for each stretch of days; what lies after the target has another colour."""
    title = text("title", _MARGIN, 36, fit_text(histogram.title, _WIDTH - 48, 18, bold=True))
    if not histogram.bins:
        said = "Nothing to forecast."
        note = text("note", _MARGIN, 76, said)
        return document((_WIDTH, 120.0), histogram.title, said, title, note)
    today = day_number(histogram.today)
    span = histogram_span(histogram)
    bins = numbered_bins(histogram)
    flags = place_flags(_flags(histogram, today), span, _MARGIN, _WIDTH - _MARGIN)
    top = 84 + _LANE * (1 + max((one.lane for one in flags), default=-1))
    target = day_number(histogram.target) if histogram.target else None
    frame = _Frame(top, span, target, max(one.share for one in bins) or 1.0)
    return document(
        (_WIDTH, frame.bottom + (68 if target is not None else 40)),
        histogram.title,
        _describe(histogram, today),
        title,
        text("note", _MARGIN, 56, say_range(span.first, span.last, today)),
        *(_draw_bin(one, frame, today) for one in bins),
        line("edge", _MARGIN, frame.bottom, _WIDTH - _MARGIN, frame.bottom),
        *_draw_axis(frame),
        *draw_flags(flags, top - 12, _LANE, frame.bottom),
        _draw_legend(frame.bottom + 50) if target is not None else "",
    )


def _flags(histogram: Histogram, today: int) -> list[Flag]:
    """A level is reached, and a target missed, when its day is over."""
    levels: dict[int, list[str]] = {}
    for level, day in histogram.levels:
        levels.setdefault(day_number(day), []).append(f"{level} %")
    flags = [
        Flag(number + 1, "level", f"{', '.join(said)} {say_day(number, today)}")
        for number, said in levels.items()
    ]
    if histogram.target:
        number = day_number(histogram.target)
        flags.append(Flag(number + 1, "target", f"target {say_day(number, today)}"))
    return flags


def _describe(histogram: Histogram, today: int) -> str:
    said = [f"{level} % by {say_day(day_number(day), today)}" for level, day in histogram.levels]
    if histogram.target:
        said.append(f"target {say_day(day_number(histogram.target), today)}")
    return ", ".join(said)


def _draw_bin(one: Bin, frame: _Frame, today: int) -> str:
    """The column of a bin, in two where the target falls into it."""
    if not one.share:
        return ""
    height = one.share * _HEIGHT / frame.highest
    first, last = frame.x(one.first), frame.x(one.last + 1)
    right = max(last - _GAP, first + 0.5)
    if frame.target is None:
        parts = _column("moving-fill", first, right, height, frame)
    else:
        turn = min(max(frame.x(frame.target + 1), first), right)
        parts = _column("done-fill", first, turn, height, frame)
        parts += _column("trouble-wash", turn, right, height, frame)
    return group(f"{say_range(one.first, one.last, today)}: {one.share * 100:.1f} %", parts)


def _column(kind: str, first: float, last: float, height: float, frame: _Frame) -> str:
    if last <= first:
        return ""
    return rectangle(kind, first, frame.bottom - height, last - first, height)


def _draw_axis(frame: _Frame) -> list[str]:
    room = _WIDTH - 2 * _MARGIN
    parts = []
    for day, label in time_ticks(frame.span, room, lambda label: text_width(label, 11) + 12):
        x = frame.x(day)
        parts.append(line("edge", x, frame.bottom, x, frame.bottom + 5))
        parts.append(text("small", x + 4, frame.bottom + 16, label))
    return parts


def _draw_legend(y: float) -> str:
    parts = rectangle("done-fill", _MARGIN, y - 9, 10, 10) + text(
        "small", _MARGIN + 16, y, "by the target"
    )
    x = _MARGIN + 16 + text_width("by the target", 11) + 14
    late = text("small", x + 16, y, "after the target")
    return parts + rectangle("trouble-wash", x, y - 9, 10, 10) + late
