"""Checklists without phases, and the lists of tasks that tools write."""

from __future__ import annotations

from tests.reader.texts import plan_of, texts


def test_boxes_outside_of_phases_are_tasks_of_the_plan() -> None:
    """A checklist without phases is work too, and criteria are not."""
    plan = plan_of("""
        # Release checklist

        - [x] tag
        - [ ] announce
          - [ ] mail

        ## Success Criteria
        - [ ] nobody complains
    """)
    assert plan.phases == ()
    assert texts(plan.tasks) == ["tag", "announce"]
    assert plan.work == (1, 3, 0)
    assert plan.boxes == (1, 4)
    assert texts(plan.criteria.all) == ["nobody complains"]


def test_a_spec_kit_list_of_tasks() -> None:
    """Phases with stories, checkpoints, ids and marks; the legend is no task."""
    plan = plan_of("""
        # Tasks: Photo albums

        **Input**: Design documents from `/specs/001-albums/`
        **Prerequisites**: plan.md (required), spec.md

        ## Format: `[ID] [P?] [Story] Description`

        - **[P]**: Can run in parallel
        - **[Story]**: Which user story

        ## Phase 1: Setup (Shared Infrastructure)

        **Purpose**: Project initialization

        - [x] T001 Create the structure
        - [x] T002 [P] Configure linting in `pyproject.toml`

        **Checkpoint**: Ready

        ---

        ## Phase 2: User Story 1 - Albums (Priority: P1) 🎯 MVP

        **Goal**: See albums

        **Independent Test**: Open the page

        ### Tests for User Story 1

        - [ ] T003 [P] [US1] Contract test in tests/albums.py

        ### Implementation for User Story 1

        - [ ] T004 [US1] Model in src/album.py (depends on T003)

        ## Dependencies & Execution Order

        ### Phase Dependencies

        - **Setup (Phase 1)**: No dependencies
        - **User Stories (Phase 2+)**: Depend on Phase 1

        ## Notes

        - [P] tasks = different files, no dependencies
    """)
    assert [(one.number, one.boxes, one.dependencies) for one in plan.phases] == [
        ("1", (2, 2), ()),
        ("2", (0, 2), ()),
    ]
    assert texts(plan.phases[1].tasks) == [
        "T003 [P] [US1] Contract test in tests/albums.py",
        "T004 [US1] Model in src/album.py (depends on T003)",
    ]
    assert plan.phases[0].title == "Setup"
    assert plan.phases[1].goal is not None
    assert plan.boxes == (2, 4)
    assert plan.header.status is None


def test_a_ticket_with_a_plan_in_it() -> None:
    """Front matter tells the state, criteria are no tasks, plain steps are no phases."""
    plan = plan_of("""
        ---
        id: task-7
        status: To Do
        created_date: '2026-01-02 21:18'
        dependencies: []
        ---

        ## Description

        Words.

        ## Acceptance Criteria

        - [ ] #1 It is fast
        - [x] #2 It is small

        ## Implementation Plan

        1. Measure
        2. Make it fast
    """)
    assert plan.header.status is not None
    assert plan.header.status.value == "planned"
    assert (plan.phases, plan.tasks, plan.boxes) == ((), (), (1, 2))
    assert texts(plan.criteria.all) == ["#1 It is fast", "#2 It is small"]


def test_a_checklist_in_parts() -> None:
    """Boxes under headings without numbers are tasks of the plan, in order."""
    plan = plan_of("""
        # Launch

        ## Before
        1. [x] freeze
        2. [ ] test

        ## After
        * [ ] measure
        + [-] celebrate
    """)
    assert [(item.text, item.state) for item in plan.tasks] == [
        ("freeze", "done"),
        ("test", "open"),
        ("measure", "open"),
        ("celebrate", "cancelled"),
    ]
    assert plan.work == (1, 3, 1)


def test_signs_are_no_boxes() -> None:
    """A tick as a sign often marks what is planned, and counts for nothing."""
    plan = plan_of("""
        ## Phase 1: A

        **Deliverables**:
        - ✅ A page
        - ⏳ A mail
    """)
    (phase,) = plan.phases
    assert [item.state for item in phase.deliverables] == [None, None]
    assert (phase.boxes, phase.marked_done) == ((0, 0), False)
