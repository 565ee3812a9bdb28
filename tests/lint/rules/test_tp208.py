"""TP208: what counts as a retrospective, and when one is owed."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import PHASES, marked, messages_in, phase, plan

TEMPLATE = (
    "After completing the plan, reflect on:\n\n### What Went Well\n- Success 1\n- Success 2\n"
)
HEAD = "## Retrospective (Post-Completion)\n\n"
JOURNAL = "docs/dev-journals/2026-03-06-harbour-lights.md"
LINK = "[plan](../plans/2026-03-02-harbour-lights.md)"


@pytest.mark.parametrize(
    ("section", "state"),
    [
        ("", "is missing"),
        (HEAD, "says nothing"),
        (HEAD + "### What Went Well\n- TBD\n", "says TBD"),
        (HEAD + "(To be completed after all phases finish)\n", "says nothing"),
        (HEAD + TEMPLATE, "says nothing"),
    ],
)
def test_completed_with_nothing_learnt(section: str, state: str, make_repository: Make) -> None:
    """Missing, empty, TBD and the template's own words are all nothing."""
    text = plan(PHASES, phase("1", "x"), section, status="Completed")
    assert messages_in(make_repository, "TP208", text) == [
        f"the status says “Completed”, but the retrospective {state}"
    ]


@pytest.mark.parametrize("status", ["In Progress", "Cancelled", "Paused"])
def test_open_plans_owe_none(status: str, make_repository: Make) -> None:
    """There is time to write it."""
    text = plan(PHASES, phase("1", "x"), HEAD + "- TBD\n", status=status)
    assert messages_in(make_repository, "TP208", text) == []


@pytest.mark.parametrize(
    "words", ["- Dig before the frost\n", "### Lessons Learned\n\nDig before the frost.\n"]
)
def test_any_part_is_enough(words: str, make_repository: Make) -> None:
    """One point in one part is a retrospective."""
    text = plan(PHASES, phase("1", "x"), HEAD + words, status="Completed")
    assert messages_in(make_repository, "TP208", text) == []


@pytest.mark.parametrize(
    ("status", "phases", "count"),
    [
        ("Complete", "### Phase 1: Masts\n\n### Phase 2: Lamps\n", 1),
        ("Complete", "", 1),
        ("Complete", "### Phase 1: Masts\n", 0),
        ("In Progress", "### Phase 1: Masts\n\n### Phase 2: Lamps\n", 0),
    ],
    ids=["all phases", "the plan's own journal", "one phase of two", "in progress"],
)
def test_a_journal_that_says_all_is_complete(
    status: str, phases: str, count: int, make_repository: Make
) -> None:
    """An open status does not hide that the work is over, one phase being over does."""
    text = plan(PHASES, phase("1", "."), phase("2", "."), HEAD + "- TBD\n", status="Planned")
    journal = (
        f"# Lights\n\n**Date**: 2026-03-06\n**Status**: {status}\n\nFor the {LINK}.\n\n{phases}"
    )
    found = find(make_repository, "TP208", text, files={JOURNAL: journal})
    assert len(found) == count
    for one in found:
        assert marked(one, text) == "## Retrospective (Post-Completion)"
        assert one.message == (
            "the journal 2026-03-06-harbour-lights.md says that all is complete, "
            "but the retrospective says TBD"
        )
