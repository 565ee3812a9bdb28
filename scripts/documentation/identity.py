"""The figures of the page about identity, measured where the labelled revisions are to be had."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from documentation.markdown import table
from documentation.pages import Pages, fill

if TYPE_CHECKING:
    from tests.histories.identity import Measured, Tally

_PAGE = "docs/identity.md"
_HEAD = ("", "Revisions", "Same", "Found", "Wrong", "Precision", "Recall")


def identity_page(root: Path) -> Pages:
    """The page with its figures brought up to date; none where there is nothing to measure on."""
    sys.path.append(str(root))
    from tests.histories.identity import measure
    from tests.histories.importing import HISTORIES, import_histories

    if not HISTORIES.is_dir():
        return {}
    with TemporaryDirectory() as folder:
        measured = measure(import_histories(Path(folder)))
    page = (root / _PAGE).read_text(encoding="utf-8")
    page = fill(page, "sentence", _sentence(measured["all"].items))
    page = fill(page, "items", _table({part: (one, one.items) for part, one in measured.items()}))
    reworded = {part: (one, one.reworded) for part, one in measured.items()}
    return {_PAGE: fill(page, "reworded", _table(reworded))}


def _sentence(tally: Tally) -> str:
    matched = tally.right + tally.wrong
    said = f"Of {matched} items that were matched, {tally.wrong or 'none'} was matched wrongly"
    if not tally.wrong:
        bound = 1 - 0.05 ** (1 / matched)  # the rule of three, exactly
        said += f" (so with 95 % confidence fewer than {bound:.1%} of such matches are)"
    same = tally.right + tally.missed
    return f"{said}; of {same} that are the same, {tally.missed} were not known again."


def _table(parts: Mapping[str, tuple[Measured, Tally]]) -> str:
    rows = []
    for part, (measured, tally) in parts.items():
        name = part if part not in ("tuned on", "held out") else f"half {part}"
        same = tally.right + tally.missed
        rows.append(
            (
                f"**{name}**" if part == "all" else name,
                *map(str, (measured.revisions, same, tally.right, tally.wrong)),
                _share(tally.precision),
                _share(tally.recall),
            )
        )
    return table(_HEAD, rows)


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.0%}".replace("%", " %")
