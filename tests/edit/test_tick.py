"""Boxes are set where they stand, and nothing beside them."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.document import read_document
from trueplan.edit.tick import create_box, tick_items, untick_items
from trueplan.model.item import walk
from trueplan.text import apply_edits

PLAN = "# Plan: Quay\n\n**Status**: Planned\n\n## Phase 1: Piles\n\n"


def items(source: str) -> list[object]:
    plan = read_document(source.encode()).plan
    return [item for phase in plan.phases for item in walk(phase.tasks)]


@pytest.mark.parametrize(
    ("line", "ticked"),
    [
        ("- [ ] drive", "- [x] drive"),
        ("* [ ] drive", "* [x] drive"),
        ("1. [ ] drive", "1. [x] drive"),
        ("- [~] drive", "- [x] drive"),
        ("- [/] drive", "- [x] drive"),
        ("-   [ ]   drive  ", "-   [x]   drive  "),
        ("- [ ] drive\r", "- [x] drive\r"),
    ],
)
def test_a_box_in_every_style(line: str, ticked: str) -> None:
    source = f"{PLAN}{line}\n- [x] done\n"
    first = items(source)[0]
    edits = tick_items([first], source.encode())  # type: ignore[list-item]
    assert changed(source, edits) == [f"-{line}", f"+{ticked}"]


def test_the_letter_is_the_one_of_the_document() -> None:
    source = f"{PLAN}- [X] sort\n- [X] count\n- [ ] drive\n"
    edits = tick_items(items(source), source.encode())  # type: ignore[arg-type]
    assert changed(source, edits) == ["-- [ ] drive", "+- [X] drive"]


def test_tick_and_untick_is_the_identity() -> None:
    source = f"{PLAN}- [ ] sort\n  - [ ] by length\n- [ ] drive"
    ticked = apply_edits(source.encode(), tick_items(items(source), source.encode()))  # type: ignore[arg-type]
    back = untick_items(items(ticked.decode()))  # type: ignore[arg-type]
    assert ticked.count(b"[x]") == 3
    assert apply_edits(ticked, back) == source.encode()


def test_an_item_without_a_box_gets_one() -> None:
    source = f"{PLAN}**Deliverables**:\n- the drawings\n"
    (item,) = read_document(source.encode()).plan.phases[0].deliverables
    assert changed(source, [create_box(item, source.encode(), ticked=True)]) == [
        "-- the drawings",
        "+- [x] the drawings",
    ]
