"""TP104, phase-without-acceptance-criteria: the forms that criteria have."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

PLAN = "# Lights\n\n### Phase 1: Masts{mark}\n\n- [ ] Order masts\n\n{body}\n"


@pytest.mark.parametrize(
    "body", ["", "**Deliverables**:\n- Masts", "**Acceptance Criteria**:\n\n**Estimate**: 1 hour"]
)
def test_phases_without_criteria(body: str, make_repository: Make) -> None:
    """Outputs are none, and a label with nothing below it is none."""
    text = PLAN.format(mark="", body=body)
    assert messages(find(make_repository, "TP104", text)) == [
        "3: phase 1 has no acceptance criteria"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "**Acceptance Criteria**:\n- They stand",
        "**Done when**: they stand.",
        "**Acceptance Criteria:**\n\nThey stand.",
        "**Success Criteria** (all of them):\n\nThey stand.",
        "#### Exit criteria\n\n| What | How |\n|---|---|\n| Masts | stand |",
        "- [ ] **Verification**: they stand",
        "**验收标准**：\n- 完成",
    ],
)
def test_criteria_in_other_forms(body: str, make_repository: Make) -> None:
    """A sentence, a table, another name."""
    assert find(make_repository, "TP104", PLAN.format(mark="", body=body)) == []


def test_phases_that_are_called_off(make_repository: Make) -> None:
    """They will never be done."""
    assert find(make_repository, "TP104", PLAN.format(mark=" - SKIPPED", body="")) == []
