"""Every intent of the room `edit`, asked of a plan wherever it can be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from typing import TypeVar

from trueplan.app.targets import all_items
from trueplan.edit.add_criterion import CriterionKind, add_criterion
from trueplan.edit.add_flag import NewFlag, add_flag
from trueplan.edit.add_phase import add_phase
from trueplan.edit.add_point import add_points
from trueplan.edit.add_risk import NewRisk, add_risk
from trueplan.edit.add_to_phase import Group, add_below, add_to_phase
from trueplan.edit.cancel_item import cancel_item
from trueplan.edit.create_section import create_section
from trueplan.edit.document import Document
from trueplan.edit.lists import add_item, items_of
from trueplan.edit.note import add_note
from trueplan.edit.phase_mark import PhaseMark, mark_phase
from trueplan.edit.phase_section import AskedPhase
from trueplan.edit.retrospective import write_facts
from trueplan.edit.set_field import set_field
from trueplan.edit.set_flag import set_rollout
from trueplan.edit.set_phase_field import PHASE_FIELDS, set_phase_field
from trueplan.edit.set_point import POINTS, set_point, write_section
from trueplan.edit.set_risk import RISK_FIELDS, set_risk
from trueplan.edit.set_status import set_status
from trueplan.edit.supersede import supersede
from trueplan.edit.table import add_row, set_cell
from trueplan.edit.tick import create_box, tick_items, untick_items
from trueplan.errors import Refused
from trueplan.markdown import Block, Table
from trueplan.markdown.block import find_blocks
from trueplan.model.item import Item
from trueplan.model.outline import SECTIONS
from trueplan.model.status import PlanState
from trueplan.text import Edit

STATES: tuple[PlanState, ...] = ("planned", "in_progress", "paused", "completed", "cancelled")
_MARKS: tuple[PhaseMark, ...] = ("planned", "in_progress", "paused", "completed", "cancelled")
_DAY = "2026-03-10"
_GROUPS: tuple[Group, ...] = ("task", "deliverable", "acceptance")
_CRITERIA: tuple[CriterionKind, ...] = ("functional", "nonfunctional", "gate", "criterion")
_SECTIONS = ("architecture", "steps", "unit", "well", "references")
_Edits = tuple[Edit, ...]
_Asked = tuple[str, Callable[[], Edit | _Edits]]
_Thing = TypeVar("_Thing")


def items_in(document: Document) -> list[Item]:
    """Every item that has a reference, in the order of the document."""
    found = {one.item.item.span: one.item.item for one in all_items(document.plan) if one.item}
    return [found[span] for span in sorted(found)]


def ask_all(document: Document, random: Random, most: int) -> Iterator[tuple[str, _Edits]]:
    """The edits of each intent, of at most `most` things of a kind; what is refused is left out."""
    for name, ask in (
        *_of_items(document, random, most),
        *_of_phases(document, random, most),
        *_of_blocks(document, random, most),
        *_of_plan(document),
        *_additions(document),
        *_settings(document, random, most),
    ):
        try:
            asked = ask()
        except Refused:  # NoPlace is one
            continue
        yield name, (asked,) if isinstance(asked, Edit) else asked


def _of_items(document: Document, random: Random, most: int) -> Iterator[_Asked]:
    source = document.source
    for item in _some(items_in(document), random, most):
        yield "nest", partial(add_below, document, item, ["in it", "and *this*"])
        if item.state in ("open", "in_progress"):
            yield "tick", partial(tick_items, [item], source)
            yield "cancel", partial(cancel_item, document, item, "no time | now")
            yield "supersede", partial(supersede, document, item, "do it well")
        elif item.state == "done":
            yield "untick", partial(untick_items, [item])
        elif item.state is None:
            yield "create box", partial(create_box, item, source, ticked=True)


def _of_phases(document: Document, random: Random, most: int) -> Iterator[_Asked]:
    for phase in _some(list(document.plan.phases), random, most):
        for group in _GROUPS:
            yield f"add {group}", partial(add_to_phase, document, phase, group, ["one", "two"])
        for field in PHASE_FIELDS:
            yield f"set {field}", partial(set_phase_field, document, phase, field, "2 sessions")
        for mark in _MARKS:
            yield f"mark {mark}", partial(mark_phase, document, phase, mark, _DAY, "[j](j.md)")


def _of_blocks(document: Document, random: Random, most: int) -> Iterator[_Asked]:
    source = document.source
    for block in _some(list(find_blocks(document.markdown.blocks, "list")), random, most):
        assert isinstance(block, Block)
        if items_of(block):
            yield "add item", partial(add_item, source, block, "one more")
    for table in _some(list(find_blocks(document.markdown.blocks, "table")), random, most):
        assert isinstance(table, Table)
        row = random.randrange(len(table.rows))
        column = random.randrange(len(table.rows[row]))
        yield "set cell", partial(set_cell, source, table, row, column, "a | b")
        yield "add row", partial(add_row, source, table, ["c"] * len(table.rows[0]))


def _of_plan(document: Document) -> Iterator[_Asked]:
    for state in STATES:
        yield f"status {state}", partial(set_status, document, state)
    yield "note", partial(add_note, document, _DAY, "noted", create_section=True)
    yield "facts", partial(write_facts, document, ["Scope: all of it"])
    for outline in SECTIONS:
        yield f"create {outline.element}", partial(create_section, document, outline.element)


def _additions(document: Document) -> Iterator[_Asked]:
    for kind in _CRITERIA:
        yield f"add {kind}", partial(add_criterion, document, kind, ["all | of it"], create=True)
    asked = AskedPhase("Sails", "Wind", ("Cut", "Sew"), ("A sail",), ("It holds",), "1 day", "None")
    yield "add phase", partial(add_phase, document, asked)
    yield "add bare phase", partial(add_phase, document, AskedPhase("Sails"))
    risk = NewRisk("Fog | rain", "low", "high", "Wait")
    yield "add risk", partial(add_risk, document, risk, create=True)
    yield "add bare risk", partial(add_risk, document, NewRisk("Fog"), create=True)
    flag = NewFlag("fog-horn", "a horn", "5 %", "switch it off")
    yield "add flag", partial(add_flag, document, flag, create=True)
    for element in _SECTIONS:
        yield (
            f"point of {element}",
            partial(add_points, document, element, ["one", "two"], create=True),
        )


def _settings(document: Document, random: Random, most: int) -> Iterator[_Asked]:
    plan = document.plan
    for key, value in (("owner", "Ada"), ("target", _DAY), ("backlog", "GEO-001")):
        yield f"set {key}", partial(set_field, document, key, value)
    for point in POINTS:
        yield f"set {point}", partial(set_point, document, point, "boats")
    for element in _SECTIONS:
        yield f"write {element}", partial(write_section, document, element, "Words.", create=True)
    for risk in _some(list(plan.risks), random, most):
        for field in RISK_FIELDS:
            yield f"risk {field}", partial(set_risk, document, risk, field, "high")
    for flag in _some(list(plan.rollout.flags), random, most):
        yield "rollout", partial(set_rollout, document, flag, "25")


def _some(things: list[_Thing], random: Random, most: int) -> list[_Thing]:
    return things if len(things) <= most else random.sample(things, most)
