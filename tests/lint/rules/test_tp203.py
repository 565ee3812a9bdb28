"""TP203: when all is done, and what the fix writes."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import PHASES, criteria, fix_all, messages_in, phase, plan

ALL = (PHASES, phase("1", "xxx"))


@pytest.mark.parametrize(
    ("status", "written"),
    [
        ("In Progress", "Completed"),
        ("in progress", "completed"),
        ("IN PROGRESS", "COMPLETED"),
        ("🚧 In Progress", "✅ Completed"),
        ("**In Progress**", "**Completed**"),
        ("Planned", "Completed"),
    ],
)
def test_fix_keeps_the_voice(status: str, written: str, make_repository: Make) -> None:
    """Case, sign and emphasis stay as the plan has them."""
    assert fix_all(make_repository, "TP203", plan(*ALL, status=status)) == plan(
        *ALL, status=written
    )


def test_front_matter_keeps_its_line_ends(make_repository: Make) -> None:
    """Only the value changes."""
    body = "\r\n# Lights\r\n\r\n## Phase 1: Masts\r\n\r\n- [x] a\r\n- [x] b\r\n- [x] c\r\n"
    before = f"---\r\nstatus: in-progress\r\n---\r\n{body}"
    assert fix_all(make_repository, "TP203", before) == before.replace("in-progress", "completed")


def test_a_remark_is_not_thrown_away(make_repository: Make) -> None:
    """A status with a remark is reported and left to a person."""
    text = plan(*ALL, status="In Progress (three of us)")
    (found,) = find(make_repository, "TP203", text)
    assert found.fix is None


def test_the_fix_is_unsafe(make_repository: Make) -> None:
    """Whether it is complete is for a person to say."""
    (found,) = find(make_repository, "TP203", plan(*ALL))
    assert found.fix is not None
    assert found.fix.safe is False


@pytest.mark.parametrize(
    "text",
    [
        plan(PHASES, phase("1", "xx")),
        plan(PHASES, phase("1", "xxx."), status="Planned"),
        plan(*ALL, criteria("x.")),
        plan(*ALL, phase("2", "")),
        plan(*ALL, status="In review"),
        plan(*ALL, status="Ready for deployment"),
        plan(*ALL, status="Paused"),
        plan(PHASES, phase("1", "xxx", more="**Acceptance Criteria**:\n- [ ] Seen at sea\n")),
    ],
    ids=["two tasks", "open task", "open criterion", "phase without boxes", "in review",
         "to be deployed", "paused", "open acceptance criterion"],
)  # fmt: skip
def test_near_misses(text: str, make_repository: Make) -> None:
    """Where something may be left, nothing is said."""
    assert messages_in(make_repository, "TP203", text) == []


def test_latest_is_not_a_test(make_repository: Make) -> None:
    """Words that only contain one of those that speak of what is to come are not taken for it."""
    assert len(messages_in(make_repository, "TP203", plan(*ALL, status="Active, latest"))) == 1
