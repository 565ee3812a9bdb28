"""Lines that a side moved: taken out in one place, and the same in another."""

from __future__ import annotations

from trueplan.edit.merging.side import Side


def move_together(ours: Side, theirs: Side) -> bool:
    """Whether both sides moved lines across the same stretch, so that no order is what both want.

    The same move on both sides is one move.
    """
    one, other = _moves(ours), _moves(theirs)
    return any(
        first != second and first[0] < second[1] and second[0] < first[1]
        for first in one
        for second in other
    )


def took_moved(ours: Side, theirs: Side) -> bool:
    """Whether a side took out lines that the other moved: they would come back where they went."""
    return any(
        not _is_moved(other, text) and other.text(at) is None
        for side, other in ((ours, theirs), (theirs, ours))
        for at, text in _moved_lines(side)
    )


def _moved_lines(side: Side) -> list[tuple[int, str]]:
    """The lines of the base that say something and stand elsewhere now, with their places."""
    placed = {text for run in side.runs for text in run}
    return [
        (at, text)
        for at, text in enumerate(side.base)
        if side.blocks[at] is not None and text in placed and any(map(str.isalnum, text))
    ]


def _is_moved(side: Side, text: str) -> bool:
    return any(text in run for run in side.runs)


def _moves(side: Side) -> set[tuple[int, int, str]]:
    """From where to where in the base each line moved, the smaller offset first."""
    gone: dict[str, int] = {}
    for at, block in enumerate(side.blocks):
        text = side.base[at]
        if block is not None and text.strip():
            gone.setdefault(text, at)
    return {
        (min(gone[text], gap), max(gone[text] + 1, gap), text)
        for gap, run in enumerate(side.runs)
        for text in run
        if text in gone
    }
