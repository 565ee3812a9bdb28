"""Source lines with a gutter, the marked place underlined, remarks beside them."""

from __future__ import annotations

from trueplan.app.findings import Place
from trueplan.cli.layout import cut, fitting, pad, width_of
from trueplan.cli.terminal import Terminal
from trueplan.record import Record
from trueplan.text.showable import showable

__all__ = ["render_snippet", "showable"]

_TAB = 4
_FEWEST_GUTTER = 4


class _Line(Record):
    """A line as it is shown, and the columns, from 0, at which the mark starts and ends."""

    text: str
    start: int
    end: int


def render_snippet(place: Place, labels: tuple[Place, ...], terminal: Terminal) -> list[str]:
    """The lines of a finding: its own with the mark below, then one for each label.

    Nothing for a place without text, which is a file as a whole.
    """
    gutter = max(_FEWEST_GUTTER, *(len(str(one.line)) for one in (place, *labels))) + 1
    room = terminal.width - gutter - 3
    lines: list[str] = []
    if place.text.strip():
        shown = _fit(place, room, terminal.ellipsis)
        lines.append(_numbered(place.line, shown.text, gutter, terminal))
        mark = "^" * max(shown.end - shown.start, 1)
        note = f" {showable(place.note)}" if place.note else ""
        if shown.start + len(mark) + width_of(note) > room:
            note = ""  # the message says it too
        lines.append(
            _numbered(None, " " * shown.start + terminal.accent(mark + note), gutter, terminal)
        )
    return lines + _labels(labels, gutter, room, terminal)


def _labels(labels: tuple[Place, ...], gutter: int, room: int, terminal: Terminal) -> list[str]:
    """The labels' lines, their remarks under each other."""
    notes = [showable(label.note) for label in labels]
    widest = max((width_of(note) for note in notes), default=0)
    space = max(room - widest - 2, room // 2)
    texts = [cut(_expand(label.text, 0, 0).text, space, terminal.ellipsis) for label in labels]
    column = max((width_of(text) for text in texts), default=0)
    return [
        _numbered(
            label.line,
            f"{pad(text, column)}  {terminal.accent(note)}".rstrip() if note else text,
            gutter,
            terminal,
        )
        for label, text, note in zip(labels, texts, notes, strict=True)
    ]


def _numbered(line: int | None, text: str, gutter: int, terminal: Terminal) -> str:
    number = "" if line is None else str(line)
    return f"{terminal.dim(f'{number:>{gutter}} │')} {text}".rstrip()


def _fit(place: Place, room: int, ellipsis: str) -> _Line:
    """The place's line in `room` columns; of a long one, the part around the mark."""
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(place.text)
    shown = _expand(place.text, start, end)
    if width_of(shown.text) <= room:
        return shown
    side = width_of(ellipsis)
    begin = 0
    if shown.end > room - side:
        begin = max(min(shown.start - room // 4, width_of(shown.text) - room + side), 0)
    kept, offset = _from_column(shown.text, begin)
    if begin:
        kept, offset = ellipsis + kept, offset - side
    text = cut(kept, room, ellipsis)
    return _Line(text, max(shown.start - offset, 0), min(shown.end - offset, width_of(text)))


def _from_column(text: str, column: int) -> tuple[str, int]:
    """`text` from a column on, and the column at which it really begins."""
    position = fitting(text, column)
    at = width_of(text[:position])
    if at < column and position < len(text):  # a wide character stands across the column
        position, at = position + 1, at + width_of(text[position])
    return text[position:], at


def _expand(text: str, start: int, end: int) -> _Line:
    """`text` as it is shown, with the columns of two of its characters."""
    if "\t" not in text:
        shown = showable(text)
        return _Line(shown.rstrip(), width_of(shown[:start]), width_of(shown[:end]))
    pieces: list[str] = []
    at = 0
    first = last = 0
    for position, sign in enumerate(showable(text)):
        if position == start:
            first = at
        if position == end:
            last = at
        piece = " " * (_TAB - at % _TAB) if sign == "\t" else sign
        pieces.append(piece)
        at += width_of(piece)
    if start >= len(text):
        first = at
    if end >= len(text):
        last = at
    return _Line("".join(pieces).rstrip(), first, last)
