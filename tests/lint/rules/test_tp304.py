"""TP304: which dates can be compared."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import PHASES, marked, messages_in, phase, plan


def _dated(created: str, target: str) -> str:
    header = f"**Created**: {created}\n**Target Completion**: {target}\n"
    return plan(PHASES, phase("1", "."), header=header)


@pytest.mark.parametrize(
    ("created", "target"),
    [
        ("2026-03-02", "2026-03-01"),
        ("2026-03-02", "February 2026"),
        ("March 2, 2026", "Q4 2025"),
        ("2026-03-02", "2025-03-20"),
    ],
)
def test_target_before_creation(created: str, target: str, make_repository: Make) -> None:
    """The target is marked, the day of creation stands beside it."""
    text = _dated(created, target)
    (found,) = find(make_repository, "TP304", text)
    assert found.message == f"the target, {target}, is before the plan was created, {created}"
    assert marked(found, text) == target


@pytest.mark.parametrize(
    ("created", "target"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2026-03-20", "March 2026"),
        ("2026-03-02", "Q1 2026"),
        ("March 2026", "2026-03-01"),
        ("2026-02-30", "2026-02-01"),
        ("2026-03-02", "TBD"),
        ("2026-03-02", "soon"),
    ],
)
def test_near_misses(created: str, target: str, make_repository: Make) -> None:
    """The same day, a month that still runs, and dates that are none."""
    assert messages_in(make_repository, "TP304", _dated(created, target)) == []
