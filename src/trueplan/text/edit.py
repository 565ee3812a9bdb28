"""A change to a file: bytes at a span give way to text."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.errors import OverlappingEdits
from trueplan.record import Record


class Edit(Record):
    """Replace the bytes `start..end` by `text`; an empty range inserts."""

    start: int
    end: int
    text: str


def apply_edits(source: bytes, edits: Iterable[Edit]) -> bytes:
    """Splice `edits` into `source`; every byte outside their ranges stays.

    Insertions at one place keep the order in which they were given.
    Raises OverlappingEdits where two ranges share a byte or one leaves the source.
    """
    pieces: list[bytes] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < position or edit.end < edit.start or edit.end > len(source):
            raise OverlappingEdits(
                f"two changes claim the bytes around offset {edit.start}",
                help="apply one of them, then look again",
            )
        pieces += (source[position : edit.start], edit.text.encode())
        position = edit.end
    pieces.append(source[position:])
    return b"".join(pieces)
