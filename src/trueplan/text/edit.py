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


def edit_between(before: bytes, after: bytes) -> Edit:
    """The one edit that makes `after` of `before`: without what both begin and end with."""
    ahead = 0
    shorter = min(len(before), len(after))
    while ahead < shorter and before[ahead] == after[ahead]:
        ahead += 1
    while ahead and _inside_letter(before, ahead):
        ahead -= 1
    behind = 0
    while behind < shorter - ahead and before[-1 - behind] == after[-1 - behind]:
        behind += 1
    while behind and _inside_letter(before, len(before) - behind):
        behind -= 1
    return Edit(ahead, len(before) - behind, after[ahead : len(after) - behind].decode())


def _inside_letter(source: bytes, offset: int) -> bool:
    """Whether an offset lies between the bytes of one letter of UTF-8."""
    return offset < len(source) and 0x80 <= source[offset] < 0xC0
