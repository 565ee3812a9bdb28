"""Criteria are added to those of their kind, with a box unless these have none."""

from __future__ import annotations

import pytest

from tests.edit.changed import outcome
from trueplan.edit.add_criterion import CriterionKind, add_criterion
from trueplan.edit.document import Document
from trueplan.text import Edit

HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n"


@pytest.mark.parametrize(
    ("body", "kind", "create", "changes"),
    [
        (
            "## Success Criteria\n\n### Functional Requirements\n- [ ] a\n",
            "functional",
            False,
            ["+- [ ] c", "+- [ ] d"],
        ),
        ("## Success Criteria\n\n- [x] a\n- [ ] b\n", "criterion", False, ["+- [ ] c", "+- [ ] d"]),
        (
            "## Success Criteria\n\n### Quality Gates\n\n- All green\n",
            "gate",
            False,
            ["+- c", "+- d"],
        ),
        (
            "## Success Criteria\n\n### Quality Gates\n\nTBD\n",
            "gate",
            False,
            ["-TBD", "+- [ ] c", "+- [ ] d"],
        ),
        (
            "## Success Criteria\n\n- [ ] a\n",
            "gate",
            False,
            "the plan has no section “Quality Gates”",
        ),
        (
            "## Success Criteria\n\n- [ ] a\n",
            "gate",
            True,
            ["+### Quality Gates", "+", "+- [ ] c", "+- [ ] d", "+"],
        ),
        (
            "",
            "nonfunctional",
            True,
            [
                "+## Success Criteria",
                "+### Non-Functional Requirements",
                "+",
                "+- [ ] c",
                "+- [ ] d",
                "+",
                "+",
            ],
        ),
    ],
)
def test_add_criterion(
    body: str, kind: CriterionKind, create: bool, changes: list[str] | str
) -> None:
    def ask(document: Document) -> tuple[Edit, ...]:
        return add_criterion(document, kind, ["c", "d"], create=create)

    assert outcome(HEAD + body, ask) == changes
