"""Every move of the table from every state, of plans and of phases."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given

from tests.laws.asking import REF, TODAY, located, repository_of
from tests.laws.test_fixes import plans
from trueplan.app.move import Asked, make_move
from trueplan.edit.document import Document, read_document
from trueplan.errors import NoPlace, Refused, UsageError
from trueplan.lifecycle.moves import MOVES, Move, said
from trueplan.lifecycle.said_state import said_state
from trueplan.model.plan import Plan
from trueplan.model.references import phase_places
from trueplan.model.status import PlanState

CLOSED = ("completed", "cancelled")
STATES: tuple[PlanState, ...] = ("planned", "in_progress", "paused", *CLOSED)  # type: ignore[assignment]
WORDS = {
    "planned": "Planned",
    "in_progress": "In Progress",
    "paused": "Paused",
    "completed": "Completed",
    "cancelled": "Cancelled",
}
ROWS = {**WORDS, "planned": "Not Started", "completed": "Completed 2026-03-04"}


def _plan(state: PlanState, phase: PlanState) -> bytes:
    """A plan in the template in a state, its second phase in another."""
    box = "x" if phase == "completed" else " "
    return f"""\
# Implementation Plan: Lights

**Status**: {WORDS[state]}

## Phases

### Phase 1: Masts

- [x] Order them

### Phase 2: Lamps

- [{box}] Wire them

## Progress Tracking

### Completed Phases

- [x] Phase 1 - Completed 2026-03-01
- [{box}] Phase 2 - {ROWS[phase]}

## Notes & Learnings

