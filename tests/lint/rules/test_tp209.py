"""TP209: what counts as a reason."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.rules.plans import PHASES, messages_in, phase, plan

WORK = (PHASES, phase("1", "."))


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("Paused", "paused"),
        ("⏸ On hold", "paused"),
        ("On Hold since 2026-03-01", "paused"),
        ("❌ Cancelled (2026-03-01)", "cancelled"),
    ],
)
def test_a_state_and_a_date_are_no_reason(status: str, state: str, make_repository: Make) -> None:
    """When is not why."""
    assert messages_in(make_repository, "TP209", plan(*WORK, status=status)) == [
        f"the plan is {state}, and does not say why"
    ]


@pytest.mark.parametrize(
    "text",
    [
        plan(*WORK, status="Paused (waiting for the thaw)"),
        plan(*WORK, status="Superseded by second-pier"),
        plan(*WORK, status="Paused", header="**Reason**: the ground is frozen\n"),
        plan(*WORK, status="Paused", header="**Blocked by**: the permit\n"),
        plan(*WORK, "## Notes\n\n- **2026-03-01**: Waiting for the thaw\n", status="Paused"),
        plan(*WORK, status="In Progress"),
    ],
    ids=["behind the status", "superseded by", "reason", "blocker", "note", "not stopped"],
)
def test_reasons(text: str, make_repository: Make) -> None:
    """Any of these tells a reader why."""
    assert messages_in(make_repository, "TP209", text) == []


def test_a_note_about_something_else_is_no_reason(make_repository: Make) -> None:
    """Notes count when they speak of stopping."""
    notes = "## Notes & Learnings\n\n- **2026-03-01**: The lamps are brighter than we thought\n"
    assert len(messages_in(make_repository, "TP209", plan(*WORK, notes, status="Paused"))) == 1
