"""A burnup as SVG."""

from __future__ import annotations

from trueplan.chart.axis import Span, number_ticks, time_ticks
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
from trueplan.chart.flag_svg import draw_flags, flag_marks, place_flags
from trueplan.chart.gantt import Mark
from trueplan.chart.glyph import circle
from trueplan.chart.measure import fit_text, text_width
from trueplan.chart.svg import document, group, line, path, rectangle, text
from trueplan.record import Record
from trueplan.text.day import day_number

_WIDTH = 800.0
_MARGIN = 24.0
_HEIGHT = 260.0
_LANE = 18.0
_MOST_TICKS = 6


class _Frame(Record):
    """Where the picture lies: its edges, its days and the last of them known, the highest count."""

    left: float
    right: float
    top: float
    span: Span
    known: int
    highest: float

    @property
    def bottom(self) -> float:
        """Where the count is 0."""
        return self.top + _HEIGHT

    def x(self, day: float) -> float:
        """Where the noon of a day lies."""
        return self.left + self.span.place(day + 0.5, self.right - self.left)

    def y(self, count: float) -> float:
        """How high a count lies."""
        return self.bottom - count * _HEIGHT / self.highest


def draw_burnup(burnup: Burnup) -> str:
    """Done as steps over an area, scope as steps above, the forecast as a band behind both."""
    title = text("title", _MARGIN, 36, fit_text(burnup.title, _WIDTH - 48, 18, bold=True))
    if not burnup.points:
        said = "No history yet."
        note = text("note", _MARGIN, 76, said)
        return document((_WIDTH, 120.0), burnup.title, said, title, note)
    today = day_number(burnup.today)
    steps = burnup_steps(burnup)
    span = burnup_span(burnup)
    ticks = number_ticks(highest_count(burnup), _MOST_TICKS)
    left = _MARGIN + text_width(str(ticks[-1]), 11) + 10
    right = _WIDTH - _MARGIN - 10 - max(text_width(words, 12) for words, _ in _ends(steps[-1]))
    marks = (Mark(burnup.target, "", "target"),) if burnup.target else ()
    flags = place_flags(flag_marks(marks, today, span), span, left, right)
    top = 84 + _LANE * (1 + max((one.lane for one in flags), default=-1))
    frame = _Frame(left, right, top, span, last_known(burnup, span), float(ticks[-1]))
    return document(
        (_WIDTH, frame.bottom + 72),
        burnup.title,
        _describe(steps[-1], burnup),
        title,
        text("note", _MARGIN, 56, say_range(span.first, span.last, today)),
        *_draw_axes(frame, ticks),
        *(_draw_band(burnup.band, frame) if burnup.band else []),
        *_draw_steps(steps, frame),
        *draw_flags(flags, top - 12, _LANE, frame.bottom),
        *_draw_ends(steps[-1], frame),
        *(_draw_mark(mark, steps, frame, today) for mark in burnup.marks),
        _draw_legend(burnup, steps, frame.bottom + 52),
    )


def _describe(last: Step, burnup: Burnup) -> str:
    today = day_number(burnup.today)
    target = f"; target {say_day(day_number(burnup.target), today)}" if burnup.target else ""
    return f"{last.done} done of {last.scope} in scope on {say_day(last.day, today)}{target}."


def _ends(last: Step) -> list[tuple[str, float]]:
    """What is written at the ends of the lines, the highest first, and at which count."""
    ends = [(f"{last.scope} in scope", float(last.scope)), (f"{last.done} done", float(last.done))]
    if last.cancelled:
        ends.insert(0, (f"{last.cancelled} cancelled", float(last.scope + last.cancelled)))
    return ends


def _draw_axes(frame: _Frame, ticks: list[int]) -> list[str]:
    parts = []
    for tick in ticks:
        y = frame.y(tick)
        parts.append(line("hairline", frame.left, y, frame.right, y))
        parts.append(text("small", frame.left - 8, y + 4, str(tick), "end"))
    room = frame.right - frame.left
    for day, label in time_ticks(frame.span, room, lambda label: text_width(label, 11) + 12):
        x = frame.left + frame.span.place(day, room)
        parts.append(line("edge", x, frame.bottom, x, frame.bottom + 5))
        parts.append(text("small", x + 4, frame.bottom + 16, label))
    return parts


