"""Which line of a changed version each line of the old one became."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from trueplan.edit.merging.likeness import ALIKE, Print, likeness, print_of
from trueplan.edit.merging.shape import bare_line

GONE = -1
_WIDEST = 60_000  # pairs of lines that are compared with each other, one by one


class TooDifferent(Exception):
    """Too little is left of the old version to say what became of its lines."""


def align(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """For each line of `old` the number of its line in `new`, or GONE; the numbers only rise.

    Lines are the same where their words are, whatever their boxes, bullets and padding say; among
    those that are not, like ones are. Raises TooDifferent.
    """
    return _Alignment(old, new).run()


class _Alignment:
    """One use, one pair of versions."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old, self.new = old, new
        known: dict[str, str] = {}
        for text in (*old, *new):
            if text not in known:
                known[text] = bare_line(text)
        self.old_keys = [known[text] for text in old]
        self.new_keys = [known[text] for text in new]
        self.found = [GONE] * len(old)

    def run(self) -> list[int]:
        pending = [(0, len(self.old), 0, len(self.new))]
        while pending:
            start, end, first, last = self._trim(*pending.pop())
            if start == end or first == last:
                continue
            anchors = self._anchors(start, end, first, last)
            if not anchors:
                self._compare(start, end, first, last)
                continue
            for at, there in (*anchors, (end, last)):
                pending.append((start, at, first, there))
                if at < end:
                    self.found[at] = there
                start, first = at + 1, there + 1
        return self.found

    def _trim(self, start: int, end: int, first: int, last: int) -> tuple[int, int, int, int]:
        """Settle the lines that both ranges begin and end with."""
        while start < end and first < last and self.old_keys[start] == self.new_keys[first]:
            self.found[start] = first
            start, first = start + 1, first + 1
        while start < end and first < last and self.old_keys[end - 1] == self.new_keys[last - 1]:
            end, last = end - 1, last - 1
            self.found[end] = last
        return start, end, first, last

    def _anchors(self, start: int, end: int, first: int, last: int) -> list[tuple[int, int]]:
        """The lines that stand once in each range, as many as are in the same order."""
        places = _singles(self.old_keys, start, end)
        there = _singles(self.new_keys, first, last)
        pairs = [(at, there[key]) for key, at in places.items() if at >= 0 <= there.get(key, GONE)]
        return _longest_rise(sorted(pairs))

    def _compare(self, start: int, end: int, first: int, last: int) -> None:
        """Pair the lines of two ranges so that what is paired is as alike as can be."""
        height, width = end - start, last - first
        if height * width > _WIDEST:
            raise TooDifferent
        old = [print_of(text) for text in self.old[start:end]]
        new = [print_of(text) for text in self.new[first:last]]
        worth = [[_worth(one, other) for other in new] for one in old]
        best = [[0.0] * (width + 1) for _ in range(height + 1)]
        for row in range(height - 1, -1, -1):
            below, here = best[row + 1], best[row]
            for column in range(width - 1, -1, -1):
                paired = worth[row][column] and worth[row][column] + below[column + 1]
                here[column] = max(paired, below[column], here[column + 1])
        row = column = 0
        while row < height and column < width:
            if worth[row][column] and (
                best[row][column] == worth[row][column] + best[row + 1][column + 1]
            ):
                self.found[start + row] = first + column
                row, column = row + 1, column + 1
            elif best[row][column] == best[row + 1][column]:
                row += 1
            else:
                column += 1


def _worth(one: Print, other: Print) -> float:
    if one.bare == other.bare:
        return 2.0 if one.kind != "blank" else 0.3
    alike = likeness(one, other)
    return alike if alike >= ALIKE else 0.0


def _singles(keys: list[str], start: int, end: int) -> dict[str, int]:
    """The keys in a range with their places; GONE for one that stands there several times."""
    found: dict[str, int] = {}
    for at in range(start, end):
        key = keys[at]
        if key.strip():
            found[key] = GONE if key in found else at
    return found


def _longest_rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of `pairs` in which both numbers rise."""
    ends: list[int] = []
    heads: list[int] = []
    before: list[int] = []
    for number, (_, there) in enumerate(pairs):
        length = bisect_left(ends, there)
        before.append(heads[length - 1] if length else GONE)
        if length == len(ends):
            ends.append(there)
            heads.append(number)
        else:
            ends[length], heads[length] = there, number
    found: list[tuple[int, int]] = []
    at = heads[-1] if heads else GONE
    while at != GONE:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]
