"""A burnup as lines for a terminal."""

from __future__ import annotations

from itertools import pairwise

from trueplan.chart.axis import Span, number_ticks
from trueplan.chart.burnup import (
    Band,
    Burnup,
    Step,
    burnup_span,
    burnup_steps,
    highest_count,
    last_known,
)
from trueplan.chart.day import say_day, say_range
from trueplan.chart.line import Line, LineStyle, Piece, flow, join_pieces
from trueplan.chart.time_row import axis_row, column_of
from trueplan.record import Record
from trueplan.text.columns import pad
from trueplan.text.day import day_number
from trueplan.text.showable import showable_line

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_FEWEST_ROWS = 4


class _Frame(Record):
    """The canvas: its rows and columns, the count at its top, its days, the last one known."""

    rows: int
    columns: int
    top: float
    span: Span
    known: int
    unicode: bool

    def row(self, count: float) -> int:
        """The row, from 0 at the bottom, that a count reaches into."""
        return min(max(-int(-count * self.rows // self.top) - 1, 0), self.rows - 1)


_Canvas = list[list[Piece]]


def burnup_lines(burnup: Burnup, width: int, height: int, unicode: bool) -> list[Line]:
    """Done as a filled area, scope as a line above it, the forecast as a shade, in `width` columns.

    `height` counts the rows of the canvas; axis and legend come below it.
    """
    head = (Piece(showable_line(burnup.title), "bold"),)
    if not burnup.points:
        return [*flow([head], width, unicode), (Piece("no history yet", "dim"),)]
    steps = burnup_steps(burnup)
    span = burnup_span(burnup)
    rows = max(height, _FEWEST_ROWS)
    ticks = number_ticks(highest_count(burnup), max(rows // 2, 2))
    ends = _ends(steps[-1])
    left = len(str(ticks[-1])) + 1
    columns = max(width - left - max(len(words) for _, words, _ in ends) - 2, 1)
    frame = _Frame(rows, columns, float(ticks[-1]), span, last_known(burnup, span), unicode)
    canvas: _Canvas = [[Piece(" ")] * columns for _ in range(rows)]
    _draw_days(canvas, burnup, frame)
    _draw_outlook(canvas, steps[-1].scope, frame)
    if burnup.band:
        _draw_band(canvas, burnup.band, frame)
    _draw_steps(canvas, steps, frame)
    days = (Piece(say_range(span.first, span.last, day_number(burnup.today)), "dim"),)
    lines = flow([head, days], width, unicode, gap=2)
    lines += _label(canvas, ticks, ends, left, frame)
    lines.append(join_pieces([Piece("0".rjust(left - 1) + " ", "dim"), *_base(burnup, frame)]))
    lines.append(join_pieces([Piece(" " * left), *axis_row(span, columns)]))
    return lines + flow(_legend(burnup, frame), width, unicode)


def _ends(last: Step) -> list[tuple[int, str, LineStyle]]:
    """The last counts with their words, the highest first."""
    cancelled = f", {last.cancelled} cancelled" if last.cancelled else ""
    ends: list[tuple[int, str, LineStyle]] = [
        (last.scope, f"{last.scope} in scope{cancelled}", "dim"),
        (last.done, f"{last.done} done", "good"),
    ]
    return ends


def _draw_days(canvas: _Canvas, burnup: Burnup, frame: _Frame) -> None:
    days: list[tuple[str | None, str, LineStyle]] = [
        (burnup.today, "│" if frame.unicode else "|", "dim"),
        (burnup.target, "┆" if frame.unicode else ":", "accent"),
    ]
    for day, sign, style in days:
        if day and frame.span.first <= day_number(day) <= frame.span.last:
            column = column_of(frame.span, day_number(day), frame.columns)
            for row in canvas:
                row[column] = Piece(sign, style)


def _draw_outlook(canvas: _Canvas, scope: int, frame: _Frame) -> None:
    """The scope as it is goes on to where its number is written."""
    row = canvas[frame.row(scope)]
    first = column_of(frame.span, frame.known, frame.columns)
    for column in range(first, frame.columns):
        row[column] = Piece("╌" if frame.unicode else "-", "dim")


def _draw_band(canvas: _Canvas, band: Band, frame: _Frame) -> None:
    shade, middle = "░▒" if frame.unicode else ".,"
    for column in range(frame.columns):
        found = _band_at(band, column, frame)
        if found:
            low, centre, high = found
            for row in range(frame.row(low), frame.row(high) + 1):
                canvas[row][column] = Piece(shade, "dim")
            canvas[frame.row(centre)][column] = Piece(middle, "dim")


def _band_at(band: Band, column: int, frame: _Frame) -> tuple[float, float, float] | None:
    """The forecast in the middle of a column, straight between two of its points."""
    day = frame.span.first + (column + 0.5) * frame.span.days / frame.columns
    points = [(day_number(one[0]), one[1:]) for one in band.points]
    for (first, before), (last, after) in pairwise(points):
        if first <= day <= last:
            share = (day - first) / (last - first) if last > first else 1.0
            low, middle, high = (
                start + (end - start) * share for start, end in zip(before, after, strict=True)
            )
            return low, middle, high
    return None


def _draw_steps(canvas: _Canvas, steps: list[Step], frame: _Frame) -> None:
    """In each column what held at the end of its days."""
    for column in range(frame.columns):
        first = frame.span.first + column * frame.span.days // frame.columns
        last = frame.span.first + ((column + 1) * frame.span.days - 1) // frame.columns
        held = [step for step in steps if step.day <= last]
        if not held or first > frame.known:
            continue
        line = Piece("─" if frame.unicode else "-")
        canvas[frame.row(held[-1].scope)][column] = line
        for row in range(frame.rows):
            sign = _filled(held[-1].done, row, frame)
            if sign != " ":
                canvas[row][column] = Piece(sign, "good")


def _filled(count: int, row: int, frame: _Frame) -> str:
    """How full the cell of a row is; something that is not nothing is seen."""
    filled = count * frame.rows / frame.top - row
    if filled <= 0:
        return " "
    if not frame.unicode:
        return "#"
    return _EIGHTHS[min(max(round(filled * 8), 1), 8)]


def _label(
    canvas: _Canvas,
    ticks: list[int],
    ends: list[tuple[int, str, LineStyle]],
    left: int,
    frame: _Frame,
) -> list[Line]:
    """The rows from the top, with numbers before and the last counts after them."""
    numbers = {frame.row(tick): str(tick) for tick in ticks[1:]}
    words: dict[int, Piece] = {}
    for count, said, style in ends:
        row = frame.row(count)
        words[row - 1 if row in words and row else row + (row in words)] = Piece(said, style)
    lines = []
    for row in range(frame.rows - 1, -1, -1):
        number = Piece(pad(numbers.get(row, ""), left - 1, "right") + " ", "dim")
        lines.append(join_pieces([number, *canvas[row], Piece("  "), words.get(row, Piece(""))]))
    return lines


def _base(burnup: Burnup, frame: _Frame) -> list[Piece]:
    """The line of nothing, and on it the days that are marked."""
    row = [Piece("─" if frame.unicode else "-", "dim")] * frame.columns
    for mark in burnup.marks:
        column = column_of(frame.span, day_number(mark.day), frame.columns)
        row[column] = Piece("◆" if frame.unicode else "*")
    return row


def _legend(burnup: Burnup, frame: _Frame) -> list[Line]:
    today = day_number(burnup.today)
    now = frame.span.now(today)
    signs = "█─░│┆◆" if frame.unicode else "#-.|:*"
    parts: list[Line] = [
        (Piece(signs[0], "good"), Piece(" done", "dim")),
        (Piece(signs[1]), Piece(" scope", "dim")),
    ]
    if burnup.band:
        parts.append((Piece(signs[2], "dim"), Piece(" forecast", "dim")))
    if frame.span.first <= today <= frame.span.last:
        parts.append((Piece(f"{signs[3]} today {say_day(today, now)}", "dim"),))
    if burnup.target:
        said = f" target {say_day(day_number(burnup.target), now)}"
        parts.append((Piece(signs[4], "accent"), Piece(said)))
    for mark in sorted(burnup.marks, key=lambda one: one.day):
        said = f"{signs[5]} {say_day(day_number(mark.day), now)} {showable_line(mark.label)}"
        parts.append((Piece(said, "dim"),))
    return parts
