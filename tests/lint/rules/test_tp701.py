"""TP701: what was ticked, and never came."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.pasts import FIRST, files, gone, made, steps
from tests.lint.rules.plans import marked


def _phantoms(make: Make, text: str, *commits: object, **more: object) -> list[str]:
    past = (FIRST, made(), *commits)
    return [marked(one, text) for one in find(make, "TP701", text, past=past, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "task",
    [
        "Add `src/masts.py`",
        "**Create** `src/masts.py` with the heights",
        "Write tests in `src/masts.py`",
        "Create src/masts.py.",
        "Moved the heights to `src/masts.py`",
        "`src/masts.py`",
        "Implement the heights (`src/masts.py`)",
    ],
)
def test_ticked_and_nowhere(task: str, make_repository: Make) -> None:
    """However it is said that the file comes with the task."""
    text = steps(f"[x] {task}")
    (found,) = find(make_repository, "TP701", text, past=(FIRST, made()))
    assert found.message == "the task is ticked, but “src/masts.py” was never committed"
    assert marked(found, text) == "src/masts.py"


@pytest.mark.parametrize(
    "task",
    [
        "Look at `src/masts.py`",
        "Remove `src/masts.py`, and add nothing",
        "Add tests for `src/masts.py`",
        "Move the heights from `src/masts.py`",
        "Add a height to `src/masts.py`",
        "Make sure `src/masts.py` is gone",
        "Create `src/masts.py` if it is needed",
        "Create `src/masts.py` or similar",
        "Create `src/repro_masts.py`",
        "Write a throwaway `src/masts.py`",
        "Create `masts.py`",
        "Create `dist/masts.js`",
        "Create `src/**/masts.py`",
        "Create `https://example.org/src/masts.py`",
        "Add the masts, e.g. the north one",
    ],
)
def test_not_said_to_be_made(task: str, make_repository: Make) -> None:
    """Only looked at, a choice, for a while, made by a build, or no file."""
    assert _phantoms(make_repository, steps(f"[x] {task}")) == []


@pytest.mark.parametrize("box", [" ", "~", "-"])
def test_not_ticked(box: str, make_repository: Make) -> None:
    assert _phantoms(make_repository, steps(f"[{box}] Add `src/masts.py`")) == []


def test_a_file_that_came_and_went(make_repository: Make) -> None:
    """It was made; that it is gone is another thing."""
    text = steps("[x] Add `src/masts.py`")
    past = (files("2026-03-03", "src/masts.py"), gone("2026-03-04", "src/masts.py"))
    assert _phantoms(make_repository, text, *past) == []


@pytest.mark.parametrize(
    "path", ["harbour/src/masts.py", "docs/plans/src/masts.py", "src/Masts.py"]
)
def test_a_path_by_its_end(path: str, make_repository: Make) -> None:
    """From another folder, from the plan, or in other letters."""
    text = steps("[x] Add `src/masts.py`")
    assert _phantoms(make_repository, text, files("2026-03-03", path)) == []


def test_another_folder_is_another_file(make_repository: Make) -> None:
    text = steps("[x] Add `src/masts.py`")
    assert _phantoms(make_repository, text, files("2026-03-03", "lib/masts.py")) == ["src/masts.py"]


def test_only_in_the_work_tree(make_repository: Make) -> None:
    """What is not committed yet is there all the same."""
    text = steps("[x] Add `src/masts.py`")
    assert _phantoms(make_repository, text, files={"src/masts.py": "x\n"}) == []


def test_ignored(make_repository: Make) -> None:
    """What git ignores is in no commit by intent; what is only like it is not."""
    text = steps("[x] Add `secret/key.toml`", "[x] Add `src/masts.py`")
    ignoring = files("2026-03-03", ".gitignore", text="secret/\n*.pyc\n")
    assert _phantoms(make_repository, text, ignoring) == ["src/masts.py"]


def test_each_file_once(make_repository: Make) -> None:
    """The first task that names it, and what is nested in it."""
    text = steps(
        "[x] Add `src/masts.py`\n  - [x] Create `src/masts.py` empty", "[x] Write `src/masts.py`"
    )
    assert _phantoms(make_repository, text) == ["src/masts.py", "src/masts.py"]


def test_the_first_of_several_files_that_is_missing(make_repository: Make) -> None:
    text = steps("[x] Add `src/masts.py` and `src/lamps.py` and `src/bulbs.py`")
    past = files("2026-03-03", "src/masts.py")
    assert _phantoms(make_repository, text, past) == ["src/lamps.py"]


def test_a_plan_that_was_never_committed(make_repository: Make) -> None:
    """It may be committed together with the file."""
    text = steps("[x] Add `src/masts.py`")
    assert find(make_repository, "TP701", text, past=(FIRST,), files={}) == []
    assert find(make_repository, "TP701", text) == []


def test_a_long_path_is_cut_at_its_start(make_repository: Make) -> None:
    """The file's own name is always there."""
    name = "/".join(["a-folder-with-a-name"] * 5) + "/masts.py"
    text = steps(f"[x] Add `{name}`")
    (found,) = find(make_repository, "TP701", text, past=(FIRST, made()))
    told = "“…/a-folder-with-a-name/a-folder-with-a-name/a-folder-with-a-name/masts.py”"
    assert found.message == f"the task is ticked, but {told} was never committed"
