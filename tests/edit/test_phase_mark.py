"""How far a phase is, in every place of the plan that says so."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.document import read_document
from trueplan.edit.phase_mark import PhaseMark, mark_phase
from trueplan.text import apply_edits

HEAD = "# Plan: Quay\n\n**Status**: In Progress\n\n"
PHASES = "## Phase 1: Piles\n\n- [ ] drive\n\n## Phase 2: Planks\n\n- [ ] lay\n\n"
ROWS = "## Progress Tracking\n\n### Completed Phases\n\n"


def marked(
    source: str,
    mark: PhaseMark,
    at: int = 0,
    journal: str | None = None,
    *,
    create: bool = False,
) -> list[str]:
    document = read_document(source.encode())
    phase = document.plan.phases[at]
    edits = mark_phase(document, phase, mark, "2026-03-09", journal, create_section=create)
    return changed(source, edits)


@pytest.mark.parametrize(
    ("row", "mark", "after"),
    [
        ("- [ ] Phase 1 - Not Started", "completed", "- [x] Phase 1 - Completed 2026-03-09"),
        ("- [ ] Phase 1 - Not Started", "in_progress", "- [ ] Phase 1 - In Progress"),
        ("- [x] Phase 1 - Completed 2026-01-02", "in_progress", "- [ ] Phase 1 - In Progress"),
        ("- [ ] Phase 1: Piles", "completed", "- [x] Phase 1: Piles - Completed 2026-03-09"),
        ("* [ ] Phase 1 - TBD", "paused", "* [ ] Phase 1 - Paused"),
        ("- Phase 1 - Not Started", "completed", "- Phase 1 - Completed 2026-03-09"),
        ("- [ ] Phase 1 - 🚧 In Progress", "completed", "- [x] Phase 1 - ✅ Completed 2026-03-09"),
        ("- [x] **Phase 1: Piles** ✅", "in_progress", "- [ ] **Phase 1: Piles** 🚧"),
        ("1. **Phase 1: Piles** ✅", "in_progress", "1. **Phase 1: Piles** 🚧"),
        ("- [x] [Phase 1: Piles](#piles) ✅", "paused", "- [ ] [Phase 1: Piles](#piles) ⏸️"),
        ("- ✅ Phase 1: Piles", "in_progress", "- 🚧 Phase 1: Piles"),
        ("- [ ] Phase 1: Piles - ⏸️ Paused", "in_progress", "- [ ] Phase 1: Piles - 🚧 In Progress"),
        (
            "- [x] Phase 1: In Progress bar - Completed 2026-01-02",
            "in_progress",
            "- [ ] Phase 1: In Progress bar - In Progress",
        ),
        (
            "- [ ] Phase 1 - In Progress (since May, Bo)",
            "paused",
            "- [ ] Phase 1 - Paused (since May, Bo)",
        ),
        (
            "- [ ] Phase 1 - Cancelled (since May, Bo)",
            "in_progress",
            "- [ ] Phase 1 - In Progress (since May, Bo)",
        ),
        (
            "- Phase 1 Piles: Cancelled (steel is late)",
            "paused",
            "- Phase 1 Piles: Paused (steel is late)",
        ),
        (
            "- [x] Phase 1 - Completed on 3 January 2026",
            "in_progress",
            "- [ ] Phase 1 - In Progress",
        ),
        (
            "- [ ] Phase 1 - Done 3 January 2026",
            "completed",
            "- [x] Phase 1 - Done 9 March 2026",
        ),
    ],
)
def test_the_row(row: str, mark: PhaseMark, after: str) -> None:
    source = f"{HEAD}{PHASES}{ROWS}{row}\n"
    assert marked(source, mark) == [f"-{row}", f"+{after}"]


def test_the_journal_stands_behind_the_day() -> None:
    source = f"{HEAD}{PHASES}{ROWS}- [ ] Phase 1 - Not Started\n"
    assert marked(source, "completed", journal="[Dev Journal](../j.md)")[-1] == (
        "+- [x] Phase 1 - Completed 2026-03-09 ([Dev Journal](../j.md))"
    )


def test_a_table_of_phases_has_a_cell_for_it() -> None:
    table = "| Phase | Status |\n|---|---|\n| Phase 1 | Not Started |\n| 2 | Not Started |\n"
    source = f"{HEAD}{PHASES}{ROWS}{table}"
    assert marked(source, "completed") == [
        "-| Phase 1 | Not Started |",
        "+| Phase 1 | Completed 2026-03-09 |",
    ]
    assert marked(source, "in_progress", at=1)[-1] == "+| 2 | In Progress |"


def test_a_row_that_lacks_is_added_as_the_others_are() -> None:
    source = f"{HEAD}{PHASES}{ROWS}* [x] Phase 1 - Completed 2026-01-02\n"
    assert marked(source, "in_progress", at=1) == ["+* [ ] Phase 2 - In Progress"]


@pytest.mark.parametrize("bullet", ["- [ ] ", "* "])
def test_a_row_stands_before_those_of_later_phases(bullet: str) -> None:
    source = f"{HEAD}{PHASES}{ROWS}{bullet}Phase 2 - In Progress\n"
    document = read_document(source.encode())
    edits = mark_phase(document, document.plan.phases[0], "in_progress", "2026-03-09")
    after = apply_edits(document.source, edits).decode()
    rows = f"{bullet}Phase 1 - In Progress\n{bullet}Phase 2 - In Progress\n"
    assert after == f"{HEAD}{PHASES}{ROWS}{rows}"


def test_a_list_without_rows_gets_its_first() -> None:
    source = f"{HEAD}{PHASES}{ROWS}- TBD\n"
    assert marked(source, "completed") == ["-- TBD", "+- [x] Phase 1 - Completed 2026-03-09"]


def test_a_status_below_the_heading() -> None:
    phases = PHASES.replace("Piles\n", "Piles\n\n**Status**: ⏳ Not Started\n")
    assert marked(HEAD + phases, "completed") == [
        "-**Status**: ⏳ Not Started",
        "+**Status**: ✅ Completed",
    ]


def test_a_row_of_a_table() -> None:
    source = (
        f"{HEAD}## Phases\n\n| Phase | Title | Status  |\n|-------|-------|---------|\n"
        "| 1     | Piles | Planned |\n| 2     | Lay   | Planned |\n"
    )
    assert marked(source, "completed", at=1) == [
        "-| 2     | Lay   | Planned |",
        "+| 2     | Lay   | Completed |",
    ]


def test_a_mark_in_the_heading_where_the_plan_marks_so() -> None:
    phases = PHASES.replace("Phase 1: Piles", "Phase 1: Piles ✅")
    assert marked(HEAD + phases, "completed", at=1) == [
        "-## Phase 2: Planks",
        "+## Phase 2: Planks ✅",
    ]
    assert marked(HEAD + phases, "in_progress") == [
        "-## Phase 1: Piles ✅",
        "+## Phase 1: Piles",
    ]


@pytest.mark.parametrize(
    ("heading", "after"),
    [
        ("### Phase 1: Piles (Safe, Slow) ✅", "### Phase 1: Piles (Safe, Slow)"),
        ("### Phase 1: Piles (Week 4-5) ✅ COMPLETED", "### Phase 1: Piles (Week 4-5)"),
        ("### Phase 1: Piles ✅ (2026-01-03, Bob)", "### Phase 1: Piles (2026-01-03, Bob)"),
        ("### Phase 1: Piles - DONE", "### Phase 1: Piles"),
        ("### Phase 1: Piles (Q2 2025) (cancelled)", "### Phase 1: Piles (Q2 2025)"),
    ],
)
def test_only_the_mark_goes_from_a_heading(heading: str, after: str) -> None:
    """A remark beside it is a person's."""
    source = f"{HEAD}{heading}\n\n- [x] drive\n\n### Phase 2: Planks\n\n- [ ] lay\n"
    assert marked(source, "in_progress") == [f"-{heading}", f"+{after}"]


