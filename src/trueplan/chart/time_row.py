"""An axis of days as one row of a terminal."""

from __future__ import annotations

from trueplan.chart.axis import Span, time_ticks
from trueplan.chart.line import Piece


def column_of(span: Span, day: int, columns: int) -> int:
    """The column that a day begins in; one outside of the axis goes to its nearer end."""
    return min(max((day - span.first) * columns // span.days, 0), columns - 1)


def end_column_of(span: Span, day: int, columns: int) -> int:
    """The column that a day ends in, not before the one that it begins in."""
    end = ((day + 1 - span.first) * columns - 1) // span.days
    return min(max(end, column_of(span, day, columns)), columns - 1)


def axis_row(span: Span, columns: int) -> list[Piece]:
    """The ticks of the axis at their columns, dim."""
    row = ""
    # One column more, for the gap that the last label does not need.
    for tick in time_ticks(span, columns, lambda label: len(label) + 2):
        row = f"{row:{column_of(span, tick.day, columns)}}{tick.label}"
    return [Piece(row, "dim")]
