"""What phases and plans really took, by reference."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Make
from tests.git.committing import Committing
from tests.history.builders import plan_of
from trueplan.app.plan_files import open_plan
from trueplan.app.recall import recall_actuals
from trueplan.model.actual import Actual

PATH = "docs/plans/quay.md"
OPEN = plan_of("Piles: [ ] Drive the piles", "Planks: [ ] Lay the planks", status="Planned")
BEGUN = OPEN.replace("[ ] Drive", "[x] Drive").replace("Planned", "In Progress")
DONE = BEGUN.replace("[ ] Lay", "[x] Lay").replace("In Progress", "Completed")


def recall(root: Path) -> dict[str, Actual]:
    repository, file = open_plan("quay", root)
    return recall_actuals(repository, [file], "2026-02-01")


def test_phases_and_the_plan_itself(tmp_path: Path) -> None:
    """Planned on 1 January, a phase on each of the next two days."""
    work = Committing(tmp_path / "r")
    for day, text in enumerate((OPEN, BEGUN, DONE), 1):
        work.commit({PATH: text}, day=f"2026-01-{day:02}")
    by_days = "days with commits"
    assert recall(work.root) == {
        "quay": Actual("2026-01-02", "2026-01-03", 2, by_days),
        "quay#1": Actual("2026-01-02", "2026-01-02", 1, by_days),
        "quay#2": Actual("2026-01-03", "2026-01-03", 1, by_days),
    }


def test_a_plan_that_goes_on_has_no_end(tmp_path: Path) -> None:
    work = Committing(tmp_path / "r")
    work.commit({PATH: OPEN}, day="2026-01-01")
    work.commit({PATH: BEGUN}, day="2026-01-02")
    assert recall(work.root)["quay"] == Actual("2026-01-02", None, 1, "days with commits")
    assert recall(work.root)["quay#2"] == Actual(None, None, None, "")


def test_without_git_nothing_is_known(make_repository: Make) -> None:
    root = make_repository({PATH: BEGUN})
    (root / ".git").rmdir()
    assert recall(root) == {}