@pytest.mark.parametrize(
    ("status", "mark", "after"),
    [
        ("⏳ Not Started (waits for *Ann*)", "in_progress", "🚧 In Progress (waits for *Ann*)"),
        ("🚧 In Progress - Bob", "paused", "⏸️ Paused - Bob"),
        ("Done (see [j](j.md))", "in_progress", "In Progress (see [j](j.md))"),
        ("✅ Complete", "in_progress", "🚧 In Progress"),
    ],
)
def test_a_status_keeps_its_remark(status: str, mark: PhaseMark, after: str) -> None:
    """Below a heading, and in a cell."""
    phases = PHASES.replace("Piles\n", f"Piles\n\n**Status**: {status}\n")
    assert marked(HEAD + phases, mark) == [f"-**Status**: {status}", f"+**Status**: {after}"]
    table = "## Phases\n\n| Phase | Status |\n|---|---|\n"
    rows = f"| 1. Piles | {status} |\n| 2. Planks | Planned |\n"
    assert marked(HEAD + table + rows, mark) == [
        f"-| 1. Piles | {status} |",
        f"+| 1. Piles | {after} |",
    ]


def test_a_plan_whose_boxes_are_all_that_tells() -> None:
    assert marked(HEAD + PHASES, "completed") == []
    assert marked(HEAD + PHASES, "cancelled") == [
        "-## Phase 1: Piles",
        "+## Phase 1: Piles (cancelled)",
    ]


def test_the_list_is_made_where_it_is_asked_for() -> None:
    document = read_document((HEAD + PHASES).encode())
    phase = document.plan.phases[1]
    edits = mark_phase(document, phase, "completed", "2026-03-09", create_section=True)
    row = "- [x] Phase 2 - Completed 2026-03-09"
    assert apply_edits(document.source, edits).decode().rstrip() == f"{HEAD}{PHASES}{ROWS}{row}"


def test_no_list_is_made_where_something_else_tells() -> None:
    source = f"{HEAD}## Phase 1: Piles\n\n**Status**: Not Started\n\n- [ ] drive\n"
    assert marked(source, "in_progress", create=True) == [
        "-**Status**: Not Started",
        "+**Status**: In Progress",
    ]
