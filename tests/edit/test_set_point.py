"""The points of the objective change behind their labels; a section is written once."""

from __future__ import annotations

import pytest

from tests.edit.changed import outcome
from trueplan.edit.document import Document
from trueplan.edit.set_point import set_point, write_section
from trueplan.text import Edit

HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n"


@pytest.mark.parametrize(
    ("body", "element", "create", "changes"),
    [
        (
            (
                "## Overview\n\n### Business Objective\n\n"
                "- **Problem statement**: <!-- trueplan: x -->\n- **Target users**: us\n"
            ),
            "problem",
            False,
            [
                "-- **Problem statement**: <!-- trueplan: x -->",
                "+- **Problem statement**: One file.",
            ],
        ),
        (
            (
                "## Overview\n\n### Business Objective\n\n- **Problem statement**: x\n"
                "- **Target users**: us\n"
            ),
            "users",
            False,
            ["-- **Target users**: us", "+- **Target users**: One file."],
        ),
        (
            "## Overview\n\n### Business Objective\n\n- Problem: x\n",
            "impact",
            False,
            ["+- **Expected business impact**: One file."],
        ),
        (
            "## Overview\n\n### Business Objective\n\n**Problem**: x\n",
            "problem",
            False,
            ["-**Problem**: x", "+**Problem**: One file."],
        ),
        ("", "problem", False, "the plan has no section for its objective"),
        (
            "",
            "problem",
            True,
            [
                "+## Overview",
                "+### Business Objective",
                "+",
                "+- **Problem statement**: One file.",
                "+",
                "+",
            ],
        ),
        (
            "## Technical Approach\n\n### Architecture\n\n<!-- trueplan: x -->\n",
            "architecture",
            False,
            ["-<!-- trueplan: x -->", "+One file."],
        ),
        (
            "## Technical Approach\n\n### Architecture\n\nTBD\n",
            "architecture",
            False,
            ["-TBD", "+One file."],
        ),
        (
            "## Technical Approach\n\n### Architecture\n\n- TBD\n",
            "architecture",
            False,
            ["-- TBD", "+One file."],
        ),
        (
            "## Technical Approach\n\n### Architecture\n\nWords.\n",
            "architecture",
            False,
            "“Architecture” says something already",
        ),
        (
            "## Technical Approach\n\n### Architecture\n\n",
            "architecture",
            False,
            ["+One file.", "+"],
        ),
        ("", "architecture", False, "the plan has no section “Architecture”"),
        (
            "",
            "architecture",
            True,
            ["+## Technical Approach", "+### Architecture", "+", "+One file.", "+", "+"],
        ),
    ],
)
def test_set_point(body: str, element: str, create: bool, changes: list[str] | str) -> None:
    def ask(document: Document) -> tuple[Edit, ...]:
        return (write_section if element == "architecture" else set_point)(
            document, element, "One file.", create=create
        )

    assert outcome(HEAD + body, ask) == changes
