"""Items are nested in another, with its bullet and a box."""

from __future__ import annotations

import pytest

from tests.edit.changed import outcome
from trueplan.edit.add_to_phase import add_below
from trueplan.edit.document import Document
from trueplan.text import Edit

HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n"


@pytest.mark.parametrize(
    ("body", "changes"),
    [
        ("## Phase 1: Piles\n\n**Tasks**:\n- [ ] a\n", ["+  - [ ] one", "+  - [ ] two"]),
        ("## Phase 1: Piles\n\n**Tasks**:\n1. [ ] a\n", ["+   - [ ] one", "+   - [ ] two"]),
        ("## Phase 1: Piles\n\n**Tasks**:\n* [ ] a\n  * [ ] b\n", ["+  * [ ] one", "+  * [ ] two"]),
        ("## Phase 1: Piles\n\n**Tasks**:\n- a\n", ["+  - [ ] one", "+  - [ ] two"]),
        (
            "## Phase 1: Piles\n\n**Tasks**:\n- [ ] a\n\n      code\n- [ ] b\n",
            ["+  - [ ] one", "+  - [ ] two"],
        ),
        (
            "## Phase 1: Piles\n\n**Tasks**:\n-   [ ] a\n-   [ ] b\n",
            ["+    - [ ] one", "+    - [ ] two"],
        ),
        ("## Phase 1: Piles\n\n**Tasks**:\n1.  [ ] a\n", ["+    - [ ] one", "+    - [ ] two"]),
        ("## Phase 1: Piles\n\n**Tasks**:\n-\t[ ] a\n", ["+ \t- [ ] one", "+ \t- [ ] two"]),
    ],
)
def test_add_below(body: str, changes: list[str] | str) -> None:
    def ask(document: Document) -> tuple[Edit, ...]:
        return add_below(document, document.plan.phases[0].tasks[0], ["one", "two"])

    assert outcome(HEAD + body, ask) == changes
