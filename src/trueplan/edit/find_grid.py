"""The table of a section whose columns say a certain thing, and the cells of a new row of it."""

from __future__ import annotations

from collections.abc import Mapping

from trueplan.edit.document import Document
from trueplan.errors import NoPlace
from trueplan.markdown import Table
from trueplan.model.plan import Section
from trueplan.reader.source import Source
from trueplan.reader.tables import Grid, read_grid


def find_grid(document: Document, section: Section, meaning: str) -> tuple[Table, Grid] | None:
    """The first table below a heading that has a column for `meaning`, and its cells."""
    source = Source(document.markdown)
    for block in document.markdown.blocks:
        if isinstance(block, Table) and section.span.contains(block.span):
            grid = read_grid(block, source)
            if grid.column(meaning) is not None:
                return block, grid
    return None


def fill_cells(grid: Grid, values: Mapping[str, str], what: str) -> list[str]:
    """The cells of a new row in the table of `what`, each value in the column of its meaning.

    Raises NoPlace for a value that has no column.
    """
    cells = [""] * len(grid.head)
    for meaning, value in values.items():
        column = grid.column(meaning)
        if column is not None and not cells[column]:
            cells[column] = value
        elif value:
            raise NoPlace(
                f"the table of {what} has no column for the {meaning}",
                help="leave it out, or add the column by hand",
            )
    return cells
