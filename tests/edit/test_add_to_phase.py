"""New items of a phase are written as the others are, at their place."""

from __future__ import annotations

import pytest

from tests.edit.changed import outcome
from trueplan.edit.add_to_phase import Group, add_to_phase
from trueplan.edit.document import Document
from trueplan.text import Edit

HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n"


@pytest.mark.parametrize(
    ("body", "group", "changes"),
    [
        (
            "## Phase 1: Piles\n\n- [ ] a\n\n---\n\n## Risks\n\n- r\n",
            "task",
            ["+- [ ] one", "+- [ ] two"],
        ),
        (
            "## Phase 1: Piles\n\n- [ ] a\n\n---\n\n## Risks\n\n- r\n",
            "acceptance",
            ["+**Acceptance Criteria**:", "+- one", "+- two", "+"],
        ),
        (
            "## Phase 1: Piles\n\n* [ ] a\n\n---\n\n## Risks\n\n- r\n",
            "task",
            ["+* [ ] one", "+* [ ] two"],
        ),
        (
            "## Phase 1: Piles\n\n* [ ] a\n\n---\n\n## Risks\n\n- r\n",
            "acceptance",
            ["+**Acceptance Criteria**:", "+* one", "+* two", "+"],
        ),
        (
            "## Phase 1: Piles\n\n1. [ ] a\n\n---\n\n## Risks\n\n- r\n",
            "task",
            ["+2. [ ] one", "+3. [ ] two"],
        ),
        (
            "## Phase 1: Piles\n\n1. [ ] a\n\n---\n\n## Risks\n\n- r\n",
            "acceptance",
            ["+**Acceptance Criteria**:", "+- one", "+- two", "+"],
        ),
        (
            "## Phase 1: Piles\n\n- [ ] a\n\n- [ ] b\n\n---\n\n## Risks\n\n- r\n",
            "task",
            ["+- [ ] one", "+", "+- [ ] two", "+"],
        ),
        (
            "## Phase 1: Piles\n\n- [ ] a\n\n- [ ] b\n\n---\n\n## Risks\n\n- r\n",
            "acceptance",
            ["+**Acceptance Criteria**:", "+- one", "+- two", "+"],
        ),
        (
            "## Phase 1: Piles\n\n- [ ] a  \n- [ ] b  \n\n---\n\n## Risks\n\n- r\n",
            "task",
            ["+- [ ] one  ", "+- [ ] two  "],
        ),
        (
            "## Phase 1: Piles\n\n- [ ] a  \n- [ ] b  \n\n---\n\n## Risks\n\n- r\n",
            "acceptance",
            ["+**Acceptance Criteria**:", "+- one", "+- two", "+"],
        ),
        (
            (
                "## Phase 1: Piles\n\n**Tasks**:\n- [ ] a\n\n**Deliverables**:\n- d\n\n---\n\n"
                "## Risks\n\n- r\n"
            ),
            "task",
            ["+- [ ] one", "+- [ ] two"],
        ),
        (
            (
                "## Phase 1: Piles\n\n**Tasks**:\n- [ ] a\n\n**Deliverables**:\n- d\n\n---\n\n"
                "## Risks\n\n- r\n"
            ),
            "acceptance",
            ["+**Acceptance Criteria**:", "+- one", "+- two", "+"],
        ),
        (
            "## Phase 1: Piles\n\n**Tasks**:\n\n**Deliverables**:\n- d\n\n---\n\n## Risks\n\n- r\n",
            "task",
            ["+- [ ] one", "+- [ ] two"],
        ),
        (
            "## Phase 1: Piles\n\n**Tasks**:\n\n**Deliverables**:\n- d\n\n---\n\n## Risks\n\n- r\n",
            "acceptance",
            ["+**Acceptance Criteria**:", "+- one", "+- two", "+"],
        ),
        (
            "## Phase 1: Piles\n\n**Tasks:**\n- TBD\n\n---\n\n## Risks\n\n- r\n",
            "task",
            ["-- TBD", "+- [ ] one", "+- [ ] two"],
        ),
        (
            "## Phase 1: Piles\n\n**Tasks:**\n- TBD\n\n---\n\n## Risks\n\n- r\n",
            "acceptance",
            ["+**Acceptance Criteria:**", "+- one", "+- two", "+"],
        ),
        (
            "## Phase 1: Piles\n\nSome words.\n\n---\n\n## Risks\n\n- r\n",
            "task",
            ["+- [ ] one", "+- [ ] two", "+"],
        ),
        (
            "## Phase 1: Piles\n\nSome words.\n\n---\n\n## Risks\n\n- r\n",
            "acceptance",
            ["+**Acceptance Criteria**:", "+- one", "+- two", "+"],
        ),
        (
            "## Phase 1: Piles\n\n\n---\n\n## Risks\n\n- r\n",
            "task",
            ["+", "+- [ ] one", "+- [ ] two"],
        ),
        (
            "## Phase 1: Piles\n\n\n---\n\n## Risks\n\n- r\n",
            "acceptance",
            ["+", "+**Acceptance Criteria**:", "+- one", "+- two"],
        ),
        (
            (
                "## Phase 1: Piles\n\n#### Tasks\n\n#### Acceptance Criteria\n- [ ] x\n\n---\n"
                "\n## Risks\n\n- r\n"
            ),
            "task",
            ["+", "+- [ ] one", "+- [ ] two"],
        ),
        (
            (
                "## Phase 1: Piles\n\n#### Tasks\n\n#### Acceptance Criteria\n- [ ] x\n\n---\n"
                "\n## Risks\n\n- r\n"
            ),
            "acceptance",
            ["+- [ ] one", "+- [ ] two"],
        ),
        (
            (
                "## Phase 1: Piles\n\n**Goal**: g\n\n**Estimated Duration**: 1 session\n\n---\n"
                "\n## Risks\n\n- r\n"
            ),
            "task",
            ["+", "+**Tasks**:", "+- [ ] one", "+- [ ] two"],
        ),
        (
            (
                "## Phase 1: Piles\n\n**Goal**: g\n\n**Estimated Duration**: 1 session\n\n---\n"
                "\n## Risks\n\n- r\n"
            ),
            "acceptance",
            ["+", "+**Acceptance Criteria**:", "+- one", "+- two"],
        ),
        (
            (
                "## Phase 1: Piles\n\n- **Goal**: g\n- **Dependencies**: None\n\n---\n\n"
                "## Risks\n\n- r\n"
            ),
            "task",
            ["+- **Tasks**:", "+  - [ ] one", "+  - [ ] two"],
        ),
        (
            (
                "## Phase 1: Piles\n\n- **Goal**: g\n- **Dependencies**: None\n\n---\n\n"
                "## Risks\n\n- r\n"
            ),
            "acceptance",
            ["+- **Acceptance Criteria**:", "+  - one", "+  - two"],
        ),
        (
            "## Phase 1: Piles\n\n**Tasks**: None\n\n---\n\n## Risks\n\n- r\n",
            "task",
            ["-**Tasks**: None", "+**Tasks**:", "+- [ ] one", "+- [ ] two"],
        ),
        (
            "## Phase 1: Piles\n\n**Tasks**: None\n\n---\n\n## Risks\n\n- r\n",
            "acceptance",
            ["+**Acceptance Criteria**:", "+- one", "+- two", "+"],
        ),
        (
            (
                "## Phase 1: Piles\n\n**Acceptance Criteria**: it holds\n\n**Tasks**:\n"
                "- [ ] a\n\n---\n\n## Risks\n\n- r\n"
            ),
            "task",
            ["+- [ ] one", "+- [ ] two"],
        ),
        (
            (
                "## Phase 1: Piles\n\n**Acceptance Criteria**: it holds\n\n**Tasks**:\n"
                "- [ ] a\n\n---\n\n## Risks\n\n- r\n"
            ),
            "acceptance",
            ["+- one", "+- two"],
        ),
        (
            (
                "## Phase 1: Piles\n\n**Tasks**:\n<!-- trueplan: x -->\n\n"
                "**Dependencies**: None\n\n---\n\n## Risks\n\n- r\n"
            ),
            "task",
            ["-<!-- trueplan: x -->", "+- [ ] one", "+- [ ] two"],
        ),
        (
            (
                "## Phase 1: Piles\n\n**Tasks**:\n<!-- trueplan: x -->\n\n"
                "**Dependencies**: None\n\n---\n\n## Risks\n\n- r\n"
            ),
            "acceptance",
            ["+**Acceptance Criteria**:", "+- one", "+- two", "+"],
        ),
        (
            (
                "## Phases\n\n| # | Phase | Status |\n|---|---|---|\n| 1 | Piles | Done |\n"
                "| 2 | Planks | Planned |\n"
            ),
            "task",
            "phase 1 is a row of a table, which has no place for it",
        ),
        (
            "- [ ] Phase 1: A\n  - [ ] x\n- [ ] Phase 2: B\n  - [ ] y\n",
            "deliverable",
            "a phase that is an item of a list has a place for tasks only",
        ),
        (
            "1. [ ] **Phase 1: A**\n2. [ ] **Phase 2: B**\n   - [ ] y\n",
            "task",
            ["+   - [ ] one", "+   - [ ] two"],
        ),
    ],
)
def test_add_to_phase(body: str, group: Group, changes: list[str] | str) -> None:
    def ask(document: Document) -> tuple[Edit, ...]:
        return add_to_phase(document, document.plan.phases[0], group, ["one", "two"])

    assert outcome(HEAD + body, ask) == changes
