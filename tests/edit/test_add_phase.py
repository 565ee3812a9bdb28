"""A phase is added behind the last one, in its form."""

from __future__ import annotations

import pytest

from tests.edit.changed import outcome
from trueplan.edit.add_phase import add_phase
from trueplan.edit.document import Document
from trueplan.edit.phase_section import AskedPhase
from trueplan.text import Edit

TABLE = (
    "| # | Phase | Estimate | Status |\n|---|---|---|---|\n"
    "| 1 | A | 2 days | Done |\n| 2 | B | 1 day | Planned |\n"
)
LIST = "- [ ] Phase 1: A\n  - [ ] x\n- [ ] Phase 2: B\n  - [ ] y\n"
HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n"


@pytest.mark.parametrize(
    ("body", "create", "changes"),
    [
        (
            "## Phase 1: A\n- [ ] x\n",
            False,
            [
                "+## Phase 2: New",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
            ],
        ),
        (
            "## Phase 1: A\n- [ ] x\n\n---\n\n## Phase 2: B ✅\n- [x] y\n\n---\n",
            False,
            [
                "+## Phase 3: New",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
                "+---",
                "+",
            ],
        ),
        (
            "### Step 01 - A (2 hours)\n\n* [ ] x\n",
            False,
            [
                "+### Step 02 - New",
                "+",
                "+* [ ] t1",
                "+* [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
            ],
        ),
        (
            "## 1. A\n- [ ] x\n\n## 2. B\n- [ ] x\n",
            False,
            [
                "+## 3. New",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
            ],
        ),
        (
            "## Phase 2a: A\n- [ ] x\n\n## Phase 2b: C\n- [ ] x\n",
            False,
            [
                "+## Phase 2c: New",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
            ],
        ),
        (
            (
                "## Phases\n\n| # | Phase | Estimate | Status |\n|---|---|---|---|\n"
                "| 1 | A | 2 days | Done |\n| 2 | B | 1 day | Planned |\n"
            ),
            False,
            (
                "the phases of this plan are each a row of a table, without a place "
                "for tasks, acceptance criteria"
            ),
        ),
        (
            "- [ ] Phase 1: A\n  - [ ] x\n- [ ] Phase 2: B\n  - [ ] y\n",
            False,
            (
                "the phases of this plan are each an item of a list, without a place "
                "for acceptance criteria, estimate"
            ),
        ),
        (
            "## M1: A\n1. [ ] x\n",
            False,
            [
                "+## M2: New",
                "+1. [ ] t1",
                "+2. [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
            ],
        ),
        (
            "## Phases\n\nNone yet.\n",
            False,
            [
                "+### Phase 1: New",
                "+",
                (
                    "+**Goal**: <!-- trueplan: what is true when this phase is over "
                    "and was not before -->"
                ),
                "+",
                "+**Tasks**:",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Deliverables**:",
                "+<!-- trueplan: what it leaves behind that somebody could look at -->",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
                "+**Dependencies**: None",
                "+",
            ],
        ),
        ("Nothing\n", False, "the plan has no phases, and no section for them"),
        (
            "## Phase 1: A\n\n- **Goal**: g\n- **Tasks**:\n  - [ ] x\n",
            False,
            [
                "+## Phase 2: New",
                "+",
                "+- **Tasks**:",
                "+  - [ ] t1",
                "+  - [ ] t2",
                "+- **Acceptance Criteria**:",
                "+  - c",
                "+- **Estimated Duration**: 1 day",
                "+",
            ],
        ),
        (
            (
                "## Phase 1: A\n- [ ] x\n\n## Progress Tracking\n\n### Completed Phases\n"
                "- [ ] Phase 1 - Not Started\n"
            ),
            False,
            [
                "+## Phase 2: New",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
                "+- [ ] Phase 2 - Not Started",
            ],
        ),
        (
            "## Phase 1: A\n\n#### Tasks\n\n- [ ] x\n",
            False,
            [
                "+## Phase 2: New",
                "+",
                "+#### Tasks",
                "+",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
            ],
        ),
        (
            (
                "## Phase 1: A\n\n**Goal**: <!-- trueplan: g -->\n\n**Tasks**:\n- [ ] x\n\n"
                "**Dependencies**: None\n"
            ),
            False,
            [
                "+## Phase 2: New",
                "+",
                (
                    "+**Goal**: <!-- trueplan: what is true when this phase is over "
                    "and was not before -->"
                ),
                "+",
                "+**Tasks**:",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
                "+**Dependencies**: None",
                "+",
            ],
        ),
        (
            "### **Week 2: Build**\n- [ ] x\n",
            False,
            [
                "+### **Week 3: New**",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
            ],
        ),
        (
            "## `Phase 3: Z` (2 hours)\n- [ ] x\n",
            False,
            [
                "+## `Phase 4: New`",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
            ],
        ),
        (
            "### Week 3-4: Build\n- [ ] x\n",
            False,
            [
                "+### Week 5: New",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
            ],
        ),
        (
            "## Phase 1: A\n\n1. **Goal**: g\n2. **Tasks**:\n   - [ ] x\n",
            False,
            [
                "+## Phase 2: New",
                "+",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
            ],
        ),
        (
            "Nothing\n",
            True,
            [
                "+## Phases",
                "+",
                "+### Phase 1: New",
                "+",
                (
                    "+**Goal**: <!-- trueplan: what is true when this phase is over "
                    "and was not before -->"
                ),
                "+",
                "+**Tasks**:",
                "+- [ ] t1",
                "+- [ ] t2",
                "+",
                "+**Deliverables**:",
                "+<!-- trueplan: what it leaves behind that somebody could look at -->",
                "+",
                "+**Acceptance Criteria**:",
                "+- c",
                "+",
                "+**Estimated Duration**: 1 day",
                "+",
                "+**Dependencies**: None",
                "+",
            ],
        ),
    ],
)
def test_add_phase(body: str, create: bool, changes: list[str] | str) -> None:
    def ask(document: Document) -> tuple[Edit, ...]:
        return add_phase(
            document, AskedPhase("New", "", ("t1", "t2"), (), ("c",), "1 day", ""), create=create
        )

    assert outcome(HEAD + body, ask) == changes


@pytest.mark.parametrize(
    ("body", "asked", "changes"),
    [
        (TABLE, AskedPhase("New", estimate="1 day"), ["+| 3 | New | 1 day | Not Started |"]),
        (LIST, AskedPhase("New", tasks=("t1",)), ["+- [ ] Phase 3: New", "+  - [ ] t1"]),
    ],
)
def test_rows_and_items(body: str, asked: AskedPhase, changes: list[str]) -> None:
    assert outcome(HEAD + body, lambda document: add_phase(document, asked)) == changes
