"""TP704: planned, and begun all the same."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.pasts import FIRST, files, gone, made, steps
from trueplan.lint.rule import Committed

ID = "**Related Backlog Items**: HAR-012\n"


def _plan(*tasks: str, status: str = "Planned") -> str:
    return steps(*(tasks or ("[ ] Write down the heights",)), status=status, more=ID)


def _begun(make: Make, text: str, *commits: Committed) -> list[str]:
    found = find(make, "TP704", text, past=(FIRST, *commits))
    return [one.message.replace("the status says “Planned”, but ", "") for one in found]


def test_work_under_the_backlog_item(make_repository: Make) -> None:
    past = (
        made(),
        files("2026-03-04", "src/masts.py", subject="Masts (HAR-012)"),
        files("2026-03-05", "src/masts.py", subject="har-012: more", text="y\n"),
    )
    (found,) = _begun(make_repository, _plan(), *past)
    assert found.endswith(" and 1 more did work for HAR-012 on 2026-03-04")


@pytest.mark.parametrize(
    "commit",
    [
        files("2026-03-04", "src/masts.py", subject="Masts (HAR-0123)"),
        files("2026-03-04", "src/masts.py", subject="Masts (XHAR-012)"),
        files("2026-03-04", "src/masts.py", subject="Masts"),
        files("2026-03-04", "docs/masts.md", subject="Notes for HAR-012"),
    ],
    ids=["a longer number", "another list", "no ID", "documents alone"],
)
def test_other_commits(commit: Committed, make_repository: Make) -> None:
    assert _begun(make_repository, _plan(), made(), commit) == []


def test_work_before_the_plan(make_repository: Make) -> None:
    """The plan is for what is left of the item."""
    early = files("2026-03-01", "src/masts.py", subject="HAR-012: try it")
    assert _begun(make_repository, _plan(), early, made(subject="Plan HAR-012")) == []


def test_work_that_was_reverted(make_repository: Make) -> None:
    """What was taken back was not begun; what came again was."""
    work = files("2026-03-04", "src/masts.py", subject="Masts (HAR-012)")
    back = files("2026-03-05", "src/masts.py", subject='Revert "Masts (HAR-012)"', text="y\n")
    again = files("2026-03-06", "src/masts.py", subject="Better masts (HAR-012)")
    assert _begun(make_repository, _plan(), made(), work, back) == []
    (found,) = _begun(make_repository, _plan(), made(), work, back, again)
    assert found.endswith(" did work for HAR-012 on 2026-03-06")


def test_a_file_that_a_task_makes(make_repository: Make) -> None:
    text = _plan("[ ] Add `src/masts.py`")
    assert _begun(make_repository, text, made(), files("2026-03-04", "src/masts.py")) == [
        "“src/masts.py”, which a task is to make, came on 2026-03-04"
    ]


@pytest.mark.parametrize(
    "task",
    [
        "[ ] Change `src/masts.py`",
        "[ ] Add `masts.py`",
        "[ ] Add `docs/masts.md`",
        "[ ] Add `src/lamps.py`",
    ],
)
def test_files_that_say_nothing(task: str, make_repository: Make) -> None:
    """Only changed, without a folder, a document, or with two that bear the name."""
    came = files("2026-03-04", "src/masts.py", "docs/masts.md", "a/src/lamps.py", "b/src/lamps.py")
    assert _begun(make_repository, _plan(task), made(), came) == []


def test_a_file_that_was_there_before(make_repository: Make) -> None:
    text = _plan("[ ] Add `src/masts.py`")
    assert _begun(make_repository, text, files("2026-03-01", "src/masts.py"), made()) == []


def test_a_file_that_went_again_had_come(make_repository: Make) -> None:
    text = _plan("[ ] Add `src/masts.py`")
    past = (made(), files("2026-03-04", "src/masts.py"), gone("2026-03-05", "src/masts.py"))
    assert len(_begun(make_repository, text, *past)) == 1


@pytest.mark.parametrize("status", ["In Progress", "Paused", "Completed", "Cancelled"])
def test_other_states(status: str, make_repository: Make) -> None:
    work = files("2026-03-04", "src/masts.py", subject="HAR-012")
    assert find(make_repository, "TP704", _plan(status=status), past=(FIRST, made(), work)) == []


def test_where_the_plan_itself_shows_work(make_repository: Make) -> None:
    """TP204 speaks then."""
    work = files("2026-03-04", "src/masts.py", subject="HAR-012")
    assert _begun(make_repository, _plan("[x] Masts", "[ ] Lamps"), made(), work) == []
