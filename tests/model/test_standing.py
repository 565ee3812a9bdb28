"""States are derived, in their order of precedence."""

from __future__ import annotations

import pytest

from trueplan.model.standing import Blocker, Waits, derive_standing
from trueplan.reader.plan import read_plan


def states(text: str, waits: Waits | None = None) -> list[str]:
    """The states of the phases of a plan with this text."""
    plan = read_plan(f"# Plan: Lights\n\n{text}".encode())
    return [one.state for one in derive_standing(plan, waits).phases]


def why(text: str, waits: Waits | None = None) -> list[str]:
    plan = read_plan(f"# Plan: Lights\n\n{text}".encode())
    return [one.why for one in derive_standing(plan, waits).phases]


CHAIN = """\
**Status**: In Progress

## Phase 1: Masts
- [x] Order
- [x] Put up

## Phase 2: Lamps

**Dependencies**: Phase 1

- [ ] Wire

## Phase 3: Test

**Dependencies**: Phase 2

- [ ] Look
"""


def test_a_phase_is_ready_when_what_it_names_is_done() -> None:
    assert states(CHAIN) == ["done", "ready", "blocked"]
    assert why(CHAIN) == ["all its boxes are ticked", "phase 1 is done", "waits for phase 2"]


def test_a_ticked_box_is_progress() -> None:
    text = CHAIN.replace("- [ ] Wire", "- [x] Wire\n- [ ] Screw")
    assert states(text) == ["done", "in_progress", "blocked"]
    assert why(text)[1] == "1 of 2 done"


def test_blocked_goes_before_in_progress() -> None:
    text = CHAIN.replace("- [ ] Look", "- [x] Look\n- [ ] Look again")
    assert states(text) == ["done", "ready", "blocked"]


def test_done_goes_before_blocked() -> None:
    assert states(CHAIN.replace("- [ ] Look", "- [x] Look")) == ["done", "ready", "done"]


def test_without_named_dependencies_the_order_of_the_document_counts() -> None:
    text = "## Phase 1: A\n- [ ] a\n\n## Phase 2: B\n- [ ] b\n\n## Phase 3: C\n- [ ] c\n"
    assert states(text) == ["ready", "not_started", "not_started"]
    assert why(text) == ["it is the first", "phase 1 comes first", "phase 1 comes first"]


def test_a_phase_that_says_none_is_ready() -> None:
    text = "## Phase 1: A\n- [ ] a\n\n## Phase 2: B\n\n**Dependencies**: None\n\n- [ ] b\n"
    assert states(text) == ["ready", "ready"]


def test_a_cancelled_phase_holds_nothing_up() -> None:
    text = CHAIN.replace("## Phase 2: Lamps", "## Phase 2: Lamps (CANCELLED)")
    assert states(text) == ["done", "cancelled", "ready"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("Completed", ["done", "not_started", "not_started"]),
        ("Cancelled", ["done", "cancelled", "cancelled"]),
        ("On hold", ["done", "ready", "blocked"]),
    ],
)
def test_a_closed_plan_has_nothing_ready_or_blocked(status: str, expected: list[str]) -> None:
    assert states(CHAIN.replace("In Progress", status)) == expected


def test_what_the_plan_waits_for_blocks_every_open_phase() -> None:
    waits = Waits((Blocker("adr:7", "adr:7", "Proposed"),))
    assert states(CHAIN, waits) == ["done", "blocked", "blocked"]
    assert why(CHAIN, waits)[2] == "waits for phase 2 and adr:7 (Proposed)"


def test_a_dependency_cycle_blocks_both() -> None:
    text = (
        "## Phase 1: A\n\n**Dependencies**: Phase 2\n\n- [ ] a\n\n"
        "## Phase 2: B\n\n**Dependencies**: Phase 1\n\n- [ ] b\n"
    )
    assert states(text) == ["blocked", "blocked"]


def test_cancelled_tasks_do_not_hold_a_phase_open() -> None:
    text = "## Phase 1: A\n- [x] a\n- [ ] ~~b~~\n\n## Phase 2: B\n- [ ] c\n"
    assert states(text) == ["done", "ready"]


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [("[ ]", "planned"), ("[x]", "completed")],
)
def test_without_a_status_the_boxes_tell(boxes: str, expected: str) -> None:
    plan = read_plan(
        f"# Plan\n\n## Phase 1: A\n- {boxes} a\n\n## Phase 2: B\n- {boxes} b\n".encode()
    )
    standing = derive_standing(plan)
    assert (standing.state, standing.told) == (expected, False)


def test_the_current_phase_is_the_one_in_progress() -> None:
    text = CHAIN.replace("- [ ] Wire", "- [x] Wire\n- [ ] Screw")
    plan = read_plan(f"# Plan\n\n{text}".encode())
    assert derive_standing(plan).current == 1


LOGGED = """\
## Progress

- [x] Order the masts
- [{box}] Put them up

## Milestone 1: Masts

They come by sea.

## Milestone 2: Lamps
"""


@pytest.mark.parametrize(("box", "state"), [(" ", "in_progress"), ("x", "completed")])
def test_a_log_of_progress_speaks_for_phases_without_boxes(box: str, state: str) -> None:
    """No phase is ready then: whether one is done, nobody has written down."""
    text = LOGGED.format(box=box)
    standing = derive_standing(read_plan(text.encode()))
    assert (standing.state, standing.current, standing.logged) == (state, None, True)
    assert states(text) == ["not_started", "not_started"]


@pytest.mark.parametrize(
    "instead", [("Put them up", "Put them up\n\n## Before\n\n- [x] Ask"), ("Lamps", "Lamps ✅")]
)
def test_other_boxes_and_marks_of_phases_take_the_word_from_the_log(
    instead: tuple[str, str],
) -> None:
    standing = derive_standing(read_plan(LOGGED.format(box="x").replace(*instead).encode()))
    assert (standing.state, standing.current, standing.logged) == ("in_progress", 0, False)
