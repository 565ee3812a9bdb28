"""A histogram of days as lines for a terminal."""

from __future__ import annotations

from trueplan.chart.day import say_day, say_range
from trueplan.chart.histogram import Bin, Histogram, numbered_bins
from trueplan.chart.line import Line, LineStyle, Piece, cut_line, flow, join_pieces
from trueplan.record import Record
from trueplan.text.columns import pad
from trueplan.text.day import day_number
from trueplan.text.showable import showable_line

_EIGHTHS = " ▏▎▍▌▋▊▉"
_LONGEST_BAR = 40
_SHARE = 5  # columns of a percentage


class _Note(Record):
    """Words that belong to a day."""

    day: int
    words: str
    style: LineStyle


def histogram_lines(histogram: Histogram, width: int, unicode: bool) -> list[Line]:
    """A row for each stretch of days: the days, a bar, its share, the levels and target in it."""
    head = (Piece(showable_line(histogram.title), "bold"),)
    if not histogram.bins:
        return [*flow([head], width, unicode), (Piece("nothing to forecast", "dim"),)]
    today = day_number(histogram.today)
    notes = _notes(histogram, today)
    rows = _with_places_for(notes, numbered_bins(histogram))
    names = [say_range(one.first, one.last, today) for one in rows]
    name = max(len(one) for one in names)
    said = [_said(one, notes) for one in rows]
    longest = max(sum(len(piece.text) for piece in pieces) for pieces in said)
    bar = max(min(width - name - _SHARE - longest - 6, _LONGEST_BAR), 4)
    most = max(one.share for one in rows) or 1.0
    target = day_number(histogram.target) if histogram.target else None
    lines = flow([head], width, unicode)
    for one, words, pieces in zip(rows, names, said, strict=True):
        late = target is not None and one.first > target
        row = [
            Piece(pad(words, name) + "  ", "dim"),
            Piece(pad(_bar(one.share / most, bar, unicode), bar), "accent" if late else ""),
            Piece(f" {_percent(one.share):>{_SHARE}}", "dim" if one.share else ""),
            *([Piece("  "), *pieces] if pieces else []),
        ]
        lines.append(cut_line(join_pieces(row), width, unicode))
    return lines


def _notes(histogram: Histogram, today: int) -> list[_Note]:
    notes = [
        _Note(day_number(day), f"{level} % {say_day(day_number(day), today)}", "bold")
        for level, day in histogram.levels
    ]
    if histogram.target:
        day = day_number(histogram.target)
        notes.append(_Note(day, f"target {say_day(day, today)}", "accent"))
    return sorted(notes)


def _with_places_for(notes: list[_Note], bins: list[Bin]) -> list[Bin]:
    """The bins, and empty ones for days that none of them holds."""
    rows = list(bins)
    for note in notes:
        if not any(one.first <= note.day <= one.last for one in rows):
            rows.append(Bin(note.day, note.day, 0.0))
    return sorted(rows)


def _said(one: Bin, notes: list[_Note]) -> list[Piece]:
    pieces: list[Piece] = []
    for note in notes:
        if one.first <= note.day <= one.last:
            pieces += [*([Piece(", ", "dim")] if pieces else []), Piece(note.words, note.style)]
    return pieces


def _bar(share: float, width: int, unicode: bool) -> str:
    eighths = round(share * width * 8)
    if share and not eighths:
        eighths = 1
    if not unicode:
        return "#" * max(eighths // 8, 1 if share else 0)
    full, part = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[part] if part else "")


def _percent(share: float) -> str:
    if not share:
        return ""
    whole = round(share * 100)
    return f"{whole} %" if whole else "<1 %"
