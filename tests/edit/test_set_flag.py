"""Only the number of a percentage changes; one that is missing is added."""

from __future__ import annotations

import pytest

from tests.edit.changed import outcome
from trueplan.edit.document import Document
from trueplan.edit.set_flag import set_rollout
from trueplan.text import Edit

HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n"


@pytest.mark.parametrize(
    ("body", "changes"),
    [
        (
            "## Rollout Plan\n\n### Feature Flags\n\n- `a`: x; 5 % of users\n",
            ["-- `a`: x; 5 % of users", "+- `a`: x; 25 % of users"],
        ),
        (
            "## Rollout Plan\n\n### Feature Flags\n\n- `a`: x, 0.5%\n",
            ["-- `a`: x, 0.5%", "+- `a`: x, 25%"],
        ),
        (
            "## Rollout Plan\n\n### Feature Flags\n\n| Flag | Rollout |\n|---|---|\n| `a` | 5% |\n",
            ["-| `a` | 5% |", "+| `a` | 25% |"],
        ),
        (
            "## Rollout Plan\n\n### Feature Flags\n\n| Flag | Rollout |\n|---|---|\n| `a` | |\n",
            ["-| `a` | |", "+| `a` | 25 % |"],
        ),
        (
            "## Rollout Plan\n\n### Feature Flags\n\n| Flag | What |\n|---|---|\n| `a` | x |\n",
            "the table of flags has no column for the rollout",
        ),
        (
            "## Rollout Plan\n\n### Feature Flags\n\n- `a`: x.\n",
            ["-- `a`: x.", "+- `a`: x. On for 25 % of users."],
        ),
        (
            "## Rollout Plan\n\n### Feature Flags\n\n- `a`: x\n",
            ["-- `a`: x", "+- `a`: x; on for 25 % of users"],
        ),
        (
            "## Rollout Plan\n\n### Feature Flags\n\n- `a`\n",
            ["-- `a`", "+- `a`: on for 25 % of users"],
        ),
        (
            "## Rollout Plan\n\n### Feature Flags\n\n- `a`\n  - Rollout: 10 % of users\n",
            ["-  - Rollout: 10 % of users", "+  - Rollout: 25 % of users"],
        ),
    ],
)
def test_set_flag(body: str, changes: list[str] | str) -> None:
    def ask(document: Document) -> tuple[Edit, ...]:
        return set_rollout(document, document.plan.rollout.flags[0], "25")

    assert outcome(HEAD + body, ask) == changes
