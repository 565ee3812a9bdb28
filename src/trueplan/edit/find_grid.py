"""The table of a section whose columns say a certain thing."""

from __future__ import annotations

from trueplan.edit.document import Document
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
