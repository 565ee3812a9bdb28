"""What stands below the heading of a phase."""

from __future__ import annotations

import pytest

from tests.reader.texts import phase_of, plan_of, texts
from trueplan.model.item import count


def test_a_phase_of_the_template() -> None:
    """Every labelled part goes where it belongs."""
    phase = phase_of("""
        **Goal**: Sign in without a password

        **Tasks**:
        - [x] Send the mail
        - [ ] Check the link

        **Deliverables**:
        - A mail
        - [ ] A page

        **Acceptance Criteria**:
        - Works on phones
        - [x] Works without images

        **Estimated Duration**: 1-2 sessions

        **Dependencies**: None
    """)
    assert phase.goal is not None
    assert phase.estimate is not None
    assert phase.goal.value == "Sign in without a password"
    assert [(item.text, item.state) for item in phase.tasks] == [
        ("Send the mail", "done"),
        ("Check the link", "open"),
    ]
    assert [(item.text, item.state) for item in phase.deliverables] == [
        ("A mail", None),
        ("A page", "open"),
    ]
    assert [(item.text, item.state) for item in phase.acceptance] == [
        ("Works on phones", None),
        ("Works without images", "done"),
    ]
    assert (phase.estimate.low, phase.estimate.high) == (1, 2)
    assert phase.dependencies == ()
    assert phase.boxes == (2, 4)


_LABELS = {
    "tasks": (
        "**Tasks**:",
        "**Tasks:**",
        "#### Tasks",
        "Tasks:",
        "**TODO:**",
        "**Steps**:",
        "#### Implementation Steps",
        "**Action Items:**",
        "**任务**：",
        "**タスク**:",
        "**작업**:",
        "**Tasks** (in order):",
    ),
    "deliverables": (
        "**Deliverables**:",
        "**Deliverables:**",
        "#### Deliverables",
        "Deliverables:",
        "**Outputs**:",
        "**交付物**：",
        "**成果物**:",
        "**산출물**:",
        "📦 **Deliverables**:",
    ),
    "acceptance": (
        "**Acceptance Criteria**:",
        "**Acceptance Criteria:**",
        "#### Acceptance Criteria",
        "Acceptance criteria:",
        "**Success Criteria**:",
        "**Exit criteria:**",
        "**Definition of Done**:",
        "**Done when:**",
        "**验收标准**：",
        "**受け入れ基準**:",
        "**완료 조건**:",
        "#### ✅ Success Criteria",
    ),
}


@pytest.mark.parametrize(
    ("group", "label"), [(group, label) for group, labels in _LABELS.items() for label in labels]
)
def test_labels_open_groups(group: str, label: str) -> None:
    """A label in bold, plain or as a sub-heading says what the list below it is."""
    phase = phase_of(f"**Goal**: x\n\n{label}\n\n- [ ] one\n- [x] two\n")
    assert texts(getattr(phase, group)) == ["one", "two"]
    assert len(phase.items) == 2


def test_boxes_without_a_label_are_tasks() -> None:
    """Right below the heading, or below words of any kind."""
    phase = phase_of("Some words.\n\n- [ ] one\n- [x] two\n- a remark\n")
    assert texts(phase.tasks) == ["one", "two"]


def test_tasks_nest() -> None:
    """Boxes inside a task are its children, bullets inside it remarks."""
    phase = phase_of("""
        **Tasks**:
        - [ ] outer
          - [x] inner
            - [ ] deep
          - a remark
        - [x] second
    """)
    outer, second = phase.tasks
    assert (texts(outer.children), texts(outer.children[0].children)) == (["inner"], ["deep"])
    assert second.children == ()
    assert count(phase.tasks) == (2, 4, 0)


@pytest.mark.parametrize(
    ("line", "state", "text"),
    [
        ("- [ ] a", "open", "a"),
        ("- [x] a", "done", "a"),
        ("- [X] a", "done", "a"),
        ("- [~] a", "in_progress", "a"),
        ("- [/] a", "in_progress", "a"),
        ("- [-] a", "cancelled", "a"),
        ("- [ ] ~~a~~", "cancelled", "a"),
        ("- [ ] ~~a~~ (not needed)", "cancelled", "a (not needed)"),
        ("- [x] ~~a~~", "cancelled", "a"),
        ("- [ ] keep this, ~~drop that~~", "open", "keep this, drop that"),
        ("* [ ] a", "open", "a"),
        ("1. [ ] a", "open", "a"),
        ("- [ ] T001 [P] [US1] Create `src/a.py`", "open", "T001 [P] [US1] Create src/a.py"),
        ("- [ ] **Write** the [page](p.md)", "open", "Write the page"),
        ("- [x] a 16e6004", "done", "a 16e6004"),
        ("- [ ]", "open", ""),
    ],
)
def test_states_of_tasks(line: str, state: str, text: str) -> None:
    """The box says the state, strike-through calls the task off."""
    (task,) = phase_of(f"**Tasks**:\n{line}\n").tasks
    assert (task.state, task.text) == (state, text)


