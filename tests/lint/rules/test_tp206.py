"""TP206: rows against phases in both directions, and the fix byte for byte."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import PHASES, fix_all, marked, messages_in, phase, plan, progress


@pytest.mark.parametrize(
    ("tasks", "row", "message"),
    [
        ("xx", "[ ] Phase 1 - Not Started",
         "the progress list has phase 1 as “Not Started”, but its 2 tasks are done"),
        ("xx", "[ ] Phase 1", "the progress list leaves phase 1 open, but its 2 tasks are done"),
        ("xx", "Phase 1: Not Started",
         "the progress list has phase 1 as “Not Started”, but its 2 tasks are done"),
        ("x.", "[x] Phase 1 - Completed 2026-03-06",
         "the progress list has phase 1 as done, but 1 of its 2 tasks is open"),
        ("..", "Phase 1 ✅",
         "the progress list has phase 1 as done, but all of its 2 tasks are open"),
        ("x.", "[ ] Phase 1 - Not Started",
         "the progress list has phase 1 as “Not Started”, but 1 of its 2 tasks is done"),
        ("xx", "[x] Phase 1 - In Progress",
         "the row of phase 1 is ticked and says “In Progress”"),
        ("xx", "[ ] Phase 1 - Completed 2026-03-06",
         "the row of phase 1 is not ticked and says “Completed”"),
        ("x.", "[x] Phase 2 - Completed",
         "the progress list has phase 2, which the plan does not"),
    ],
)  # fmt: skip
def test_disagreement(tasks: str, row: str, message: str, make_repository: Make) -> None:
    """Each way in which row and phase can differ has its own words."""
    text = plan(PHASES, phase("1", tasks), progress(row))
    assert messages_in(make_repository, "TP206", text) == [message]


@pytest.mark.parametrize(
    ("heading", "tasks", "row"),
    [
        ("Masts", "xx", "[x] Phase 1 - Completed 2026-03-06"),
        ("Masts", "..", "[ ] Phase 1 - Not Started"),
        ("Masts", "x.", "[ ] Phase 1 - In Progress"),
        ("Masts", "..", "[ ] Phase 1 - In Progress"),
        ("Masts", "xx", "[ ] Phase 1 - In Progress"),
        ("Masts", "..", "[ ] Phase 1: Complete the form - Not Started"),
        ("Masts", "", "[x] Phase 1 - Completed"),
        ("Masts ✅", "x.", "[ ] Phase 1 - Not Started"),
        ("Masts ❌ cancelled", "x.", "[x] Phase 1"),
        ("Masts", "..", "Phase 1: planned outages"),
        ("Masts", "xx", "Week 7 - Not Started"),
    ],
)
def test_near_misses(heading: str, tasks: str, row: str, make_repository: Make) -> None:
    """Agreement, silence, titles with words of state, and what is another rule's."""
    text = plan(PHASES, phase("1", tasks, heading=heading), progress(row))
    assert messages_in(make_repository, "TP206", text) == []


@pytest.mark.parametrize(
    ("row", "fixed"),
    [
        ("[ ] Phase 1 - Not Started", "[x] Phase 1 - Completed"),
        ("[ ] Phase 1 - not started", "[x] Phase 1 - completed"),
        ("[ ] Phase 1: Masts", "[x] Phase 1: Masts"),
        ("[ ] Phase 1: ⏳ Not Started (since March)", "[x] Phase 1: ✅ Completed (since March)"),
        ("Phase 1 - **Not Started**", "Phase 1 - **Completed**"),
        ("[ ] Phase 1 - Completed 2026-03-06", "[x] Phase 1 - Completed 2026-03-06"),
        ("[x] Phase 1 - In Progress", "[x] Phase 1 - Completed"),
    ],
)
def test_fix_of_a_row_whose_phase_is_done(row: str, fixed: str, make_repository: Make) -> None:
    """Box, words and sign change; the rest of the row stays."""
    parts = (PHASES, phase("1", "xx"))
    before, after = plan(*parts, progress(row)), plan(*parts, progress(fixed))
    assert fix_all(make_repository, "TP206", before) == after


def test_fix_takes_the_word_of_the_other_rows(make_repository: Make) -> None:
    """A list that says Done goes on saying Done."""
    parts = (PHASES, phase("1", "x"), phase("2", "x"))
    before = plan(*parts, progress("[x] Phase 1 - Done", "[ ] Phase 2 - Not Started"))
    after = plan(*parts, progress("[x] Phase 1 - Done", "[x] Phase 2 - Done"))
    assert fix_all(make_repository, "TP206", before) == after


def test_fix_keeps_line_ends(make_repository: Make) -> None:
    """CRLF survives."""
    before = plan(PHASES, phase("1", "xx"), progress("[ ] Phase 1 - Not Started"))
    before = before.replace("\n", "\r\n")
    after = before.replace("[ ] Phase 1 - Not Started", "[x] Phase 1 - Completed")
    assert fix_all(make_repository, "TP206", before) == after


@pytest.mark.parametrize(
    ("row", "fixed"),
    [
        ("[x] Phase 1 - Completed", "[ ] Phase 1 - Not Started"),
        ("[x] Phase 1", "[ ] Phase 1"),
        ("[x] Phase 1 - Completed 2026-03-06", None),
        ("Phase 1 ✅", None),
    ],
)
def test_fix_of_a_row_whose_phase_is_untouched(
    row: str, fixed: str | None, make_repository: Make
) -> None:
    """It is unsafe, and not offered where a date or a link would be left behind."""
    parts = (PHASES, phase("1", ".."))
    before = plan(*parts, progress(row))
    (found,) = find(make_repository, "TP206", before)
    assert (found.fix is None) == (fixed is None)
    if fixed is not None:
        assert found.fix is not None
        assert found.fix.safe is False
        assert fix_all(make_repository, "TP206", before) == plan(*parts, progress(fixed))


def test_no_fix_for_a_phase_half_done(make_repository: Make) -> None:
    """Which of the two is right, nobody but a person knows."""
    text = plan(PHASES, phase("1", "x."), progress("[x] Phase 1 - Completed"))
    (found,) = find(make_repository, "TP206", text)
    assert found.fix is None
    assert marked(found, text) == "Completed"
