"""TP702: what came, and was not ticked."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.pasts import FIRST, files, gone, made, steps
from tests.lint.rules.plans import marked
from trueplan.lint.rule import Committed

TASK = "[ ] Add `src/masts.py`"


def _shipped(make: Make, text: str, *commits: Committed) -> list[str]:
    found = find(make, "TP702", text, past=(FIRST, *commits))
    return [f"{marked(one, text)}: {one.message}" for one in found]


def test_the_file_came_after_the_plan(make_repository: Make) -> None:
    past = (made(), files("2026-03-04", "src/masts.py"), files("2026-03-06", "src/masts.py"))
    assert _shipped(make_repository, steps(TASK), *past) == [
        "src/masts.py: the task is open, but “src/masts.py” has been there since 2026-03-04"
    ]


def test_the_file_came_with_the_plan(make_repository: Make) -> None:
    """A plan that is written down with the work is untrue from the beginning."""
    both = Committed("2026-03-02", "All", (("PLAN", None), ("src/masts.py", "x\n")))
    assert len(_shipped(make_repository, steps(TASK), both)) == 1


def test_the_commit_that_begins_a_repository(make_repository: Make) -> None:
    """What it brings may have been there for years."""
    both = Committed("2026-03-02", "Import", (("PLAN", None), ("src/masts.py", "x\n")))
    assert find(make_repository, "TP702", steps(TASK), past=(both,)) == []


def test_the_file_was_there_before(make_repository: Make) -> None:
    """Then the task is to change it."""
    assert _shipped(make_repository, steps(TASK), files("2026-03-01", "src/masts.py"), made()) == []


def test_there_before_taken_away_and_back(make_repository: Make) -> None:
    """It is as old as its first commit."""
    past = (
        files("2026-03-01", "src/masts.py"),
        made(),
        gone("2026-03-03", "src/masts.py"),
        files("2026-03-04", "src/masts.py"),
    )
    assert _shipped(make_repository, steps(TASK), *past) == []


def test_gone_again_and_back_again(make_repository: Make) -> None:
    """What is gone is not there; what is back has been there since it is back."""
    came = (made(), files("2026-03-03", "src/masts.py"), gone("2026-03-04", "src/masts.py"))
    assert _shipped(make_repository, steps(TASK), *came) == []


def test_back_again(make_repository: Make) -> None:
    past = (
        made(),
        files("2026-03-03", "src/masts.py"),
        gone("2026-03-04", "src/masts.py"),
        files("2026-03-06", "src/masts.py"),
    )
    (found,) = _shipped(make_repository, steps(TASK), *past)
    assert found.endswith("has been there since 2026-03-06")


@pytest.mark.parametrize(
    "task",
    [
        "[x] Add `src/masts.py`",
        "[~] Add `src/masts.py`",
        "[-] Add `src/masts.py`",
        "[ ] ~~Add `src/masts.py`~~",
        "[ ] Change `src/masts.py`",
        "[ ] Run `src/masts.py` and see that it passes",
        "[ ] Add a lamp to `src/masts.py`",
        "[ ] Write tests for `src/masts.py`",
        "[ ] Add `src/masts.py`, then delete it",
        "[ ] Add `src/masts.py` and `src/lamps.py`",
        "[ ] Write `docs/masts.md`",
    ],
)
def test_near_misses(task: str, make_repository: Make) -> None:
    """Not open, not made by the task, not all there, or a document."""
    past = (made(), files("2026-03-04", "src/masts.py", "docs/masts.md"))
    assert _shipped(make_repository, steps(task), *past) == []


def test_the_file_of_several_tasks_is_the_first_ones(make_repository: Make) -> None:
    """What goes on with it is not done because it is there, whatever came of the first."""
    text = steps("[x] Create `src/masts.py`", "[ ] Write the heights into `src/masts.py`")
    assert _shipped(make_repository, text, made(), files("2026-03-04", "src/masts.py")) == []


def test_two_files_of_one_name(make_repository: Make) -> None:
    """A name that two files answer to means neither."""
    past = (made(), files("2026-03-04", "a/src/masts.py", "b/src/masts.py"))
    assert _shipped(make_repository, steps(TASK), *past) == []


def test_a_cancelled_plan_is_left_alone(make_repository: Make) -> None:
    text = steps(TASK, status="Cancelled")
    assert _shipped(make_repository, text, made(), files("2026-03-04", "src/masts.py")) == []


def test_loose_tasks(make_repository: Make) -> None:
    """A list of files outside of the phases, with nothing but their names."""
    text = (
        "# Implementation Plan: Lights\n\n**Status**: Planned\n\n## Files\n\n- [ ] `src/masts.py`\n"
    )
    assert len(_shipped(make_repository, text, made(), files("2026-03-04", "src/masts.py"))) == 1
