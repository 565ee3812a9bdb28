"""What is missing before a move, and the command that settles it."""

from __future__ import annotations

import pytest

from tests.cli.changes import PLAN
from trueplan.edit.document import read_document
from trueplan.lifecycle.guards import find_lacks, is_written
from trueplan.lifecycle.moves import find_move
from trueplan.model.standing import Blocker, Waits

ALONE = Waits()


def lacks(source: str, phase: int | None, waits: Waits = ALONE) -> list[tuple[str, str]]:
    move = find_move("complete", "plan" if phase is None else "phase")
    found = find_lacks(move, read_document(source.encode()), "quay", phase, waits)
    return [(lack.what, lack.command) for lack in found]


def test_a_phase_waits_for_those_it_depends_on() -> None:
    done = PLAN.replace("- [ ] Set the rails", "- [x] Set the rails")
    assert lacks(done, 2) == [("phase 2 is not completed", "trueplan complete quay#2")]


def test_a_phase_whose_boxes_are_ticked_is_completed_by_its_row() -> None:
    """The row says what a person says; where there is none, the boxes tell."""
    waits = PLAN.replace("Dependencies**: Phase 2", "Dependencies**: Phase 1")
    waits = waits.replace("- [ ] Set the rails", "- [x] Set the rails")
    assert lacks(waits, 2) == [("phase 1 is not completed", "trueplan complete quay#1")]
    said = waits.replace("- [ ] Phase 1 - In Progress", "- [x] Phase 1 - Completed 2026-02-01")
    assert said != waits
    assert lacks(said, 2) == []


def test_tasks_subtasks_and_criteria() -> None:
    assert lacks(PLAN, 1) == [
        ("phase 1 is not completed", "trueplan complete quay#1"),
        ("task open: Cut the planks", "trueplan tick quay#2.1"),
        ("task open: The western half", "trueplan tick quay#2.2.1"),
        ("task open: The eastern half", "trueplan tick quay#2.2.2"),
        ("task open: Lay them", "trueplan tick quay#2.2"),
        ("acceptance criterion not met: Nobody trips", "trueplan tick quay#2.a1"),
    ]


@pytest.mark.parametrize(
    "line",
    ["- [ ] ~~Set the rails~~", "- [-] Set the rails", "- [ ] Set the rails (deferred)"],
)
def test_what_is_called_off_or_deferred_is_not_owed(line: str) -> None:
    source = PLAN.replace("- [ ] Set the rails", line).replace("Dependencies**: Phase 2", "x**: y")
    assert lacks(source, 2) == []


def test_what_stands_in_a_thing_comes_before_it() -> None:
    """So that the commands can be run in their order."""
    whats = [what for what, _ in lacks(PLAN, None)]
    assert whats[0] == "phase 1 is not completed"
    assert whats[-3:] == [
        "requirement not met: A boat can moor",
        "gate not passed: CEO approval",
        "the retrospective says nothing of its own yet",
    ]


def test_what_a_phase_waits_for_elsewhere() -> None:
    blocker = Blocker("adr:3", "ADR 3", "Proposed")
    assert lacks(PLAN, 0, Waits(phases=((0, blocker),))) == [
        ("it waits for ADR 3 (Proposed)", "trueplan show adr:3")
    ]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("- TBD", False),
        ("<!-- trueplan: what worked -->", False),
        ("- The piles stood.", True),
    ],
)
def test_whether_a_retrospective_says_something(words: str, written: bool) -> None:
    plan = read_document(PLAN.replace("- TBD", words).encode()).plan
    assert is_written(plan) is written