- **2026-03-01**: begun
""".encode()


def _move(source: bytes, move: Move, place: str | None) -> bytes:
    """The plan after a move, forced, so that only the table says no."""
    asked = Asked(move.name, TODAY, "so it is", force=True, create_section=True)
    after = make_move(repository_of(source), located(place), asked).files[0].after
    assert after is not None
    return after


def _ensure_refusal(refused: Refused, move: Move, state: PlanState, ref: str) -> None:
    """A refusal by the table says what is, and names all that is possible and nothing else."""
    if state == move.after:
        assert refused.message == f"{ref} is {said(state, move.of)} already"
        assert refused.help == "nothing was written"
        return
    *first, last = [said(one, move.of) for one in move.before]
    starts = f"{', '.join(first)} or {last}" if first else last
    assert refused.message == (
        f"{ref} is {said(state, move.of)}, and can only be {move.done} when it is {starts}"
    )
    ways = [
        f"`trueplan {one.name} {ref} --because …`" if one.reason else f"`trueplan {one.name} {ref}`"
        for one in MOVES
        if one.of == move.of and state in one.before
    ]
    assert refused.help == f"possible now: {' or '.join(ways)}"


def _name(value: Move | str) -> str:
    return f"{value.of}-{value.name}" if isinstance(value, Move) else value


def _table(of: str) -> list[tuple[Move, PlanState]]:
    return [(move, state) for move in MOVES if move.of == of for state in STATES]


@pytest.mark.parametrize(("move", "state"), _table("plan"), ids=_name)
def test_a_plan_moves_as_the_table_says(move: Move, state: PlanState) -> None:
    """Every move against every state."""
    source = _plan(state, "planned")
    if state in move.before:
        after = read_document(_move(source, move, None))
        assert said_state(after, None) == move.after
        return
    with pytest.raises(Refused) as raised:
        _move(source, move, None)
    _ensure_refusal(raised.value, move, state, REF)


@pytest.mark.parametrize("plan", ["planned", "in_progress", "paused"])
@pytest.mark.parametrize(("move", "state"), _table("phase"), ids=_name)
def test_a_phase_moves_as_the_table_says(move: Move, state: PlanState, plan: PlanState) -> None:
    """The first one that starts, starts a plan that is only planned."""
    source = _plan(plan, state)
    if state in move.before:
        after = read_document(_move(source, move, "2"))
        assert said_state(after, 1) == move.after
        assert said_state(after, 0) == "completed"
        begun = plan == "planned" and move.after in ("in_progress", "completed")
        assert said_state(after, None) == ("in_progress" if begun else plan)
        return
    with pytest.raises(Refused) as raised:
        _move(source, move, "2")
    _ensure_refusal(raised.value, move, state, f"{REF}#2")


@pytest.mark.parametrize("plan", CLOSED)
@pytest.mark.parametrize(("move", "state"), _table("phase"), ids=_name)
def test_the_phases_of_a_closed_plan_stay(move: Move, state: PlanState, plan: PlanState) -> None:
    with pytest.raises(Refused) as raised:
        _move(_plan(plan, state), move, "2")
    if raised.value.message.startswith(f"{REF} is"):
        assert raised.value.message == f"{REF} is {plan}, and its phases stay as they are"
        assert raised.value.help == f"`trueplan reopen {REF} --because …` first"
    else:
        assert raised.value.message.startswith(f"{REF}#2 is ")


@pytest.mark.parametrize("move", [move for move in MOVES if move.reason], ids=_name)
def test_a_move_that_needs_a_reason_asks_for_one(move: Move) -> None:
    place = "2" if move.of == "phase" else None
    ref = f"{REF}#2" if place else REF
    with pytest.raises(UsageError) as raised:
        make_move(
            repository_of(_plan("in_progress", "planned")),
            located(place),
            Asked(move.name, TODAY, " "),
        )
    assert raised.value.message == f"`trueplan {move.name}` needs a reason"
    assert raised.value.help == f'trueplan {move.name} {ref} --because "…"'


def _ensure_moves(source: bytes, place: str | None, position: int | None) -> None:
    """Try every move of a plan or phase: it leads where the table says, or is refused."""
    document = read_document(source)
    state = said_state(document, position)
    ref = REF if place is None else f"{REF}#{place}"
    for move in MOVES:
        if move.of != ("plan" if place is None else "phase"):
            continue
        try:
            after = read_document(_move(source, move, place))
        except NoPlace:  # whatever the state is, for a phase of which only boxes tell
            assert place is not None or state in move.before
        except Refused as refused:
            if state not in move.before:
                _ensure_refusal(refused, move, state, ref)
            else:
                _ensure_reason(refused, document, ref)
        else:
            assert state in move.before
            reached = said_state(after, position)
            only_boxes = place is not None and move.name == "reopen" and reached == "planned"
            assert only_boxes or reached == move.after
            assert _beside(after.plan, position) == _beside(document.plan, position)


def _ensure_reason(refused: Refused, document: Document, ref: str) -> None:
    """A move that the table allows may still be none of this plan's."""
    closed = said_state(document, None) in CLOSED
    assert (closed and refused.message.endswith("its phases stay as they are")) or (
        refused.message.startswith(f"{ref} would not read as ")
    )


def _beside(plan: Plan, position: int | None) -> list[tuple[object, ...]]:
    """What a move has to leave as it is: the other phases, the boxes of all."""
    return [
        (
            phase.number,
            tuple((item.text, item.state) for item in phase.items),
            (phase.marked_done, phase.marked_cancelled, phase.title) if at != position else (),
        )
        for at, phase in enumerate(plan.phases)
    ]


@given(plans())
def test_generated_plans_move_as_the_table_says(source: bytes) -> None:
    """Rows with and without words, marks in headings, headers in every form."""
    _ensure_moves(source, None, None)
    for position, place in enumerate(phase_places(read_document(source).plan)):
        _ensure_moves(source, place, position)


def test_public_plans_move_as_the_table_says(corpus: list[Path]) -> None:
    """Each plan, and a phase of every other one."""
    for number, path in enumerate(corpus):
        source = path.read_bytes()
        _ensure_moves(source, None, None)
        if number % 2:
            continue
        places = list(enumerate(phase_places(read_document(source).plan)))
        for position, place in Random(path.name).sample(places, min(1, len(places))):
            _ensure_moves(source, place, position)
