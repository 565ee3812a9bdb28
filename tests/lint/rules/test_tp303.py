"""TP303: done before what it waits for."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import PHASES, marked, messages_in, phase, plan, progress

WAITS = "**Dependencies**: Phase 1\n"


@pytest.mark.parametrize(
    ("first", "heading"), [("x.", "Lamps"), ("..", "Lamps"), ("..", "Lamps ✅")]
)
def test_done_too_early(first: str, heading: str, make_repository: Make) -> None:
    """By its boxes or by its mark."""
    text = plan(PHASES, phase("1", first), phase("2", "xx", heading, WAITS))
    (found,) = find(make_repository, "TP303", text)
    assert found.message == "phase 2 is done, but phase 1, which it depends on, is not"
    assert marked(found, text) == "Phase 1"
    assert [label.text for label in found.labels] == ["### Phase 1: Masts"]


def test_every_open_phase_of_a_range(make_repository: Make) -> None:
    """One finding for each phase that is not done."""
    waits = "**Dependencies**: Phases 1-3\n"
    text = plan(
        PHASES, phase("1", "."), phase("2", "x"), phase("3", "."), phase("4", "x", more=waits)
    )
    assert messages_in(make_repository, "TP303", text) == [
        "phase 4 is done, but phase 1, which it depends on, is not",
        "phase 4 is done, but phase 3, which it depends on, is not",
    ]


@pytest.mark.parametrize(
    "text",
    [
        plan(PHASES, phase("1", "xx"), phase("2", "xx", more=WAITS)),
        plan(PHASES, phase("1", "x."), phase("2", "x.", more=WAITS)),
        plan(PHASES, phase("1", ""), phase("2", "xx", more=WAITS)),
        plan(PHASES, phase("1", "..", "Masts ✅"), phase("2", "xx", more=WAITS)),
        plan(PHASES, phase("1", "..", "Masts ❌ cancelled"), phase("2", "xx", more=WAITS)),
        plan(PHASES, phase("1", ".."), phase("2", "xx", more=WAITS), progress("[x] Phase 1")),
        plan(
            PHASES,
            phase("1", ".."),
            phase("2", "xx", more="**Dependencies**: The permit, as Phase 1\n"),
        ),
    ],
    ids=["in order", "both open", "nothing known", "tp205", "called off", "tp206", "prose"],
)
def test_near_misses(text: str, make_repository: Make) -> None:
    """In order, not known, or said by another rule."""
    assert messages_in(make_repository, "TP303", text) == []
