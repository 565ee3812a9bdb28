"""The states and moves of the guide, out of the table that the commands follow."""

from __future__ import annotations

from pathlib import Path

from documentation.pages import Pages, fill
from trueplan.lifecycle.moves import draw_moves, draw_states

_PAGE = "docs/guide/changing.md"


def changing_page(root: Path) -> Pages:
    """The page about changes, its tables filled in."""
    page = (root / _PAGE).read_text(encoding="utf-8")
    for of in ("plan", "phase"):
        page = fill(page, f"states of a {of}", "\n".join(draw_states(of)))
        page = fill(page, f"moves of a {of}", "\n".join(draw_moves(of)))
    return {_PAGE: page}
