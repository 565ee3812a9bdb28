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
