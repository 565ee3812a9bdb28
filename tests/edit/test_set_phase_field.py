"""A phase says something else behind its label; a label that it lacks is added."""

from __future__ import annotations

import pytest

from tests.edit.changed import outcome
from trueplan.edit.document import Document
from trueplan.edit.set_phase_field import set_phase_field
from trueplan.text import Edit

HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n"


@pytest.mark.parametrize(
    ("body", "key", "value", "changes"),
    [
        (
            "## Phase 1: A\n\n**Goal**: g\n\n- [ ] x\n",
            "goal",
            "h",
            ["-**Goal**: g", "+**Goal**: h"],
        ),
        (
            "## Phase 1: A\n\n**Goal**: <!-- trueplan: x -->\n\n**Tasks**:\n- [ ] x\n",
            "goal",
            "h",
            ["-**Goal**: <!-- trueplan: x -->", "+**Goal**: h"],
        ),
        ("## Phase 1: A\n\n**Tasks**:\n- [ ] x\n", "goal", "h", ["+**Goal**: h", "+"]),
        (
            "## Phase 1: A\n\n**Tasks:**\n- [ ] x\n",
            "estimate",
            "2 sessions",
            ["+**Estimated Duration:** 2 sessions", "+"],
        ),
        (
            "## Phase 1: A (2 hours)\n- [ ] x\n",
            "estimate",
            "3 hours",
            ["-## Phase 1: A (2 hours)", "+## Phase 1: A (3 hours)"],
        ),
        (
            "## Phase 1: A (2 hours) ✅\n- [ ] x\n",
            "title",
            "B",
            ["-## Phase 1: A (2 hours) ✅", "+## Phase 1: B (2 hours) ✅"],
        ),
        (
            "## Phase 1: <!-- trueplan: a name -->\n- [ ] x\n",
            "title",
            "B",
            ["-## Phase 1: <!-- trueplan: a name -->", "+## Phase 1: B"],
        ),
        ("## Phase 1\n- [ ] x\n", "title", "B", ["-## Phase 1", "+## Phase 1: B"]),
        (
            "## Phase 1: A\n\n**Depends on:** Phase 0\n- [ ] x\n",
            "depends",
            "None",
            ["-**Depends on:** Phase 0", "+**Depends on:** None"],
        ),
        ("## Phase 1: A\n- [ ] x\n", "depends", "Phase 0", ["+**Dependencies**: Phase 0", "+"]),
        (
            "## Phase 1: A\n\n### Goal\n\ng\n\n- [ ] x\n",
            "goal",
            "h",
            "“Goal” of the phase is a heading with text below it",
        ),
        (
            (
                "## Phases\n\n| # | Phase | Estimate | Status |\n|---|---|---|---|\n"
                "| 1 | A | 2 days | Done |\n| 2 | B | 1 day | Planned |\n"
            ),
            "estimate",
            "3 days",
            ["-| 1 | A | 2 days | Done |", "+| 1 | A | 3 days | Done |"],
        ),
        (
            (
                "## Phases\n\n| # | Phase | Estimate | Status |\n|---|---|---|---|\n"
                "| 1 | A | 2 days | Done |\n| 2 | B | 1 day | Planned |\n"
            ),
            "goal",
            "x",
            "the row of the phase has no goal yet",
        ),
        (
            (
                "## Phases\n\n| # | Phase | Estimate | Status |\n|---|---|---|---|\n"
                "| 1 | A | 2 days | Done |\n| 2 | B | 1 day | Planned |\n"
            ),
            "title",
            "Z",
            ["-| 1 | A | 2 days | Done |", "+| 1 | Z | 2 days | Done |"],
        ),
        (
            "- [ ] Phase 1: A\n  - [ ] x\n- [ ] Phase 2: B\n  - [ ] y\n",
            "goal",
            "x",
            "a phase that is an item of a list has no place for its goal",
        ),
    ],
)
def test_set_phase_field(body: str, key: str, value: str, changes: list[str] | str) -> None:
    def ask(document: Document) -> tuple[Edit, ...]:
        return set_phase_field(document, document.plan.phases[0], key, value)

    assert outcome(HEAD + body, ask) == changes
