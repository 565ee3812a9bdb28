"""A field of the header changes in its form; a missing one is added beside the others."""

from __future__ import annotations

import pytest

from tests.edit.changed import outcome
from trueplan.edit.document import Document
from trueplan.edit.set_field import set_field
from trueplan.text import Edit

HEAD = ""


@pytest.mark.parametrize(
    ("body", "key", "value", "changes"),
    [
        (
            "# Plan: Quay\n\n**Owner**: A\n\n## Phase 1: A\n- [ ] x\n",
            "owner",
            "B",
            ["-**Owner**: A", "+**Owner**: B"],
        ),
        (
            "# Plan: Quay\n\n**Owner:** A\n\n## Phase 1: A\n- [ ] x\n",
            "owner",
            "B",
            ["-**Owner:** A", "+**Owner:** B"],
        ),
        (
            "# Plan: Quay\n\n**Status**: Planned\n**Owner**:\n\n## Phase 1: A\n- [ ] x\n",
            "owner",
            "B",
            ["-**Owner**:", "+**Owner**: B"],
        ),
        (
            (
                "# Plan: Quay\n\n**Status**: Planned\n**Created**: 2026-01-01\n\n"
                "## Phase 1: A\n- [ ] x\n"
            ),
            "target",
            "2026-03-10",
            ["+**Target Completion**: 2026-03-10"],
        ),
        (
            "# Plan: Quay\n\n**Target Completion**: Dec 18, 2025\n\n## Phase 1: A\n- [ ] x\n",
            "target",
            "2026-03-10",
            ["-**Target Completion**: Dec 18, 2025", "+**Target Completion**: Mar 10, 2026"],
        ),
        (
            (
                "# Plan: Quay\n\n**Target Completion**: 2026-02-01 (with luck)\n\n"
                "## Phase 1: A\n- [ ] x\n"
            ),
            "target",
            "2026-03-10",
            [
                "-**Target Completion**: 2026-02-01 (with luck)",
                "+**Target Completion**: 2026-03-10 (with luck)",
            ],
        ),
        (
            "# Plan: Quay\n\n**Target Completion**: TBD\n\n## Phase 1: A\n- [ ] x\n",
            "target",
            "2026-03-10",
            ["-**Target Completion**: TBD", "+**Target Completion**: 2026-03-10"],
        ),
        (
            "# Plan: Quay\n\n**Target Completion**: 2026-02-01\n\n## Phase 1: A\n- [ ] x\n",
            "target",
            "TBD",
            ["-**Target Completion**: 2026-02-01", "+**Target Completion**: TBD"],
        ),
        (
            (
                "# Plan: Quay\n\n| Field | Value |\n|---|---|\n| Status | Draft |\n"
                "| Owner | A |\n\n## Phase 1: A\n- [ ] x\n"
            ),
            "owner",
            "B | C",
            ["-| Owner | A |", "+| Owner | B \\| C |"],
        ),
        (
            "# Plan: Quay\n\n> **Status**: x\n> **Owner**: y\n\n## Phase 1: A\n- [ ] x\n",
            "owner",
            "b",
            ["-> **Owner**: y", "+> **Owner**: b"],
        ),
        ("# Plan: Quay\n\n\n## Phase 1: A\n- [ ] x\n", "owner", "b", ["+", "+**Owner**: b"]),
        (
            "---\nstatus: draft\nowner: a # boss\n---\n\n# Plan: Quay\n",
            "owner",
            "a: b",
            ["-owner: a # boss", '+owner: "a: b" # boss'],
        ),
        (
            "---\nstatus: draft\nowner: 'a'\n---\n\n# Plan: Quay\n",
            "owner",
            "yes",
            ["-owner: 'a'", "+owner: 'yes'"],
        ),
        (
            "---\nstatus: draft\nowner: a\n---\n\n# Plan: Quay\n",
            "owner",
            "no",
            ["-owner: a", '+owner: "no"'],
        ),
        (
            "---\nstatus: draft\nowner: a\n---\n\n# Plan: Quay\n",
            "owner",
            "b",
            ["-owner: a", "+owner: b"],
        ),
        ("---\nstatus: draft\n---\n\n# Plan: Quay\n", "owner", "b", ["+owner: b"]),
    ],
)
def test_set_field(body: str, key: str, value: str, changes: list[str] | str) -> None:
    def ask(document: Document) -> tuple[Edit, ...]:
        return set_field(document, key, value)

    assert outcome(HEAD + body, ask) == changes
