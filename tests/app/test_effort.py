"""What a plan took, from days with commits and from journals."""

from __future__ import annotations

from pathlib import Path

from tests.git.committing import Committing
from tests.history.builders import plan_of
from trueplan.app.effort import Effort, measure_effort
from trueplan.app.plan_files import open_plan
from trueplan.app.plan_past import read_plans_past
from trueplan.model.actual import Actual

PATH = "docs/plans/quay.md"
OPEN = plan_of("Piles: [ ] Drive the piles, [ ] Sort the timber", "Planks: [ ] Lay the planks")
HALF = OPEN.replace("[ ] Drive", "[x] Drive")
FIRST = HALF.replace("[ ] Sort", "[x] Sort")
LAST = FIRST.replace("[ ] Lay", "[x] Lay")


def effort(root: Path, *touched: str) -> Effort:
    repository, file = open_plan("quay", root)
    past = read_plans_past(repository, [file], "2026-03-01").plans[0]
    return measure_effort(repository, past, touched)


def make(tmp_path: Path, *texts: str) -> Committing:
    work = Committing(tmp_path / "r")
    for number, text in enumerate(texts, 1):
        work.commit({PATH: text}, day=f"2026-01-{number:02}")
    return work


def test_a_day_is_a_session(tmp_path: Path) -> None:
    """Planned on the first day, begun on the second; three days of work."""
    found = effort(make(tmp_path, OPEN, HALF, FIRST, LAST).root)
    assert (found.sessions, found.source) == (3, "days with commits")
    assert found.phases == {
        "1": Actual("2026-01-02", "2026-01-03", 2, "days with commits"),
        "2": Actual("2026-01-04", "2026-01-04", 1, "days with commits"),
    }


def test_a_day_is_shared_by_the_phases_that_were_open(tmp_path: Path) -> None:
    both = OPEN.replace("[ ] Drive", "[~] Drive").replace("[ ] Lay", "[~] Lay")
    found = effort(make(tmp_path, OPEN, both).root)
    assert [one.sessions for one in found.phases.values()] == [0.5, 0.5]


def test_days_on_which_its_files_changed(tmp_path: Path) -> None:
    """Those while a phase was open count, others do not."""
    root = make(tmp_path, OPEN, HALF).root
    assert effort(root, "2025-12-01", "2026-01-20", "2026-01-21").sessions == 3


def test_nothing_was_done(tmp_path: Path) -> None:
    found = effort(make(tmp_path, OPEN).root)
    assert [one.sessions for one in found.phases.values()] == [None, None]


def test_journals_that_say_so(tmp_path: Path) -> None:
    """They count instead of the days, for the phases that they name."""
    link = "\n- [Piles](../dev-journals/2026-01-03-quay.md)\n"
    work = make(tmp_path, OPEN, HALF, FIRST + link)
    journal = (
        "# Quay\n\n**Plan**: [Quay](../plans/quay.md)\n"
        "**Session Duration**: 4 sessions\n\n## Phase 1: Piles\n\nAll of it.\n"
    )
    work.commit({"docs/dev-journals/2026-01-03-quay.md": journal}, day="2026-01-03")
    found = effort(work.root)
    assert (found.sessions, found.source) == (4, "from 1 journal")
    assert found.phases["1"] == Actual("2026-01-02", "2026-01-03", 4, "from journals")
