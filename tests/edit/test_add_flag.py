"""A flag is added where the others are."""

from __future__ import annotations

import pytest

from tests.edit.changed import outcome
from trueplan.edit.add_flag import NewFlag, add_flag
from trueplan.edit.document import Document
from trueplan.text import Edit

HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n"


@pytest.mark.parametrize(
    ("body", "create", "changes"),
    [
        (
            "## Rollout Plan\n\n### Feature Flags\n\n- `a`: x; 5 % of users\n",
            False,
            ["+- `horn`: a horn; on for 5 % of users; rollback: switch it off"],
        ),
        (
            (
                "## Rollout Plan\n\n### Feature Flags\n\n| Flag | Rollout | Rollback | What |\n"
                "|---|---|---|---|\n| `a` | 5 % | off | x |\n"
            ),
            False,
            ["+| `horn` | 5 % | switch it off | a horn |"],
        ),
        (
            (
                "## Rollout Plan\n\n### Feature Flags\n\n| Flag | Rollback |\n|---|---|\n"
                "| `a` | off |\n"
            ),
            False,
            "the table of flags has no column for the rollout",
        ),
        (
            "## Rollout Plan\n\n### Feature Flags\n\nNone\n",
            False,
            ["-None", "+- `horn`: a horn; on for 5 % of users; rollback: switch it off"],
        ),
        ("", False, "the plan has no section for feature flags"),
        (
            "",
            True,
            [
                "+## Rollout Plan",
                "+### Feature Flags",
                "+",
                "+- `horn`: a horn; on for 5 % of users; rollback: switch it off",
                "+",
                "+",
            ],
        ),
    ],
)
def test_add_flag(body: str, create: bool, changes: list[str] | str) -> None:
    def ask(document: Document) -> tuple[Edit, ...]:
        return add_flag(document, NewFlag("horn", "a horn", "5 %", "switch it off"), create=create)

    assert outcome(HEAD + body, ask) == changes
