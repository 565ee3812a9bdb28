"""A day as a plan writes it."""

from __future__ import annotations

from trueplan.record import Record
from trueplan.text import Span


class Date(Record):
    """A date as written (`raw`, at `span`).

    `first` and `last` are ISO days and the same but for a month or a quarter. An impossible or
    unreadable date has neither; `impossible` tells them apart.
    """

    raw: str
    span: Span
    first: str | None
    last: str | None
    impossible: bool = False
