"""What is followed of a plan."""

from __future__ import annotations

from tests.history.builders import seen
from trueplan.history.snapshot import SeenItem, SeenPhase, SeenRisk, Snapshot

TEXT = """\
# Quay

**Status**: ✅ Approved
**Owner**: Wren
**Target Completion**: Q1 2026

## Phase 1: The **piles**

**Estimated Time**: 90 minutes

- [x] Drive the piles (1a2b3c4d)
  - [x] Sort the timber

**Acceptance Criteria**:
- [ ] It stands
- A criterion without a box

## Success Criteria

### Quality Gates
- [ ] CEO approval

## Risks

| Risk | Likelihood | Impact |
|------|------------|--------|
| Rain | Low | High |

## Notes

- The sand is deep.
"""


def test_whole() -> None:
    """Criteria are seen only with a box."""
    assert seen(TEXT) == Snapshot(
        title="Quay",
        state="planned",
        told=True,
        status="✅ Approved",
        target="2026-03-31",
        owner="Wren",
        approval="✅ Approved",
        phases=(SeenPhase("1", "The piles", "the piles", "done", 0.5),),
        items=(
            SeenItem("1.1", "task", "Drive the piles (1a2b3c4d)", "drive the piles", "done", 0),
            SeenItem("1.1.1", "task", "Sort the timber", "sort the timber", "done", 0),
            SeenItem("1.a1", "acceptance", "It stands", "it stands", "open", 0),
            SeenItem("g1", "gate", "CEO approval", "ceo approval", "open", -1),
        ),
        risks=(SeenRisk("r1", "Rain", "rain", "Low, High"),),
        notes=("The sand is deep.",),
    )


def test_a_target_that_is_no_day() -> None:
    assert seen(TEXT.replace("Q1 2026", "2026-13-01")).target == "2026-13-01"


def test_an_estimate_survives_as_text() -> None:
    """A third of a session is rounded, so that an event can say it."""
    assert seen(TEXT.replace("90 minutes", "1 hour")).phases[0].estimate == 0.3333


def test_tasks_without_boxes() -> None:
    """Where a list of tasks has none, each is one whose state is not known."""
    text = "# Quay\n\n**Status**: Planned\n\n## Phase 1: A\n\n**Tasks**:\n- One\n- Two\n"
    assert [(one.place, one.state) for one in seen(text).items] == [("1.1", None), ("1.2", None)]
