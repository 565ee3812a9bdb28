"""A Gantt chart as SVG."""

from __future__ import annotations

from trueplan.chart.axis import Span, Tick, time_ticks
from trueplan.chart.day import say_day, say_range
from trueplan.chart.flag_svg import draw_flags, flag_marks, place_flags
from trueplan.chart.gantt import Bar, Gantt, bars_by_group, gantt_span
from trueplan.chart.glyph import state_glyph, state_legend
from trueplan.chart.measure import fit_text, text_width
from trueplan.chart.state import say_state
from trueplan.chart.svg import document, group, line, path, rectangle, text
from trueplan.record import Record
from trueplan.text.day import day_number

_WIDTH = 960.0
_MARGIN = 24.0
_WIDEST_LABEL = 270.0
_WIDEST_OWNER = 84.0
_ROW = 26.0
_HEADING = 32.0
_BAR = 12.0
_LANE = 18.0
_GLYPH = 18.0
_NARROWEST_BAR = 3.0


class _Frame(Record):
    """Where the chart lies: its left edge and width, the widths of the columns before, its days."""

    left: float
    room: float
    label: float
    owner: float
    span: Span
    today: int

    def x(self, day: float) -> float:
        """Where the morning of a day lies."""
        return self.left + self.span.place(day, self.room)


class _Row(Record):
    """A bar and the middle of its row."""

    bar: Bar
    y: float


def draw_gantt(gantt: Gantt) -> str:
    """The chart as SVG: a row for each bar, its state and label before it, marked days above."""
    today = day_number(gantt.today)
    if not gantt.bars:
        return _draw_empty(gantt)
    span = gantt_span(gantt)
    frame = _share_out(gantt, span, today)
    lanes = place_flags(flag_marks(gantt.marks, today, span), span, frame.left, _WIDTH - _MARGIN)
    depth = 1 + max((one.lane for one in lanes), default=-1)
    axis = 66 + _LANE * depth + 16
    headings, rows, bottom = _lay_out(gantt, axis + 10)
    critical = any(bar.critical for bar in gantt.bars)
    return document(
        (_WIDTH, bottom + 48),
        gantt.title,
        _describe(gantt),
        text("title", _MARGIN, 36, fit_text(gantt.title, _WIDTH - 2 * _MARGIN, 18, bold=True)),
        text("note", _MARGIN, 56, f"{say_range(span.first, span.last, today)}"),
        *_draw_grid(frame, axis, bottom),
        *draw_flags(lanes, axis - 20, _LANE, bottom),
        *_draw_axis(frame, axis),
        *headings,
        *(_draw_row(row, frame) for row in rows),
        *_draw_links(rows, frame),
        line("hairline", _MARGIN, bottom + 8, _WIDTH - _MARGIN, bottom + 8),
        _draw_legend(gantt, bottom + 30, critical=critical),
    )


def _draw_empty(gantt: Gantt) -> str:
    return document(
        (_WIDTH, 120.0),
        gantt.title,
        "No phase has a date yet.",
        text("title", _MARGIN, 36, fit_text(gantt.title, _WIDTH - 2 * _MARGIN, 18, bold=True)),
        text("note", _MARGIN, 76, "No phase has a date yet."),
    )


def _describe(gantt: Gantt) -> str:
    today = day_number(gantt.today)
    last = max(gantt.bars, key=lambda bar: bar.last)
    done = sum(bar.state == "done" for bar in gantt.bars)
    bars = "1 bar" if len(gantt.bars) == 1 else f"{len(gantt.bars)} bars"
    return f"{bars}, {done} done; the last one, {last.label}, ends {say_day(last.last, today)}."


def _lay_out(gantt: Gantt, top: float) -> tuple[list[str], list[_Row], float]:
    """Headings, rows, and where the rows end."""
    headings: list[str] = []
    rows: list[_Row] = []
    y = top
    for name, bars in bars_by_group(gantt):
        if name:
            words = fit_text(name, _WIDTH - 2 * _MARGIN, 13, bold=True)
            headings.append(text("heading halo", _MARGIN, y + _HEADING - 11, words))
            y += _HEADING
        for bar in bars:
            rows.append(_Row(bar, y + _ROW / 2))
            y += _ROW
    return headings, rows, y


def _share_out(gantt: Gantt, span: Span, today: int) -> _Frame:
    label = max(text_width(bar.label, 13) for bar in gantt.bars)
    label = min(max(label, 80.0), _WIDEST_LABEL)
    owner = min(max(text_width(bar.owner, 11) for bar in gantt.bars), _WIDEST_OWNER)
    left = _MARGIN + _GLYPH + label + 20 + (owner + 16 if owner else 0)
    return _Frame(left, _WIDTH - _MARGIN - left, label, owner, span, today)


