"""From which state a plan or a phase moves."""

from __future__ import annotations

import pytest

from trueplan.edit.document import read_document
from trueplan.lifecycle.said_state import said_state

PLAN = """\
# Plan: Quay

{status}

## Phases

### Phase 1: Piles{heading}

{own}

- [{box}] Sort

## Progress Tracking

### Completed Phases
{row}
"""


def state(**parts: str) -> tuple[str, str]:
    words = {"status": "", "heading": "", "own": "", "box": " ", "row": "", **parts}
    document = read_document(PLAN.format(**words).encode())
    return said_state(document, None), said_state(document, 0)


@pytest.mark.parametrize(
    ("parts", "phase"),
    [
        ({}, "planned"),
        ({"box": "x"}, "in_progress"),
        ({"box": "~"}, "in_progress"),
        ({"row": "- [ ] Phase 1 - Not Started"}, "planned"),
        ({"row": "- [ ] Phase 1 - Paused"}, "paused"),
        ({"row": "- [ ] Phase 1 - In Progress"}, "in_progress"),
        ({"row": "- [x] Phase 1 - Completed"}, "completed"),
        ({"row": "- [ ] Phase 1 - Cancelled"}, "cancelled"),
        ({"heading": " ✅"}, "completed"),
        ({"heading": " (cancelled)"}, "cancelled"),
        ({"own": "**Status**: Paused"}, "paused"),
        ({"own": "**Status**: ✅ Complete"}, "completed"),
        ({"heading": " ✅", "row": "- [ ] Phase 1 - In Progress"}, "in_progress"),
    ],
)
def test_of_a_phase(parts: dict[str, str], phase: str) -> None:
    assert state(status="**Status**: In Progress", **parts)[1] == phase


@pytest.mark.parametrize(
    ("parts", "plan"),
    [
        ({"status": "**Status**: ⏸️ On Hold"}, "paused"),
        ({"status": "**Status**: Shipped"}, "completed"),
        ({}, "planned"),
        ({"box": "x"}, "completed"),
    ],
)
def test_of_a_plan(parts: dict[str, str], plan: str) -> None:
    assert state(**parts)[0] == plan
