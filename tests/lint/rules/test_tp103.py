"""TP103, phase-without-tasks: what may be the work of a phase."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

PLAN = """\
# Lights

**Status**: In Progress

### Phase 1: Masts{mark}

{body}

### Phase 2: Cable

- [ ] Lay it
"""
MISSING = ["5: phase 1 has no tasks"]


@pytest.mark.parametrize(
    "body",
    [
        "The masts come by boat.",
        "**Goal**: Six masts\n\n**Acceptance Criteria**:\n- They stand",
        "**Deliverables**:\n- Masts",
        "**Risks**:\n- They fall",
        "**Dependencies**:\n- The survey",
        "- **Goal**: Six masts\n- **Owner**: Ines",
    ],
)
def test_phases_without_work(body: str, make_repository: Make) -> None:
    """Outputs, criteria, risks and fields are no tasks."""
    text = PLAN.format(mark="", body=body)
    assert messages(find(make_repository, "TP103", text)) == MISSING


@pytest.mark.parametrize(
    "body",
    [
        "- [ ] Order them",
        "**Tasks**:\n- Order them",
        "1. Order them\n2. Raise them",
        "In this order:\n\n- Order them",
        "#### 1.1 Order\n\nBy mail.",
        "| What | Who |\n|---|---|\n| Order | Ines |",
        "**Notes**:\n- [ ] Order them",
    ],
)
def test_work_in_other_forms(body: str, make_repository: Make) -> None:
    """Lists, tables and numbered sections may be the work; a box always is."""
    assert find(make_repository, "TP103", PLAN.format(mark="", body=body)) == []


def test_phases_that_are_called_off(make_repository: Make) -> None:
    """Nothing is to be done there; nor in a cancelled plan."""
    off = PLAN.format(mark=" (CANCELLED)", body="No.")
    assert find(make_repository, "TP103", off) == []
    cancelled = PLAN.format(mark="", body="No.").replace("In Progress", "Cancelled")
    assert find(make_repository, "TP103", cancelled) == []