def test_cancelled_tasks_are_counted_apart() -> None:
    """They are neither open nor done."""
    phase = phase_of("- [x] a\n- [ ] b\n- [-] c\n- [ ] ~~d~~\n- [~] e\n")
    assert count(phase.tasks) == (1, 3, 2)


def test_a_phase_may_say_its_status() -> None:
    """A status field below the heading is the phase's."""
    plan = plan_of("""
        ## Phase 1: A
        **Status**: ✅ Complete
        - [x] a
        ## Phase 2: B
        **Status**: Cancelled
        - [ ] b
        ## Phase 3: C
        - **Status**: In Progress
        - [ ] c
    """)
    assert [
        (one.status and one.status.value, one.marked_done, one.marked_cancelled)
        for one in plan.phases
    ] == [
        ("completed", True, False),
        ("cancelled", False, True),
        ("in_progress", False, False),
    ]


def test_a_status_of_a_part_is_not_the_phases() -> None:
    """Below a sub-heading it speaks of that part."""
    (phase,) = plan_of("## Phase 1: A\n\n### 1.1 Base\n\n**Status**: Complete\n\n- [ ] a\n").phases
    assert (phase.status, phase.marked_done) == (None, False)


@pytest.mark.parametrize(
    "line",
    [
        "**Estimated Duration**: 2 sessions",
        "**Estimate:** 6 hours",
        "Effort: 6h",
        "- **Duration**: 2 sessions",
        "**Time Estimate**: ~6 hours",
        "**工期**：6小时",
        "**見積もり**: 6時間",
        "> **Duration**: 2 sessions",
    ],
)
def test_labels_of_estimates(line: str) -> None:
    """However it is labelled, the estimate is the phase's."""
    estimate = phase_of(f"{line}\n\n- [ ] a\n").estimate
    assert estimate is not None
    assert estimate.sessions == 2


def test_an_unreadable_estimate_is_a_problem() -> None:
    """It is named, and what says nothing is not."""
    text = "# P\n\n## Phase 1: A\n\n**Estimated Duration**: {}\n\n- [ ] a\n"
    (problem,) = plan_of(text.format("quick")).problems
    assert (problem.kind, problem.message) == (
        "estimate",
        "no amount of work can be read in “quick”",
    )
    assert plan_of(text.format("TBD")).problems == ()


def test_dates_of_a_phase() -> None:
    """Start and end are its dates, in the order of the text."""
    phase = phase_of("**Start Date**: 2026-01-05\n**Target**: 2026-01-31\n\n- [ ] a\n")
    assert [date.first for date in phase.dates] == ["2026-01-05", "2026-01-31"]


def test_a_goal_in_other_words() -> None:
    """Objective and purpose are goals, on the line or below a sub-heading."""
    for body in (
        "**Objective**: Be fast",
        "**Purpose:** Be fast",
        "#### Goal\n\nBe fast",
        "Goal: Be fast",
    ):
        goal = phase_of(body).goal
        assert goal is not None
        assert goal.value == "Be fast"


def test_labels_as_bullets() -> None:
    """Fields and groups may be the bullets of one list, with the items nested in them."""
    phase = phase_of("""
        - **Goal:** Be fast
        - **Tasks:**
          - [ ] one
          - [x] two
        - **Acceptance Criteria:**
          - [ ] three
        - **Estimate:** 6 hours
        - **Dependencies:** Phase 0
    """)
    assert phase.goal is not None
    assert phase.estimate is not None
    assert (phase.goal.value, phase.estimate.sessions) == ("Be fast", 2)
    assert [one.numbers for one in phase.dependencies] == [("0",)]
    assert (texts(phase.tasks), texts(phase.acceptance)) == (["one", "two"], ["three"])
