"""Add a risk: a row of the table of risks, an item of their list, or a heading of its own."""

from __future__ import annotations

from trueplan.edit.create_section import create_section, ensure_creatable, find_section
from trueplan.edit.document import Document
from trueplan.edit.find_grid import fill_cells, find_grid
from trueplan.edit.guidance_place import give_way
from trueplan.edit.lists import blocks_between, fill_section
from trueplan.edit.table import add_row, escape_cell
from trueplan.errors import NoPlace
from trueplan.reader.tables import Grid
from trueplan.reader.vocabulary import RATINGS
from trueplan.reader.words import normalise
from trueplan.record import Record
from trueplan.text import Edit, newline_near

_HEAD = "| Risk | Likelihood | Impact | Mitigation |"
_DASHES = "|------|------------|--------|------------|"


class NewRisk(Record):
    """A risk as it is asked for; "" is what nobody has said."""

    text: str
    likelihood: str = ""
    impact: str = ""
    mitigation: str = ""


def add_risk(document: Document, risk: NewRisk, *, create: bool = False) -> tuple[Edit, ...]:
    """The edits that add a risk where the others are. Raises NoPlace.

    `create` makes the section where there is none.
    """
    section = find_section(document, "risks")
    if section is None:
        ensure_creatable("risks", create=create, what="for risks")
        newline = newline_near(document.source, 0)
        ratings = [rating_word(document, one) for one in (risk.likelihood, risk.impact)]
        cells = (risk.text, *ratings, risk.mitigation)
        row = f"| {' | '.join(escape_cell(cell) for cell in cells)} |"
        return create_section(document, "risks", newline.join((_HEAD, _DASHES, row)))
    found = find_grid(document, section, "risk")
    if found is not None:
        table, grid = found
        edit = add_row(document.source, table, _cells(grid, risk, document))
        return (*give_way(document, section, table.start), edit)
    blocks = blocks_between(document, section.heading.end, section.span.end)
    if not blocks and document.plan.risks:
        raise NoPlace(
            "the risks of this plan are sections of their own", help="write one more by hand"
        )
    return (fill_section(document, section.heading, section.span, _item(risk)),)


def rating_word(document: Document, rating: str) -> str:
    """A rating as the risks of this plan spell it: "Med" where others say so for "medium"."""
    meaning = RATINGS.get(rating.lower())
    cells = [cell for risk in document.plan.risks for cell in (risk.likelihood, risk.impact)]
    others = [cell.value for cell in cells if cell is not None and cell.value]
    for other in others:
        if meaning and RATINGS.get(normalise(other)) == meaning:
            return other
    capital = all(other[0].isupper() for other in others)
    return rating.capitalize() if capital and rating.islower() else rating


def _cells(grid: Grid, risk: NewRisk, document: Document) -> list[str]:
    values = {
        "risk": risk.text,
        "likelihood": rating_word(document, risk.likelihood),
        "impact": rating_word(document, risk.impact),
        "mitigation": risk.mitigation,
    }
    cells = fill_cells(grid, values, "risks")
    number = next(
        (at for at, head in enumerate(grid.head) if head in ("#", "id", "no", "nr")), None
    )
    if number is not None:
        cells[number] = _next_number(grid, number)
    return cells


def _next_number(grid: Grid, column: int) -> str:
    """The number behind the last one: R3 behind R2."""
    last = grid.rows[-1].cell(column) if grid.rows else None
    if last is None:
        return "1"
    letters = last.value.rstrip("0123456789")
    digits = last.value[len(letters) :]
    return f"{letters}{int(digits) + 1:0{len(digits)}}" if digits else ""


def _item(risk: NewRisk) -> str:
    """A risk in a list: its words, how likely and how bad it is, what is done about it."""
    ratings = [
        f"{name} {value}"
        for name, value in (("likelihood", risk.likelihood), ("impact", risk.impact))
        if value
    ]
    words = risk.text + (f" ({', '.join(ratings)})" if ratings else "")
    return f"**{words}**. Mitigation: {risk.mitigation}" if risk.mitigation else f"**{words}**"
