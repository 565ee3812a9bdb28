"""TP703: in progress, and quiet."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.pasts import FIRST, files, made, steps
from trueplan.lint.rule import Committed

TASK = "[ ] Add `src/masts.py`"


def _quiet(make: Make, text: str, *commits: Committed, today: str = "2026-04-30") -> list[str]:
    found = find(make, "TP703", text, past=(FIRST, *commits), today=today)
    return [one.message for one in found]


@pytest.mark.parametrize(("today", "days"), [("2026-04-01", 30), ("2026-04-30", 59)])
def test_a_month(today: str, days: int, make_repository: Make) -> None:
    (said,) = _quiet(make_repository, steps(TASK), made("2026-03-02"), today=today)
    assert said == (
        "the status says “In Progress”, but the last commit to the plan, or to a file that it"
        f" names, was {days} days ago, on 2026-03-02"
    )


def test_a_day_less(make_repository: Make) -> None:
    assert _quiet(make_repository, steps(TASK), made("2026-03-02"), today="2026-03-31") == []


@pytest.mark.parametrize("status", ["Planned", "Paused", "Completed", "Cancelled"])
def test_other_states(status: str, make_repository: Make) -> None:
    assert _quiet(make_repository, steps(TASK, status=status), made()) == []


def test_work_on_a_named_file(make_repository: Make) -> None:
    """Named anywhere in the plan, in any commit since."""
    past = (made("2026-03-02"), files("2026-04-20", "src/masts.py"))
    assert _quiet(make_repository, steps(TASK), *past) == []


def test_work_on_other_files_and_documents(make_repository: Make) -> None:
    """Neither is work on the plan."""
    text = steps(TASK) + "\nSee `docs/masts.md`.\n"
    past = (made("2026-03-02"), files("2026-04-20", "src/lamps.py", "docs/masts.md"))
    assert len(_quiet(make_repository, text, *past)) == 1


def test_a_name_that_very_many_files_have(make_repository: Make) -> None:
    """It means none of them."""
    text = steps("[ ] Change `index.ts`")
    paths = [f"src/{number}/index.ts" for number in range(9)]
    assert len(_quiet(make_repository, text, made("2026-03-02"), files("2026-04-20", *paths))) == 1
    assert _quiet(make_repository, text, made("2026-03-02"), files("2026-04-20", *paths[:8])) == []


def test_the_latest_day_counts_whatever_the_order(make_repository: Make) -> None:
    """A clock that ran backwards makes no plan stale."""
    past = (made("2026-04-20", steps("[ ] Another")), made("2026-03-02"))
    assert _quiet(make_repository, steps(TASK), *past) == []


def test_without_commits(make_repository: Make) -> None:
    assert find(make_repository, "TP703", steps(TASK), today="2026-04-30") == []
