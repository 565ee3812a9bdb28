"""Set what a plan says of a risk: likelihood, impact, mitigation, its words."""

from __future__ import annotations

from trueplan.edit.add_risk import rating_word
from trueplan.edit.create_section import find_section
from trueplan.edit.document import Document
from trueplan.edit.find_grid import find_grid
from trueplan.edit.find_item import find_listed
from trueplan.edit.table import find_row, set_cell
from trueplan.errors import NoPlace
from trueplan.model.plan import Risk
from trueplan.text import Edit

RISK_FIELDS = ("likelihood", "impact", "mitigation", "text")


def set_risk(document: Document, risk: Risk, field: str, value: str) -> tuple[Edit, ...]:
    """The edits that make a risk say `value`, a rating spelt as the others of the plan are.

    Raises NoPlace where the risk has no place for it.
    """
    words = " ".join(value.split())
    if field in ("likelihood", "impact"):
        words = rating_word(document, words)
    section = find_section(document, "risks")
    found = find_grid(document, section, "risk") if section is not None else None
    if found is not None and found[0].start <= risk.span.start < found[0].end:
        table, grid = found
        column = grid.column("risk" if field == "text" else field)
        row = find_row(document.source, table, risk.text.span.start)
        if column is None or row is None:
            raise NoPlace(
                f"the table of risks has no column for {field}", help="add the column by hand"
            )
        return (set_cell(document.source, table, row, column, words),)
    place = {
        "likelihood": risk.likelihood,
        "impact": risk.impact,
        "mitigation": risk.mitigation,
        "text": risk.text,
    }[field]
    in_list = find_listed(document, risk.span.start) is not None
    if (
        place is None
        or (in_list and field == "text")
        or (field != "text" and place.span == risk.text.span)
    ):
        raise NoPlace(
            f"the risk has no place for its {field} but its own words", help="edit it by hand"
        )
    return (Edit(place.span.start, place.span.end, words),)
