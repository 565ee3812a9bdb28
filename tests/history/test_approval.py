"""What says that a plan is approved, and what only seems to."""

from __future__ import annotations

import pytest

from tests.history.builders import plan_of, seen


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("Approved", "Approved"),
        ("✅ Approved by the CEO", "✅ Approved by the CEO"),
        ("Accepted", "Accepted"),
        ("Not approved", ""),
        ("To be approved", ""),
        ("Awaiting approval", ""),
        ("Unapproved", ""),
        ("Approved with changes pending", ""),
        ("In Progress", ""),
    ],
)
def test_by_status(status: str, said: str) -> None:
    assert seen(plan_of("A: [ ] a", status=status)).approval == said


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("**Approved by**: Ann", "Approved by: Ann"),
        ("**Approved by**: TBD", ""),
        ("**Approved by**:", ""),
        ("**Approval**: pending", ""),
        ("**Approval**: needed from the CEO", ""),
        ("**Sign-off**: 2026-01-02", "Sign-off: 2026-01-02"),
    ],
)
def test_by_a_field(field: str, said: str) -> None:
    text = plan_of("A: [ ] a").replace("Progress\n", f"Progress\n{field}\n")
    assert seen(text).approval == said


@pytest.mark.parametrize(
    ("box", "said"), [("[x]", "CEO approval"), ("[ ]", ""), ("[-]", ""), ("[~]", "")]
)
def test_by_a_gate(box: str, said: str) -> None:
    more = f"\n## Success Criteria\n\n### Quality Gates\n- {box} CEO approval\n"
    assert seen(plan_of("A: [ ] a", more=more)).approval == said
