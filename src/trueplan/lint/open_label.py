"""The second place of a finding about open work."""

from __future__ import annotations

from trueplan.lint.finding import Label
from trueplan.model.item import Item
from trueplan.text import Span


def open_label(item: Item) -> Label:
    """Points at an open box and its words."""
    start = item.marker.start if item.marker else item.text_span.start
    return Label(Span(start, item.text_span.end), "open")
