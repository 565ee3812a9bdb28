"""Add a feature flag: a row of the table of flags, or an item of their list."""

from __future__ import annotations

from trueplan.edit.create_section import create_section, ensure_creatable, find_section
from trueplan.edit.document import Document
from trueplan.edit.find_grid import fill_cells, find_grid
from trueplan.edit.guidance_place import give_way
from trueplan.edit.lists import fill_section
from trueplan.edit.table import add_row
from trueplan.errors import NoPlace
from trueplan.reader.tables import Grid
from trueplan.record import Record
from trueplan.text import Edit


class NewFlag(Record):
    """A flag as it is asked for; "" is what nobody has said, `percentage` as people write it."""

    name: str
    purpose: str = ""
    percentage: str = ""
    rollback: str = ""


def add_flag(document: Document, flag: NewFlag, *, create: bool = False) -> tuple[Edit, ...]:
    """The edits that add a flag where the others are. Raises NoPlace.

    `create` makes the section where there is none.
    """
    section = find_section(document, "flags")
    if section is None:
        ensure_creatable("flags", create=create, what="for feature flags")
        return create_section(document, "flags", f"- {_item(flag)}")
    found = find_grid(document, section, "flag")
    if found is not None:
        table, grid = found
        edit = add_row(document.source, table, _cells(grid, flag))
        return (*give_way(document, section, table.start), edit)
    return (fill_section(document, section.heading, section.span, _item(flag)),)


def _cells(grid: Grid, flag: NewFlag) -> list[str]:
    values = {"flag": f"`{flag.name}`", "rollout": flag.percentage, "rollback": flag.rollback}
    cells = fill_cells(grid, values, "flags")
    if flag.purpose:
        if "" not in cells:
            raise NoPlace(
                "the table of flags has no column for what a flag does",
                help="leave --purpose out, or add the column by hand",
            )
        cells[cells.index("")] = flag.purpose
    return cells


def _item(flag: NewFlag) -> str:
    parts = [flag.purpose] if flag.purpose else []
    if flag.percentage:
        parts.append(f"on for {flag.percentage} of users")
    if flag.rollback:
        parts.append(f"rollback: {flag.rollback}")
    return f"`{flag.name}`" + (f": {'; '.join(parts)}" if parts else "")
