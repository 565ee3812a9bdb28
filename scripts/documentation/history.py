"""The kinds of events in the page about history, out of the table that the answers follow."""

from __future__ import annotations

from pathlib import Path

from documentation.markdown import code, table
from documentation.pages import Pages, fill
from trueplan.history.event import MEANINGS

_PAGE = "docs/guide/history.md"


def history_page(root: Path) -> Pages:
    """The page with its table filled in."""
    page = (root / _PAGE).read_text(encoding="utf-8")
    rows = [(code(kind), meaning) for kind, meaning in MEANINGS.items()]
    return {_PAGE: fill(page, "events", table(("Kind", "What happened"), rows))}
