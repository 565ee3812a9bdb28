"""Points go behind those that a section has; steps are numbered."""

from __future__ import annotations

import pytest

from tests.edit.changed import outcome
from trueplan.edit.add_point import add_points
from trueplan.edit.document import Document
from trueplan.text import Edit

HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n"


@pytest.mark.parametrize(
    ("body", "element", "create", "changes"),
    [
        (
            "## Technical Approach\n\n### Architecture\n\n- a\n",
            "architecture",
            False,
            ["+- b", "+- c"],
        ),
        (
            "## Technical Approach\n\n### Architecture\n\nWords.\n",
            "architecture",
            False,
            ["+- b", "+- c", "+"],
        ),
        (
            "## Technical Approach\n\n### Architecture\n\n<!-- trueplan: x -->\n",
            "architecture",
            False,
            ["-<!-- trueplan: x -->", "+- b", "+- c"],
        ),
        (
            "## Technical Approach\n\n### Architecture\n\n- TBD\n",
            "architecture",
            False,
            ["-- TBD", "+- b", "+- c"],
        ),
        (
            "## Rollout Plan\n\n### Deployment Steps\n\n<!-- trueplan: x -->\n",
            "steps",
            False,
            ["-<!-- trueplan: x -->", "+1. b", "+2. c"],
        ),
        ("## Rollout Plan\n\n### Deployment Steps\n\n1. a\n", "steps", False, ["+2. b", "+3. c"]),
        ("## Rollout Plan\n\n### Deployment Steps\n\n", "steps", False, ["+1. b", "+2. c", "+"]),
        (
            "## Technical Approach\n\n### Architecture\n\n",
            "steps",
            False,
            "the plan has no section “Deployment Steps”",
        ),
        (
            "## Technical Approach\n\n### Architecture\n\nx\n",
            "patterns",
            True,
            ["+### Design Patterns", "+", "+- b", "+- c", "+"],
        ),
    ],
)
def test_add_point(body: str, element: str, create: bool, changes: list[str] | str) -> None:
    def ask(document: Document) -> tuple[Edit, ...]:
        return add_points(document, element, ["b", "c"], create=create)

    assert outcome(HEAD + body, ask) == changes
