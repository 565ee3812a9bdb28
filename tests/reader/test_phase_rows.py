"""Phases that are no headings: rows of a table, items of a list."""

from __future__ import annotations

import pytest

from tests.reader.texts import plan_of, texts


@pytest.mark.parametrize(
    ("status", "done", "cancelled"),
    [("✅ Complete", True, False), ("Not started", False, False), ("❌ Cancelled", False, True),
     ("🚧 In progress", False, False), ("Done", True, False), ("", False, False)],
)  # fmt: skip
def test_phases_as_rows_of_a_table(status: str, done: bool, cancelled: bool) -> None:
    """A table with a column for phases lists them, in any order of columns."""
    plan = plan_of(f"""
        # P

        | Status | Phase | Focus | Effort | Depends on |
        |--------|-------|-------|--------|------------|
        | {status} | Phase 1 | Base | 3 hours | - |
        | Planned | Phase 2 | Roof | 1-2 sessions | Phase 1 |
    """)
    first, second = plan.phases
    assert (first.number, first.level, first.title) == ("1", "table", "Base")
    assert (first.marked_done, first.marked_cancelled) == (done, cancelled)
    assert [one.estimate and one.estimate.sessions for one in plan.phases] == [1, 1.5]
    assert first.dependencies == ()
    assert [one.numbers for one in second.dependencies] == [("1",)]
    assert plan.form == "table"


def test_rows_with_numbers_alone() -> None:
    """The keyword stands in the head; numbers in the column of dependencies are phases."""
    plan = plan_of("""
        | Phase | Name | Dependencies | Status |
        |---|---|---|---|
        | 1 | Base | None | Done |
        | 2 | Roof | 1 | Planned |
        | 3 | Paint | 1, 2 | Planned |
    """)
    assert [(one.number, one.title) for one in plan.phases] == [
        ("1", "Base"),
        ("2", "Roof"),
        ("3", "Paint"),
    ]
    assert [[one.numbers for one in phase.dependencies] for phase in plan.phases] == [
        [],
        [("1",)],
        [("1", "2")],
    ]


def test_phases_as_items_with_a_keyword() -> None:
    """A list of phases with the work nested in it."""
    plan = plan_of("""
        # P

        - [x] **Phase 1: Base** (3 hours)
          - [x] dig
          - [x] pour
        - [ ] **Phase 2: Roof**
          - [ ] cut
        - [-] **Phase 3: Pool**
    """)
    assert [
        (one.number, one.title, one.level, one.marked_done, one.marked_cancelled, texts(one.tasks))
        for one in plan.phases
    ] == [
        ("1", "Base", "list", True, False, ["dig", "pour"]),
        ("2", "Roof", "list", False, False, ["cut"]),
        ("3", "Pool", "list", False, True, []),
    ]
    assert plan.form == "list"


def test_phases_as_numbered_boxes() -> None:
    """Boxes numbered one by one, with smaller ones in them."""
    plan = plan_of("""
        # Implementation Plan

        - [x] 1. Set up
          - [x] 1.1 folders
          - _Requirements: 1.1_
        - [ ] 2. Build
          - [ ] 2.1 core
          - [ ] 2.2 edges
    """)
    assert [(one.number, one.title, one.marked_done, texts(one.tasks)) for one in plan.phases] == [
        ("1", "Set up", True, ["1.1 folders"]),
        ("2", "Build", False, ["2.1 core", "2.2 edges"]),
    ]


@pytest.mark.parametrize("marker", ["- ", "1. ", "- [ ] ", "* "])
def test_work_in_a_list_of_phases_counts_once(marker: str) -> None:
    """A task nested in a phase is not a task of the plan as well."""
    indent = " " * len(marker.removesuffix("[ ] "))
    plan = plan_of("".join(f"{marker}**Phase {n}: A**\n{indent}- [ ] task {n}\n" for n in (1, 2)))
    assert [texts(phase.tasks) for phase in plan.phases] == [["task 1"], ["task 2"]]
    assert plan.tasks == ()
    assert plan.work == (0, 2, 0)


def test_a_number_in_a_column_of_its_own() -> None:
    """The number stands in one column, the name in the next."""
    plan = plan_of(
        "| # | Phase | Status |\n|---|---|---|\n| 1 | Base | ✅ Done |\n| 2 | Roof | - |\n"
    )
    assert [(one.number, one.title, one.marked_done) for one in plan.phases] == [
        ("1", "Base", True),
        ("2", "Roof", False),
    ]


def test_a_box_in_a_cell() -> None:
    """A ticked box in the column of the status says done."""
    plan = plan_of("| Phase | Status |\n|---|---|\n| Phase 1 | [x] |\n| Phase 2 | [ ] |\n")
    assert [one.marked_done for one in plan.phases] == [True, False]


def test_a_list_of_dependencies_is_not_the_phases() -> None:
    """It tells of phases that stand elsewhere, or of none that are written yet."""
    plan = plan_of("""
        # P

        ## Dependencies

        - Phase 1: No dependencies
        - Phase 2: Depends on Phase 1

        ## Work

        - [ ] a
    """)
    assert plan.phases == ()


def test_boxes_below_a_phase_in_a_list_are_its_own() -> None:
    """They are not counted a second time as tasks outside of phases."""
    plan = plan_of(
        """
        # P

        - Phase 1: A
          - [x] a
        - Phase 2: B
          - [ ] b

        - [ ] c
        """
    )
    assert [texts(phase.tasks) for phase in plan.phases] == [["a"], ["b"]]
    assert texts(plan.tasks) == ["c"]
