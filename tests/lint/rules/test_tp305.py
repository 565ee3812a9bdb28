"""TP305: what has passed, by today's date."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import PHASES, criteria, marked, phase, plan


def _due(
    target: str, status: str = "In Progress", tasks: str = "x.", ticked: str = "", created: str = ""
) -> str:
    header = f"{created}**Target Completion**: {target}\n"
    return plan(PHASES, phase("1", tasks), criteria(ticked), status=status, header=header)


@pytest.mark.parametrize(
    ("target", "since"),
    [
        ("2026-03-09", "yesterday"),
        ("2026-03-08", "2 days ago"),
        ("February 2026", "10 days ago"),
        ("Q4 2025", "69 days ago"),
    ],
)
def test_passed(target: str, since: str, make_repository: Make) -> None:
    """A month passes with its last day."""
    text = _due(target)
    (found,) = find(make_repository, "TP305", text)
    assert found.message == (
        f"the target, {target}, passed {since}, and the status is “In Progress”"
    )
    assert marked(found, text) == target


@pytest.mark.parametrize(
    "text",
    [
        _due("2026-03-10"),
        _due("March 2026"),
        _due("Q1 2026"),
        _due("2026-03-01", status="Completed"),
        _due("2026-03-01", status="Paused"),
        _due("2026-03-01", status="Cancelled"),
        _due("2026-03-01", tasks="xx", ticked="x"),
        _due("2025-03-20", created="**Created**: 2026-03-02\n"),
        _due("TBD"),
    ],
    ids=["today", "this month", "this quarter", "completed", "paused", "cancelled", "all ticked",
         "before creation", "no date"],
)  # fmt: skip
def test_near_misses(text: str, make_repository: Make) -> None:
    """Not passed, not open, or said by another rule."""
    assert find(make_repository, "TP305", text) == []


def test_accepted_through_the_days(make_repository: Make) -> None:
    """What acceptance holds on to does not change with today, but with the target."""
    seen = {
        find(make_repository, "TP305", _due("2026-03-01"), today=day)[0].seen
        for day in ("2026-03-10", "2026-04-10")
    }
    assert len(seen) == 1
    assert find(make_repository, "TP305", _due("2026-03-02"))[0].seen not in seen
