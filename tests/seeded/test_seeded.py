"""Every seeded fault is found where it is, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.seeded.fault import Fault, Past
from tests.seeded.faults import FAULTS
from tests.seeded.table import PAGE, attempt_all, count_clean, render
from tests.seeded.trial import BASES, attempt, check, commit_past, lay
from trueplan.lint.registry import RULES


@pytest.mark.parametrize(
    "fault", FAULTS, ids=[f"{fault.code}-{fault.style}-{fault.name}" for fault in FAULTS]
)
def test_a_fault_is_found_where_it_is(fault: Fault, tmp_path: Path) -> None:
    """The finding marks the fault; besides it there is only what follows from it."""
    trial = attempt(fault, tmp_path / "repository")
    assert trial.found, trial.unexpected
    assert (trial.missing, trial.unexpected) == ((), ())


@pytest.mark.parametrize("base", BASES)
def test_a_clean_repository_has_no_finding(base: str, tmp_path: Path) -> None:
    """The same plans unharmed are left alone by every rule, notes included."""
    assert check(lay(base, tmp_path / base)) == []


@pytest.mark.parametrize("base", BASES)
def test_a_clean_repository_with_commits_has_none_either(base: str, tmp_path: Path) -> None:
    """A day after the plans were committed."""
    root = lay(base, tmp_path / base)
    commit_past(Past("2026-03-09"), None, root)
    assert check(root) == []


def test_every_rule_has_a_fault() -> None:
    """No rule goes without at least one."""
    assert sorted({fault.code for fault in FAULTS}) == sorted(RULES)


def test_the_table_is_complete_and_not_stale(tmp_path: Path) -> None:
    """The page in the docs says what comes out now."""
    page = render(attempt_all(tmp_path / "faults"), count_clean(tmp_path / "clean"))
    print(f"\n{page}")
    assert "**missed**" not in page
    assert PAGE.read_text(encoding="utf-8") == page, "run `python -m tests.seeded --write`"
