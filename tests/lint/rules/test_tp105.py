"""TP105, phase-without-estimate: which phases still need one."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

PLAN = "# Lights\n\n**Status**: {status}\n\n### Phase 1: Masts{mark}\n\n- [ ] Order masts\n{body}"


def test_the_heading_or_the_empty_field_is_marked(make_repository: Make) -> None:
    """TBD holds the place of an estimate and is none."""
    bare = PLAN.format(status="Planned", mark="", body="")
    held = PLAN.format(status="Planned", mark="", body="\n**Estimated Duration**: TBD\n")
    assert messages(find(make_repository, "TP105", bare)) == ["5: phase 1 has no estimate"]
    assert messages(find(make_repository, "TP105", held)) == ["9: phase 1 has no estimate"]


@pytest.mark.parametrize(
    ("status", "mark", "body"),
    [
        ("Planned", " (2 hours)", ""),
        ("Planned", "", "\n**Effort**: M\n"),
        ("Planned", "", "\n**Effort**: not too long\n"),
        ("In Progress", " ✅", ""),
        ("Planned", " (CANCELLED)", ""),
        ("Completed", "", ""),
    ],
)
def test_estimated_or_behind_us(status: str, mark: str, body: str, make_repository: Make) -> None:
    """In the heading, in any unit; TP004's business; done or called off."""
    text = PLAN.format(status=status, mark=mark, body=body)
    assert find(make_repository, "TP105", text) == []
