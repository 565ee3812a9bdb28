"""A place in a file."""

from __future__ import annotations

from trueplan.record import Record


class Span(Record):
    """A half-open range of byte offsets into the file as it is on disk: `start <= end`."""

    start: int
    end: int

    def slice(self, source: bytes) -> bytes:
        """The bytes that the span covers."""
        return source[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies inside this span, ends included."""
        return self.start <= other.start and other.end <= self.end
