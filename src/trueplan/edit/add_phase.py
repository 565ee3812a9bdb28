"""Add a phase behind the last one, in its form, with its row in the list of phases."""

from __future__ import annotations

from trueplan.edit.create_section import create_section, find_section
from trueplan.edit.document import Document
from trueplan.edit.find_item import find_listed
from trueplan.edit.labels import PHASE_LABELS
from trueplan.edit.lists import add_items
from trueplan.edit.next_number import next_number
from trueplan.edit.phase_heading import next_heading
from trueplan.edit.phase_section import AskedPhase, add_section, write_value
from trueplan.edit.row_state import RowState, new_row
from trueplan.edit.table import add_row, find_table
from trueplan.edit.template import NewPhase, write_phase
from trueplan.errors import NoPlace
from trueplan.model.phase import Phase
from trueplan.text import Edit, newline_near


def add_phase(document: Document, asked: AskedPhase, *, create: bool = False) -> tuple[Edit, ...]:
    """The edits that add a phase and, where the plan lists its phases, its row there.

    Parts that the last phase has and nobody has said anything of get their label and guidance,
    where the plan has guidance. `create` makes the section for phases where a plan has none yet.
    Raises NoPlace where no phase can be added.
    """
    phases = document.plan.phases
    if not phases:
        return _first(document, asked, create=create)
    last = phases[-1]
    if not isinstance(last.level, int):
        _ensure_room(last, asked)
    number = next_number([phase.number for phase in phases])
    if last.level == "table":
        edit = _row(document, last, number, asked)
    elif last.level == "list":
        edit = _item(document, last, number, asked)
    else:
        edit = add_section(document, last, number, asked)
    if not number or not document.plan.progress.rows:
        return (edit,)
    fresh = last._replace(number=number)
    return (edit, *new_row(document, fresh, RowState("planned", "Not Started", "")))


def _ensure_room(last: Phase, asked: AskedPhase) -> None:
    """Raise NoPlace where a phase of a table or a list has no place for what was said of it."""
    said = {
        "tasks": bool(asked.tasks) and last.level == "table",
        "goal": bool(asked.goal),
        "deliverables": bool(asked.deliverables),
        "acceptance criteria": bool(asked.acceptance),
        "estimate": bool(asked.estimate) and (last.level == "list" or last.estimate is None),
        "dependencies": bool(asked.depends),
    }
    wrong = [name for name, given in said.items() if given]
    if wrong:
        where = "a row of a table" if last.level == "table" else "an item of a list"
        raise NoPlace(
            f"the phases of this plan are each {where}, without a place for {', '.join(wrong)}",
            help="leave it out, and say it by hand where it belongs",
        )


def _first(document: Document, asked: AskedPhase, *, create: bool) -> tuple[Edit, ...]:
    """The first phase of a plan, below its heading for phases, as the template has it."""
    section = find_section(document, "phases")
    if section is None and not create:
        raise NoPlace(
            "the plan has no phases, and no section for them",
            help="--create-section makes one at its place",
        )
    parts = {
        label: f"**{label}**:{value}"
        for meaning, label in PHASE_LABELS.items()
        if (value := write_value(asked, meaning, "\n"))
    }
    newline = newline_near(document.source, section.heading.start if section else 0)
    text = write_phase("1", NewPhase(asked.title, parts=parts), "None").replace("\n", newline)
    if section is None:
        return create_section(document, "phases", text)
    end = section.heading.start + len(section.heading.slice(document.source).rstrip())
    return (Edit(end, end, f"{newline}{newline}{text}"),)


def _item(document: Document, last: Phase, number: str | None, asked: AskedPhase) -> Edit:
    """A phase of a list: one more item, its tasks nested in it."""
    found = find_listed(document, last.span.start)
    if found is None:
        raise NoPlace("the list of phases cannot be found", help="add the phase by hand")
    block, listed = found
    heading = next_heading(document, last, number, asked.title)
    edit = add_items(document.source, block, (_bare(heading),), after=listed)
    newline = newline_near(document.source, last.span.start)
    tasks = "".join(f"{newline}  - [ ] {' '.join(one.split())}" for one in asked.tasks)
    return edit._replace(text=edit.text + tasks)


def _bare(heading: str) -> str:
    """A heading without the bullet and the box that it had in its list."""
    words = heading
    for sign in ("- ", "* ", "+ ", "[ ] ", "[x] ", "[X] "):
        words = words.removeprefix(sign)
    return words


def _row(document: Document, last: Phase, number: str | None, asked: AskedPhase) -> Edit:
    """A row of the table of phases: number, title, state, estimate; other cells stay empty."""
    source = document.source
    table = find_table(document.markdown, last.span.start)
    row = next(
        (one for one in (table.rows if table else ()) if one and one[-1][1] > last.span.start), None
    )
    if table is None or row is None:
        raise NoPlace("the table of phases cannot be found", help="add the row by hand")
    cells = []
    for start, end in row:
        raw = source[start:end].decode("utf-8", "replace").strip()
        cells.append(_cell(document, last, raw, (start, end), number, asked))
    if not any(cells):
        raise NoPlace("no row like the others can be made", help="add the row by hand")
    return add_row(source, table, cells)


def _cell(
    document: Document,
    last: Phase,
    raw: str,
    place: tuple[int, int],
    number: str | None,
    asked: AskedPhase,
) -> str:
    start, end = place
    title = " ".join(asked.title.split())
    if last.title and last.title in raw:
        numbered = last.number and last.number in raw.replace(last.title, "")
        return next_heading(document, last, number, title) if numbered else title
    if number and last.number and raw.strip("*_` ").endswith(last.number):
        return raw.replace(last.number, number)
    if last.status is not None and start <= last.status.span.start < end:
        return "Not Started"
    if last.estimate is not None and start <= last.estimate.span.start < end:
        return asked.estimate
    return ""
