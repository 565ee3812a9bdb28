"""A Gantt chart as lines for a terminal."""

from __future__ import annotations

from trueplan.chart.axis import Span
from trueplan.chart.day import say_day, say_range
from trueplan.chart.gantt import Bar, Gantt, Mark, MarkKind, bars_by_group, gantt_span
from trueplan.chart.line import Line, LineStyle, Piece, ellipsis, flow, join_pieces
from trueplan.chart.state import state_mark, state_style
from trueplan.chart.time_row import axis_row, column_of, end_column_of
from trueplan.record import Record
from trueplan.text.columns import cut, pad, width_of
from trueplan.text.day import day_number
from trueplan.text.showable import showable_line

_FEWEST_LABEL = 12
_KINDS: dict[MarkKind, tuple[str, str]] = {
    "target": ("┆", ":"),
    "forecast": ("┊", ";"),
    "milestone": ("◆", "*"),
}


class _Cell(Record):
    """One column of a row."""

    sign: str
    style: LineStyle


class _Frame(Record):
    """How the columns are shared out: labels, the chart, the last day of each bar."""

    label: int
    chart: int
    end: int
    span: Span
    today: int
    unicode: bool


def gantt_lines(gantt: Gantt, width: int, unicode: bool) -> list[Line]:
    """The chart in lines of at most `width` columns (60 or more, to be of use).

    Groups are headings; a bar stands between its state and label and its last day.
    """
    head = (Piece(showable_line(gantt.title), "bold"),)
    today = day_number(gantt.today)
    if not gantt.bars:
        return [*flow([head], width, unicode), (Piece("no phase has a date yet", "dim"),)]
    frame = _share_out(gantt, width, unicode)
    days = say_range(frame.span.first, frame.span.last, today)
    lines = flow([head, (Piece(days, "dim"),)], width, unicode, gap=2)
    lines.append(_margin(frame, axis_row(frame.span, frame.chart)))
    for group, bars in bars_by_group(gantt):
        if group:
            lines += flow([(Piece(showable_line(group), "bold"),)], width, unicode)
        lines += [_bar_line(bar, gantt.marks, frame) for bar in bars]
    return lines + flow(_legend(gantt, frame), width, unicode)


def _share_out(gantt: Gantt, width: int, unicode: bool) -> _Frame:
    today = day_number(gantt.today)
    longest = max(width_of(showable_line(bar.label)) for bar in gantt.bars) + 2
    label = min(longest, max(width * 2 // 5, _FEWEST_LABEL))
    span = gantt_span(gantt)
    end = max(len(say_day(bar.last, span.now(today))) for bar in gantt.bars)
    chart = max(width - label - end - 4, 1)
    return _Frame(label, chart, end, span, today, unicode)


def _margin(frame: _Frame, row: list[Piece]) -> Line:
    return join_pieces([Piece(" " * (frame.label + 2)), *row])


def _bar_line(bar: Bar, marks: tuple[Mark, ...], frame: _Frame) -> Line:
    mark = Piece(state_mark(bar.state, frame.unicode), state_style(bar.state))
    room = frame.label - 2
    text = pad(cut(showable_line(bar.label), room, ellipsis(frame.unicode)), room)
    style: LineStyle = "dim" if bar.state in ("done", "cancelled") else ""
    cells = [_Cell(" ", "")] * frame.chart
    _draw_marks(cells, marks, frame)
    _draw_bar(cells, bar, frame)
    row = [Piece(cell.sign, cell.style) for cell in cells]
    end = pad(say_day(bar.last, frame.span.now(frame.today)), frame.end, "right")
    return join_pieces(
        [mark, Piece(" "), Piece(text, style), Piece("  "), *row, Piece("  "), Piece(end, "dim")]
    )


def _draw_marks(cells: list[_Cell], marks: tuple[Mark, ...], frame: _Frame) -> None:
    for mark in marks:
        column = column_of(frame.span, day_number(mark.day), frame.chart)
        cells[column] = _Cell(_mark_sign(mark.kind, frame.unicode), "accent")
    if frame.span.first <= frame.today <= frame.span.last:
        column = column_of(frame.span, frame.today, frame.chart)
        cells[column] = _Cell(_today_sign(frame.unicode), "dim")


def _draw_bar(cells: list[_Cell], bar: Bar, frame: _Frame) -> None:
    first = column_of(frame.span, bar.first, frame.chart)
    last = end_column_of(frame.span, bar.last, frame.chart)
    done = round((last + 1 - first) * bar.share)
    if 0 < bar.share < 1 and last > first:
        done = min(max(done, 1), last - first)
    for column in range(first, last + 1):
        cells[column] = _bar_cell(bar, column - first < done, frame.unicode)


def _bar_cell(bar: Bar, done: bool, unicode: bool) -> _Cell:
    signs = "█▓░╌" if unicode else "#=-."
    if done:
        return _Cell(signs[0], "accent" if bar.critical and bar.state != "done" else "")
    if bar.state == "cancelled":
        return _Cell(signs[3], "dim")
    if bar.critical:
        return _Cell(signs[1], "accent")
    return _Cell(signs[2], "")


def _mark_sign(kind: MarkKind, unicode: bool) -> str:
    return _KINDS[kind][0 if unicode else 1]


def _today_sign(unicode: bool) -> str:
    return "│" if unicode else "|"


def _legend(gantt: Gantt, frame: _Frame) -> list[Line]:
    """What the signs mean, those alone that were used."""
    samples = [
        (Bar("", "", gantt.today, gantt.today, "done"), "done"),
        (Bar("", "", gantt.today, gantt.today, "ready", critical=True), "critical"),
        (Bar("", "", gantt.today, gantt.today, "ready"), "to do"),
    ]
    open_bars = [bar for bar in gantt.bars if bar.share < 1 and bar.state != "cancelled"]
    used = {"critical" if bar.critical else "to do" for bar in open_bars}
    used |= {"done" for bar in gantt.bars if bar.share > 0}
    parts: list[Line] = []
    now = frame.span.now(frame.today)
    for bar, word in samples:
        if word in used:
            cell = _bar_cell(bar, bar.state == "done", frame.unicode)
            parts.append((Piece(cell.sign * 2, cell.style), Piece(f" {word}", "dim")))
    if frame.span.first <= frame.today <= frame.span.last:
        said = f" today {say_day(frame.today, now)}"
        parts.append((Piece(_today_sign(frame.unicode), "dim"), Piece(said, "dim")))
    for mark in sorted(gantt.marks, key=lambda one: one.day):
        day = say_day(day_number(mark.day), now)
        words = " ".join(word for word in (mark.kind, day, showable_line(mark.label)) if word)
        parts.append((Piece(_mark_sign(mark.kind, frame.unicode), "accent"), Piece(f" {words}")))
    return parts