def _ticks(frame: _Frame) -> list[Tick]:
    return time_ticks(frame.span, frame.room, lambda label: text_width(label, 11) + 12)


def _draw_grid(frame: _Frame, y: float, bottom: float) -> list[str]:
    places = [frame.x(tick.day) for tick in _ticks(frame)]
    return [line("hairline", x, y - 10, x, bottom) for x in places]


def _draw_axis(frame: _Frame, y: float) -> list[str]:
    return [text("small halo", frame.x(tick.day) + 4, y, tick.label) for tick in _ticks(frame)]


def _draw_row(row: _Row, frame: _Frame) -> str:
    bar, y = row
    at = _MARGIN + _GLYPH
    style = "note" if bar.state == "cancelled" else "text"
    size = 12 if bar.state == "cancelled" else 13
    return group(
        _say_bar(bar, frame.today),
        state_glyph(bar.state, _MARGIN + 5, y),
        text(style, at, y + 4.5, fit_text(bar.label, frame.label, size)),
        text("small", at + frame.label + 16, y + 4.5, fit_text(bar.owner, frame.owner, 11)),
        _draw_bar(bar, y, frame),
    )


def _say_bar(bar: Bar, today: int) -> str:
    words = [f"{bar.label}: {say_state(bar.state)}", say_range(bar.first, bar.last, today)]
    if bar.state == "in_progress":
        words[0] += f", {round(bar.share * 100)} % done"
    if bar.critical:
        words.append("on the critical path")
    if bar.owner:
        words.append(bar.owner)
    return ", ".join(words)


def _ends(bar: Bar, frame: _Frame) -> tuple[float, float]:
    """Where a bar starts and ends, wide enough to be seen and inside of the chart."""
    first = frame.x(bar.first)
    last = max(frame.x(bar.last + 1), first + _NARROWEST_BAR)
    over = max(last - frame.left - frame.room, 0)
    return first - over, last - over


def _draw_bar(bar: Bar, y: float, frame: _Frame) -> str:
    first, last = _ends(bar, frame)
    top, width = y - _BAR / 2, last - first
    if bar.state == "cancelled":
        return line("muted-dots", first, y, last, y)
    if bar.state == "done":
        parts = rectangle("done-fill", first, top, width, _BAR, 2)
    elif bar.state == "in_progress":
        parts = rectangle("moving-wash", first, top, width, _BAR, 2)
        if bar.share:
            parts += rectangle("moving-fill", first, top, width * bar.share, _BAR, 2)
    elif bar.state == "not_started":
        parts = rectangle("open-fill", first, top, width, _BAR, 2)
    else:
        inset = max(width - 1.5, 1.5)
        style = "trouble-line" if bar.state == "blocked" else "muted-line"
        parts = rectangle(style, first + 0.75, top + 0.75, inset, _BAR - 1.5, 1.5)
    if bar.critical:
        parts += line("accent-line", first, y + _BAR / 2 + 2.75, last, y + _BAR / 2 + 2.75)
    return parts


def _draw_links(rows: list[_Row], frame: _Frame) -> list[str]:
    """Lines from the end of what comes before to the start of what waits, critical ones last."""
    by_name = {row.bar.name: row for row in rows}
    links = [
        (by_name[name].bar.critical and row.bar.critical, by_name[name], row)
        for row in rows
        for name in row.bar.after
        if name in by_name and by_name[name] is not row
    ]
    links.sort(key=lambda link: link[0])
    return [
        _draw_link(before, after, frame, "accent-line" if critical else "edge")
        for critical, before, after in links
    ]


def _draw_link(before: _Row, after: _Row, frame: _Frame, style: str) -> str:
    start, end = _ends(before.bar, frame)[1], _ends(after.bar, frame)[0]
    down = 1 if after.y > before.y else -1
    arrive = after.y - down * (_BAR / 2 + 1)
    fill = "accent-fill" if style == "accent-line" else "edge-fill"
    if end >= start - 1:
        turn = end + 5
        line_ = path(style, "M", start, before.y, "H", turn, "V", arrive)
        return line_ + path(fill, "M", turn, arrive, "l", -3.0, -5.0 * down, "h", 6.0, "Z")
    between = before.y + down * _ROW / 2
    steps = ("M", start, before.y, "h", 6.0, "V", between, "H", end - 8, "V", after.y, "H", end - 1)
    return path(style, *steps) + path(fill, "M", end, after.y, "l", -5.0, -3.0, "v", 6.0, "Z")


def _draw_legend(gantt: Gantt, y: float, *, critical: bool) -> str:
    parts, x = state_legend({bar.state for bar in gantt.bars}, _MARGIN, y)
    if critical:
        parts += line("accent-line", x, y - 4, x + 18, y - 4)
        parts += text("small", x + 24, y, "critical path")
    return parts
