"""Where the sides contradict, and what of it is really in dispute."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trueplan.edit.merging.elements import Elements
from trueplan.edit.merging.shape import read_line
from trueplan.edit.merging.side import Side
from trueplan.record import Record


class Region(Record):
    """A range of elements that is in dispute."""

    start: int
    end: int


class Dispute(Record):
    """What each side says, and the lines before and behind on which they agree; `base` has all."""

    before: tuple[str, ...]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    behind: tuple[str, ...]
    base: tuple[str, ...] = ()


def find_regions(elements: Elements, disputed: Iterable[int]) -> list[Region]:
    """The ranges around elements that contradict; lines and what replaced them stay together."""
    found: list[Region] = []
    for element in disputed:
        region = _grown(elements, Region(element, element + 1))
        while found and found[-1].end > region.start:
            before = found.pop()
            region = _grown(elements, Region(before.start, max(before.end, region.end)))
        found.append(region)
    return found


def read_dispute(elements: Elements, start: int, end: int) -> Dispute:
    """What is in dispute between two elements.

    Both sides are empty where, looked at as a whole, nothing is.
    """
    inside = range(start, end)
    ours, theirs = (
        [line for element in inside for line in elements.on(side, element)]
        for side in (elements.ours, elements.theirs)
    )
    base = [line for element in inside for line in elements.unchanged(element)]
    if ours == theirs or theirs == base:
        return Dispute(tuple(ours), (), (), ())
    if ours == base:
        return Dispute(tuple(theirs), (), (), ())
    ahead = _shared(ours, theirs)
    behind = _shared(ours[ahead:][::-1], theirs[ahead:][::-1])
    return Dispute(
        tuple(ours[:ahead]),
        tuple(ours[ahead : len(ours) - behind]),
        tuple(theirs[ahead : len(theirs) - behind]),
        tuple(ours[len(ours) - behind :]),
        tuple(base),
    )


def _grown(elements: Elements, region: Region) -> Region:
    """A region with all that a side replaced in one go, if it has a part of that."""
    sides = ((elements.ours, elements.theirs), (elements.theirs, elements.ours))
    while True:
        start, end = region
        for side, other in sides:
            for block in _claimed(side, other, region):
                start = min(start, 2 * block.start + 1)
                end = max(end, 2 * block.stop + 1)
        if (start, end) == region:
            return region
        region = Region(start, end)


def _claimed(side: Side, other: Side, region: Region) -> list[range]:
    """The lines that a side took out, where it put others there or the other side added some.

    So too where one that the other side changed hangs on lines before it, as a subtask does: alone
    it would stand below something else.
    """
    found = []
    for element in range(region.start, region.end):
        gap = element // 2
        at = gap if element % 2 else gap - 1
        block = side.blocks[at] if at >= 0 else None
        added = not element % 2 and other.runs[gap]
        if block is None:
            continue
        hangs = element % 2 and other.text(at) is not None and _hangs(other.base, block, at)
        if side.runs[block.stop] or added or hangs:
            found.append(block)
    return found


def _hangs(base: Sequence[str], block: range, at: int) -> bool:
    """Whether a line hangs on one before it: a parent, a heading, the head of its table."""
    line = read_line(base[at])
    before = [read_line(base[one]) for one in range(block.start, at)]
    return any(
        one.kind == "heading"
        or (one.kind == "item" and one.indent < line.indent)
        or (one.kind == line.kind == "row" and not one.words.strip("|-: \t"))
        for one in before
    )


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines two ranges begin with in common."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count