def _draw_band(band: Band, frame: _Frame) -> list[str]:
    if not band.points:
        return []
    places = [(frame.x(day_number(day)), counts) for day, *counts in band.points]
    low = [(x, frame.y(counts[0])) for x, counts in places]
    middle = [(x, frame.y(counts[1])) for x, counts in places]
    high = [(x, frame.y(counts[2])) for x, counts in places]
    around = _through(low + high[::-1])
    return [path("moving-haze", *around, "Z"), path("moving-line", *_through(middle))]


def _through(points: list[tuple[float, float]]) -> list[str | float]:
    steps: list[str | float] = []
    for x, y in points:
        steps += ["L" if steps else "M", x, y]
    return steps


def _draw_steps(steps: list[Step], frame: _Frame) -> list[str]:
    done = _stairs([(step.day, step.done) for step in steps], frame)
    scope = _stairs([(step.day, step.scope) for step in steps], frame)
    first, last = frame.x(steps[0].day), frame.x(frame.known)
    area = [*done, "V", frame.bottom, "H", first, "Z"]
    parts = [path("done-wash", *area)]
    if any(step.cancelled for step in steps):
        all_ever = [(step.day, step.scope + step.cancelled) for step in steps]
        parts.append(path("muted-dots", *_stairs(all_ever, frame)))
    for count in sorted({steps[-1].done, steps[-1].scope}):
        y = frame.y(count)
        parts.append(line("muted-dots", last, y, frame.right, y))
    return [*parts, path("muted-line", *scope), path("done-line", *done)]


def _stairs(counts: list[tuple[int, int]], frame: _Frame) -> list[str | float]:
    (day, count), *rest = counts
    steps: list[str | float] = ["M", frame.x(day), frame.y(count)]
    for day, count in rest:
        steps += ["H", frame.x(day), "V", frame.y(count)]
    return [*steps, "H", frame.x(frame.known)]


def _draw_ends(last: Step, frame: _Frame) -> list[str]:
    """A dot where each line ends, and the last counts beside the picture, one under the other."""
    x = frame.x(frame.known)
    parts = [
        circle("muted-fill", x, frame.y(last.scope), 2.5),
        circle("done-fill", x, frame.y(last.done), 3.5),
    ]
    lowest = frame.top - 100.0
    for words, count in _ends(last):
        y = max(frame.y(count) + 4, lowest + 16)
        kind = "strong" if words.endswith("done") else "note"
        parts.append(text(kind, frame.right + 8, y, words))
        lowest = y
    return parts


def _draw_mark(mark: Mark, steps: list[Step], frame: _Frame, today: int) -> str:
    """A small dot on the line of what was done by that day."""
    day = day_number(mark.day)
    done = max((step for step in steps if step.day <= day), default=steps[0]).done
    dot = circle("mark", frame.x(day), frame.y(done), 3.5)
    return group(f"{mark.label or mark.kind}, {say_day(day, today)}", dot)


def _draw_legend(burnup: Burnup, steps: list[Step], y: float) -> str:
    x = _MARGIN
    entries = [("done-line", "done"), ("muted-line", "scope")]
    if any(step.cancelled for step in steps):
        entries.append(("muted-dots", "with what was cancelled"))
    if burnup.band:
        entries.append(("moving-line", "forecast"))
    if burnup.marks:
        entries.append(("mark", "phase completed"))
    parts = ""
    for kind, word in entries:
        if kind == "moving-line":
            parts += rectangle("moving-haze", x, y - 9, 18, 10)
        mark = kind == "mark"
        parts += circle(kind, x + 9, y - 4, 3.5) if mark else line(kind, x, y - 4, x + 18, y - 4)
        parts += text("small", x + 24, y, word)
        x += 24 + text_width(word, 11) + 14
    return parts
