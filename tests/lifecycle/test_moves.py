"""The table of moves, and what it answers."""

from __future__ import annotations

import pytest

from trueplan.errors import Refused
from trueplan.lifecycle.moves import MOVES, Move, draw_moves, ensure_possible, find_move
from trueplan.model.status import STATE_NAMES, PlanState

STATES = tuple(STATE_NAMES)


@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move.name} a {move.of}")
@pytest.mark.parametrize("state", STATES)
def test_every_move_from_every_state(move: Move, state: PlanState) -> None:
    """It goes, or the refusal names moves that do."""
    if state in move.before:
        ensure_possible(move, state, "quay")
        return
    with pytest.raises(Refused) as error:
        ensure_possible(move, state, "quay")
    if state == move.after:
        assert error.value.message.endswith(" already")
        return
    ways = [word for word in (error.value.help or "").split("`") if word.startswith("trueplan ")]
    assert ways
    for way in ways:
        assert state in find_move(way.split()[1], move.of).before


def test_every_state_is_left_and_reached() -> None:
    for of in ("plan", "phase"):
        assert {state for move in MOVES if move.of == of for state in move.before} == set(STATES)
        assert {move.after for move in MOVES if move.of == of} == set(STATES) - {"planned"}


def test_the_table_of_the_documentation() -> None:
    assert draw_moves("plan") == [
        "| move | from | to | what must hold | reason |",
        "|------|------|----|----------------|--------|",
        "| `start` | planned | in progress | - | - |",
        "| `pause` | in progress | paused | - | `--because` |",
        "| `resume` | paused | in progress | - | - |",
        (
            "| `complete` | in progress | completed | tasks done, phases completed, criteria met, "
            "retrospective written | - |"
        ),
        "| `cancel` | planned, in progress, paused | cancelled | - | `--because` |",
        "| `reopen` | completed, cancelled | in progress | - | `--because` |",
    ]
