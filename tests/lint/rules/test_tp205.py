"""TP205: ways to mark a phase done, and what is then open."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import PHASES, marked, messages_in, phase, plan, progress


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (plan(PHASES, phase("1", "x.", heading="Masts ✅")), "### Phase 1: Masts ✅"),
        (
            plan(PHASES, phase("1", "x.", heading="Masts - COMPLETE")),
            "### Phase 1: Masts - COMPLETE",
        ),
        (plan(PHASES, phase("1", "x.", more="**Status**: Done\n")), "Done"),
        (plan("## Roadmap\n\n- [x] Phase 1: Masts\n", PHASES, phase("1", "x.")), "[x]"),
        (plan("- [x] Phase 1: Masts\n  - [x] a\n  - [ ] b\n- [ ] Phase 2: Lamps\n"), "[x]"),
    ],
    ids=["sign", "word", "field", "roadmap", "list"],
)
def test_every_mark_is_read(text: str, place: str, make_repository: Make) -> None:
    """The mark itself is the place, the open task is shown beside it."""
    (found,) = find(make_repository, "TP205", text)
    assert marked(found, text) == place
    assert found.message == "phase 1 is marked done, but 1 of its 2 tasks is open"
    assert [label.note for label in found.labels] == ["open"]


def test_acceptance_criteria_count(make_repository: Make) -> None:
    """Tasks and criteria are named apart."""
    more = "**Acceptance Criteria**:\n- [ ] Seen at sea\n- [ ] Seen at berth 12\n"
    text = plan(PHASES, phase("1", "x..", heading="Masts ✅", more=more))
    assert messages_in(make_repository, "TP205", text) == [
        "phase 1 is marked done, but 2 of its 3 tasks and all of its 2 acceptance criteria are open"
    ]


@pytest.mark.parametrize(
    "text",
    [
        plan(PHASES, phase("1", "x-", heading="Masts ✅")),
        plan(PHASES, phase("1", "x.", heading="Masts - in progress")),
        plan(PHASES, phase("1", "x.", heading="✅ Masts ❌ cancelled")),
        plan(PHASES, phase("1", "x.", heading="Complete the masts")),
        plan(PHASES, phase("1", "x."), progress("[x] Phase 1 - Completed")),
        plan(
            PHASES, phase("1", "x", heading="Masts ✅", more="**Deliverables**:\n- [ ] A drawing\n")
        ),
    ],
    ids=["cancelled task", "in progress", "called off", "a verb", "progress list", "deliverable"],
)
def test_near_misses(text: str, make_repository: Make) -> None:
    """None of these is a phase that is done with work open."""
    assert messages_in(make_repository, "TP205", text) == []
