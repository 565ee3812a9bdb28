"""The table of the template's elements, out of the outline that the reader uses."""

from __future__ import annotations

from pathlib import Path

from documentation.markdown import code, table
from documentation.pages import Pages, fill
from trueplan.model.outline import HEADER, SECTIONS

_PAGE = "docs/guide/template.md"
# What is read of each section; one that is missing here is an error.
_READ: dict[str, str] = {
    "overview": "see its two parts",
    "objective": "problem, target users, expected impact and success metrics, by their labels",
    "summary": "architecture, components, integration points, dependencies",
    "phases": "the phases, see above",
    "approach": "see its four parts",
    "architecture": "its points",
    "technologies": "its points",
    "patterns": "its points",
    "database": "its points",
    "testing": "see its four kinds; goals for coverage and the first table as device matrix",
    "unit": "its points; those that speak of coverage are goals for it",
    "integration": "its points",
    "manual": "its points",
    "user-acceptance": "its points",
    "rollout": "see its three parts",
    "steps": "the steps in order",
    "flags": "each flag's name (in code or bold), the percentage of users, the way back",
    "migration": "its points; those that speak of rollback are the way back",
    "risks": "each risk with likelihood, impact and mitigation, by the names of the columns",
    "criteria": "boxes under the three headings, and those under none",
    "functional": "requirements with their boxes",
    "nonfunctional": "requirements with their boxes",
    "gates": "gates with their boxes",
    "progress": "see its two parts",
    "completed-phases": "per line the phase, its box, its words of state, a date, the first link",
    "journals": "the links",
    "references": "the links",
    "notes": "each item, with the day that it starts with",
    "retrospective": "whether it says anything: TBD and the like do not",
    "well": "its points",
    "improve": "its points",
    "lessons": "its points",
    "repeat": "its points",
}


def template_page(root: Path) -> Pages:
    """The page with its tables brought up to date."""
    page = (root / _PAGE).read_text(encoding="utf-8")
    fields = [(code(f"**{one.label}**:"), _owed(one.required)) for one in HEADER]
    page = fill(page, "header", table(("Field", ""), fields))
    sections = [
        (code(f"{'#' * one.level} {one.heading}"), _owed(one.required), _READ[one.element])
        for one in SECTIONS
    ]
    return {_PAGE: fill(page, "sections", table(("Heading", "", "What is read"), sections))}


def _owed(required: bool) -> str:
    return "owed" if required else ""
