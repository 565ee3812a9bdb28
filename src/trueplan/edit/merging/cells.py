"""A row of a table that both sides changed, cell by cell."""

from __future__ import annotations

from trueplan.edit.table import display_width
from trueplan.text.pattern import Pattern

_PIPE = Pattern(r"(?<!\\)\|")


def merge_row(base: str, ours: str, theirs: str) -> str | None:
    """The row with the cells that each side changed; None where both changed one, or the columns.

    Padding is ours where we changed it, so that a table that one side aligned stays aligned.
    """
    rows = [_PIPE.split(text) for text in (base, ours, theirs)]
    if len({len(row) for row in rows}) != 1:
        return None
    cells = [
        _merge_cell(*three, last=column == len(rows[0]) - 1)
        for column, three in enumerate(zip(*rows, strict=True))
    ]
    found = [cell for cell in cells if cell is not None]
    return "|".join(found) if len(found) == len(cells) else None


def _merge_cell(base: str, ours: str, theirs: str, *, last: bool) -> str | None:
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    old, one, other = base.strip(), ours.strip(), theirs.strip()
    if one == other or other == old:
        return ours
    if one != old:
        return None
    if last or display_width(ours) == display_width(base):
        return theirs
    return _padded(theirs, ours)


def _padded(cell: str, model: str) -> str:
    """A cell as wide as `model`, if it has the room."""
    words = cell.strip()
    lead = cell[: len(cell) - len(cell.lstrip())]
    room = display_width(model) - display_width(words) - len(lead)
    return f"{lead}{words}{' ' * max(room, 1 if cell.endswith(' ') else 0)}"
