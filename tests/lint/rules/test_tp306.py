"""TP306: days of phases against those of their plan."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import PHASES, marked, messages_in, phase, plan, progress

HEADER = "**Created**: 2026-03-02\n**Target Completion**: 2026-03-20\n"


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        (
            plan(PHASES, phase("1", "x", "Masts (2025-03-06)"), header=HEADER),
            "phase 1 is dated 2025-03-06, before the plan was created, 2026-03-02",
            "2025-03-06",
        ),
        (
            plan(PHASES, phase("1", ".", "Masts (April 2026)"), header=HEADER),
            "phase 1 is dated April 2026, after the target of the plan, 2026-03-20",
            "April 2026",
        ),
        (
            plan(PHASES, phase("1", ".", more="**Target**: 2026-03-21\n"), header=HEADER),
            "phase 1 is dated 2026-03-21, after the target of the plan, 2026-03-20",
            "2026-03-21",
        ),
        (
            plan(PHASES, phase("1", "x", more="**Completed**: 2026-03-11\n"), header=HEADER),
            "phase 1 is said to be done on 2026-03-11, which is still to come",
            "2026-03-11",
        ),
        (
            plan(PHASES, phase("1", "x"), progress("[x] Phase 1 - Completed 2026-03-11")),
            "phase 1 is said to be done on 2026-03-11, which is still to come",
            "2026-03-11",
        ),
        (
            plan(PHASES, phase("1", "x"), progress("[x] Phase 1 - 2026-03-01"), header=HEADER),
            "phase 1 is dated 2026-03-01, before the plan was created, 2026-03-02",
            "2026-03-01",
        ),
        (
            plan(PHASES, phase("1", "."), progress("[ ] Phase 1 - by 2026-03-21"), header=HEADER),
            "phase 1 is dated 2026-03-21, after the target of the plan, 2026-03-20",
            "2026-03-21",
        ),
    ],
)
def test_out_of_range(text: str, message: str, place: str, make_repository: Make) -> None:
    """Each kind of date, each end of the range."""
    (found,) = find(make_repository, "TP306", text)
    assert found.message == message
    assert marked(found, text) == place
    assert found.ref == "harbour-lights#1"


@pytest.mark.parametrize(
    "text",
    [
        plan(PHASES, phase("1", "x", "Masts (2026-03-02)"), header=HEADER),
        plan(PHASES, phase("1", ".", "Masts (March 2026)"), header=HEADER),
        plan(PHASES, phase("1", ".", "Masts (2026-03-20)"), header=HEADER),
        plan(PHASES, phase("1", "x", "Masts ✅ (2026-04-01)"), header=HEADER),
        plan(PHASES, phase("1", ".", "Masts (2025-03-06)"), header="**Date**: 2026-03-02\n"),
        plan(PHASES, phase("1", "x"), progress("[x] Phase 1 - Completed 2026-03-10")),
        plan(PHASES, phase("1", "."), progress("[ ] Phase 1 - by 2026-04-10")),
        plan(
            PHASES,
            phase("1", ".", "Masts (2026-03-12)"),
            header="**Created**: 2026-03-02\n**Target Completion**: 2025-03-20\n",
        ),
    ],
    ids=["first day", "month of the plan", "last day", "done late", "bare date", "today",
         "no target", "wrong target"],
)  # fmt: skip
def test_near_misses(text: str, make_repository: Make) -> None:
    """Inside of the range, late but true, or not known well enough."""
    assert messages_in(make_repository, "TP306", text) == []
