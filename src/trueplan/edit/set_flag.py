"""Set how far a feature flag is rolled out."""

from __future__ import annotations

import re

from trueplan.edit.create_section import find_section
from trueplan.edit.document import Document
from trueplan.edit.find_grid import find_grid
from trueplan.edit.find_item import find_listed
from trueplan.edit.table import find_row, set_cell
from trueplan.errors import NoPlace
from trueplan.model.plan import Flag
from trueplan.text import Edit

_PERCENT = re.compile(rb"(?<![\w.])-?\d+(?:[.,]\d+)?(\s*%)")


def set_rollout(document: Document, flag: Flag, percentage: str) -> tuple[Edit, ...]:
    """The edits that make a flag say that it is on for `percentage`, a number without its sign.

    The number that stands there changes and nothing around it; where none does, it is added.
    Raises NoPlace where a table of flags has no column for it.
    """
    source = document.source
    if flag.percentage_span is not None:
        match = _PERCENT.search(source, *flag.percentage_span)
        if match is not None:
            return (Edit(match.start(), match.start(1), percentage),)
    section = find_section(document, "flags")
    found = find_grid(document, section, "flag") if section is not None else None
    if found is not None and found[0].start <= flag.span.start < found[0].end:
        table, grid = found
        column = grid.column("rollout")
        row = find_row(source, table, flag.name.span.start)
        if column is None or row is None:
            raise NoPlace(
                "the table of flags has no column for the rollout", help="add the column by hand"
            )
        return (set_cell(source, table, row, column, f"{percentage} %"),)
    listed = find_listed(document, flag.span.start)
    if listed is None:
        raise NoPlace(f"the flag {flag.name.value} has no place for a percentage")
    item = listed[1]
    end = item.start + len(source[item.start : item.lead_end].rstrip())
    said = f"on for {percentage} % of users"
    last = source[end - 1 : end]
    if last == b".":
        return (Edit(end, end, f" O{said[1:]}."),)
    joint = ":" if last == b"`" else "" if last in (b";", b",") else ";"
    return (Edit(end, end, f"{joint} {said}"),)
