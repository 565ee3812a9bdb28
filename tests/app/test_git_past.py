"""The past as rules ask for it, in real repositories."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.git.committing import Committing
from trueplan.app.git_past import GitPast, find_past
from trueplan.app.past_on_demand import PastOnDemand
from trueplan.app.repository import open_repository
from trueplan.errors import GitError
from trueplan.lint.past import FilePast

PLAN = "docs/plans/lights.md"
ARCHIVED = "docs/plans/old/lights.md"
TEXT = """\
# Implementation Plan: Harbour lights

**Status**: Completed

## Phases

### Phase 1: Masts

- [x] Order the masts of the north pier
- [x] Put the masts up
"""
MORE = TEXT + "- [x] Light the lamps\n"


class Look:
    """Opens the past of a folder."""

    def __init__(self, opened: list[GitPast]) -> None:
        self.opened = opened

    def __call__(self, root: Path) -> GitPast:
        past = find_past(open_repository(root))
        assert past is not None
        self.opened.append(past)
        return past


@pytest.fixture
def work(tmp_path: Path) -> Committing:
    work = Committing(tmp_path / "harbour")
    work.commit({"README.md": "# Harbour\n"}, "start", "2026-03-01")
    return work


@pytest.fixture
def opened() -> Iterator[list[GitPast]]:
    """What is put into it is closed in the end."""
    pasts: list[GitPast] = []
    yield pasts
    for past in pasts:
        past.close()


@pytest.fixture
def look(opened: list[GitPast]) -> Look:
    return Look(opened)


def test_a_plan_that_never_moved(work: Committing, look: Look) -> None:
    work.commit({PLAN: TEXT}, "plan", "2026-03-02")
    work.commit({PLAN: MORE}, "more", "2026-03-05")
    past = look(work.root)
    assert (past.made(PLAN), past.changed(PLAN), past.touched(PLAN)) == (
        "2026-03-02",
        "2026-03-05",
        False,
    )
    done = past.completion(PLAN)
    assert done is not None
    assert (done.day, done.changes) == ("2026-03-02", (("added", 1),))


def test_a_plan_is_followed_through_its_moves(work: Committing, look: Look) -> None:
    """Also when it was changed on the way."""
    work.commit({"lights.md": TEXT}, "plan", "2026-03-02")
    work.commit({"src/masts.py": "x\n"}, "masts", "2026-03-03")
    work.commit({"lights.md": None, PLAN: MORE}, "move", "2026-03-04")
    work.commit({PLAN: None, ARCHIVED: MORE}, "archive", "2026-03-06")
    past = look(work.root)
    assert (past.made(ARCHIVED), past.changed(ARCHIVED)) == ("2026-03-02", "2026-03-06")
    assert [one.since for one in past.files(ARCHIVED, "src/masts.py")] == ["after"]
    done = past.completion(ARCHIVED)
    assert done is not None
    assert (done.day, done.changes) == ("2026-03-02", (("added", 1),))


def test_a_path_that_was_another_plan_once(work: Committing, look: Look) -> None:
    """What was deleted before it came is not its past."""
    work.commit({PLAN: "# Something else\n"}, "old", "2026-03-01")
    work.commit({PLAN: None}, "gone", "2026-03-02")
    work.commit({"src/masts.py": "x\n"}, "masts", "2026-03-03")
    work.commit({PLAN: TEXT}, "plan", "2026-03-04")
    past = look(work.root)
    assert past.made(PLAN) == "2026-03-04"
    assert [one.since for one in past.files(PLAN, "src/masts.py")] == ["before"]


def test_files(work: Committing, look: Look) -> None:
    """By their path, from the plan, by their end; gone ones too; how they stand to the plan."""
    work.commit({"src/old.py": "x\n"}, "old", "2026-03-02")
    work.commit({PLAN: TEXT, "src/with.py": "x\n"}, "plan", "2026-03-03")
    work.commit({"src/new.py": "x\n", "docs/plans/a/near.py": "x\n"}, "new", "2026-03-04")
    work.commit({"src/new.py": "y\n"}, "more", "2026-03-05")
    work.commit({"src/old.py": None}, "gone", "2026-03-06")
    past = look(work.root)
    assert past.files(PLAN, "src/old.py") == (
        FilePast("src/old.py", "2026-03-02", "2026-03-06", "before"),
    )
    assert past.files(PLAN, "with.py") == (
        FilePast("src/with.py", "2026-03-03", "2026-03-03", "with"),
    )
    assert past.files(PLAN, "./src/NEW.py") == (
        FilePast("src/new.py", "2026-03-04", "2026-03-05", "after"),
    )
    assert [one.path for one in past.files(PLAN, "a/near.py")] == ["docs/plans/a/near.py"]
    assert past.files(PLAN, "src/none.py") == ()


def test_a_plan_that_no_commit_has(work: Committing, look: Look) -> None:
    (work.root / "docs/plans").mkdir(parents=True)
    (work.root / PLAN).write_text(TEXT, encoding="utf-8")
    past = look(work.root)
    assert (past.made(PLAN), past.changed(PLAN), past.completion(PLAN)) == (None, None, None)
    assert past.work_under(PLAN, "start") == ()


def test_changed_in_the_work_tree(work: Committing, look: Look) -> None:
    """A plan whose bytes are others; staged or not."""
    work.commit({PLAN: TEXT, ARCHIVED: TEXT, "docs/plans/third.md": TEXT}, "plans", "2026-03-02")
    (work.root / PLAN).write_text(MORE, encoding="utf-8")
    (work.root / ARCHIVED).write_text(MORE, encoding="utf-8")
    work.git("add", ARCHIVED)
    past = look(work.root)
    touched = [past.touched(one) for one in (PLAN, ARCHIVED, "docs/plans/third.md")]
    assert touched == [True, True, False]


def test_other_line_ends_are_no_change(work: Committing, look: Look) -> None:
    """Where git makes them itself."""
    work.commit({PLAN: TEXT, ".gitattributes": "*.md text\n"}, "plan", "2026-03-02")
    (work.root / PLAN).write_text(TEXT, encoding="utf-8", newline="\r\n")
    assert not look(work.root).touched(PLAN)


def test_below_the_top_level(work: Committing, look: Look) -> None:
    """Paths start at the root of the plans; what lies above is not looked at."""
    work.commit({f"quay/{PLAN}": TEXT, "quay/trueplan.toml": ""}, "plan", "2026-03-02")
    work.commit({"quay/src/masts.py": "x\n", "src/masts.py": "x\n"}, "masts", "2026-03-03")
    work.commit({"src/lamps.py": "x\n", ".gitignore": "quay/secret/\n"}, "lamps", "2026-03-04")
    past = look(work.root / "quay")
    assert past.repository.root == str(work.root / "quay")
    assert past.made(PLAN) == "2026-03-02"
    assert [one.path for one in past.files(PLAN, "src/masts.py")] == ["src/masts.py"]
    assert past.files(PLAN, "src/lamps.py") == ()
    assert past.ignored(PLAN, ["secret/key.toml"]) == {"secret/key.toml"}


def test_ignored_files(work: Committing, look: Look) -> None:
    """There or not; excluded again; from the plan; outside."""
    work.commit({PLAN: TEXT, ".gitignore": "secret/*\n!secret/a.py\n*.key\n"}, "plan")
    past = look(work.root)
    names = ["secret/b.py", "secret/a.py", "src/a.key", "src/a.py", "../../a.key", "../../../a.key"]
    assert past.ignored(PLAN, names) == {"secret/b.py", "src/a.key", "../../a.key"}


def test_a_path_that_git_refuses_to_judge(work: Committing, look: Look) -> None:
    """Behind a link nothing is ignored, and the next question is answered all the same."""
    work.commit({PLAN: TEXT, ".gitignore": "*.key\n", "far/a.py": "x\n"}, "plan")
    (work.root / "near").symlink_to("far")
    past = look(work.root)
    assert past.ignored(PLAN, ["near/a.py", "src/a.key"]) == {"src/a.key"}


def test_a_merged_branch(work: Committing, look: Look) -> None:
    """What a branch did has happened once it is merged, and not before."""
    work.commit({PLAN: TEXT}, "plan", "2026-03-02")
    work.switch("masts", "main")
    work.commit({"src/masts.py": "x\n"}, "masts", "2026-03-03")
    work.commit({PLAN: MORE}, "HAR-1", "2026-03-04")
    assert len(look(work.root).files(PLAN, "src/masts.py")) == 1
    work.switch("main")
    before = look(work.root)
    assert before.files(PLAN, "src/masts.py") == ()
    assert before.changed(PLAN) == "2026-03-02"
    done = before.completion(PLAN)
    assert done is not None
    assert done.changes == ()
    work.commit({"src/lamps.py": "x\n"}, "lamps", "2026-03-05")
    work.merge("masts", day="2026-03-06")
    after = look(work.root)
    assert [one.since for one in after.files(PLAN, "src/masts.py")] == ["after"]
    done = after.completion(PLAN)
    assert done is not None
    assert done.changes == (("added", 1),)


def test_a_commit_that_was_replaced(work: Committing, look: Look) -> None:
    """What was amended away never happened."""
    work.commit({PLAN: TEXT}, "plan", "2026-03-02")
    work.commit({"src/masts.py": "x\n"}, "HAR-1: masts", "2026-03-03")
    first = look(work.root)
    assert len(first.work_under(PLAN, "HAR-1")) == 1
    work.git("reset", "--quiet", "--hard", "HEAD~1")
    work.commit({"src/lamps.py": "x\n"}, "lamps", "2026-03-04")
    second = look(work.root)
    assert second.files(PLAN, "src/masts.py") == ()
    assert second.work_under(PLAN, "HAR-1") == ()


def test_a_shallow_clone(work: Committing, look: Look, tmp_path: Path) -> None:
    """It says so, and the plan is as old as the first commit that is there."""
    work.commit({PLAN: TEXT}, "plan", "2026-03-02")
    work.commit({PLAN: MORE}, "more", "2026-03-05")
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", work.root.as_uri(), str(clone)], check=True
    )
    past = look(clone)
    assert not past.complete
    assert past.made(PLAN) == "2026-03-05"
    done = past.completion(PLAN)
    assert done is not None
    assert done.changes == ()
    subprocess.run(["git", "fetch", "--quiet", "--unshallow"], cwd=clone, check=True)
    whole = look(clone)
    assert whole.complete
    assert whole.made(PLAN) == "2026-03-02"
    done = whole.completion(PLAN)
    assert done is not None
    assert done.changes == (("added", 1),)


def test_without_a_commit(tmp_path: Path) -> None:
    Committing(tmp_path / "harbour")
    assert find_past(open_repository(tmp_path / "harbour")) is None


def test_without_git(tmp_path: Path) -> None:
    """Neither a repository nor, where there is one, the program."""
    (tmp_path / "trueplan.toml").touch()
    past = PastOnDemand(open_repository(tmp_path))
    assert past() is None
    past.close()


def test_without_the_program(work: Committing, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = open_repository(work.root)
    monkeypatch.setenv("PATH", "/nowhere")
    assert find_past(repository) is None


def test_a_history_that_cannot_be_read(work: Committing) -> None:
    """It is said, and how to go on without."""
    work.commit({PLAN: TEXT}, "plan", "2026-03-02")
    objects = work.root / ".git" / "objects"
    for folder in objects.iterdir():
        if folder.name not in ("info", "pack") and not folder.name.startswith(work.head[:2]):
            shutil.rmtree(folder)
    with pytest.raises(GitError) as caught:
        find_past(open_repository(work.root))
    assert str(caught.value).startswith("the history cannot be read: git log failed: ")
    assert caught.value.help == (
        "mend the repository, or leave out the rules that need it: --ignore TP7"
    )


def test_an_index_that_is_no_database(work: Committing, look: Look) -> None:
    """It is made anew."""
    work.commit({PLAN: TEXT}, "plan", "2026-03-02")
    folder = work.root / ".git" / "trueplan"
    folder.mkdir()
    (folder / "index.sqlite3").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert look(work.root).made(PLAN) == "2026-03-02"
    assert look(work.root).made(PLAN) == "2026-03-02"


def test_what_is_kept_of_a_completion_goes_with_the_plan(work: Committing, look: Look) -> None:
    """Asked twice it is the same; after another commit it is asked anew."""
    work.commit({PLAN: TEXT}, "plan", "2026-03-02")
    for _ in range(2):
        done = look(work.root).completion(PLAN)
        assert done is not None
        assert done.changes == ()
    work.commit({PLAN: MORE}, "more", "2026-03-05")
    for _ in range(2):
        done = look(work.root).completion(PLAN)
        assert done is not None
        assert done.changes == (("added", 1),)
    work.commit({PLAN: MORE.replace("Completed", "In Progress")}, "reopen", "2026-03-06")
    for _ in range(2):
        assert look(work.root).completion(PLAN) is None


def test_the_past_is_opened_when_it_is_asked_for(work: Committing) -> None:
    """Nothing is written before; closed, it can be asked again."""
    work.commit({PLAN: TEXT}, "plan", "2026-03-02")
    demand = PastOnDemand(open_repository(work.root))
    assert not (work.root / ".git" / "trueplan").exists()
    first = demand()
    assert first is demand()
    demand.close()
    second = demand()
    assert second is not None
    assert second is not first
    assert second.made(PLAN) == "2026-03-02"
    demand.close()
