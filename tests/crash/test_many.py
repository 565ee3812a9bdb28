"""Many writers of one plan: nobody's tick is lost, and nobody ticks what is ticked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import Make
from tests.crash.many import PATH, PROCESSES, make_plan, reference, shares, tick_at_once
from tests.git.repositories import ask_git, new_repository
from trueplan.app.change import Terms


def test_different_tasks_are_all_ticked(make_repository: Make) -> None:
    """A short form of `just crash`, with the same eight processes."""
    root = make_repository({PATH: make_plan(200)})
    answers = tick_at_once(root, shares(200))
    assert [code for code, _ in answers] == [0] * 200
    assert (root / PATH).read_text() == make_plan(200).replace("[ ]", "[x]")
    assert [path.name for path in (root / PATH).parent.iterdir()] == ["many.md"]


def test_one_task_has_one_winner(make_repository: Make) -> None:
    """The others are told that it is ticked, and have written nothing; round after round."""
    rounds = 20
    root = make_repository({PATH: make_plan(rounds)})
    answers = tick_at_once(root, [[reference(n) for n in range(rounds)]] * PROCESSES)
    for number in range(rounds):
        said = f"{reference(number)}  Task {number + 1} of part 1"
        assert sorted(one for one in answers if f"{said} " in f"{one[1]} ") == [
            (0, f"ticked {said}"),
            *[(1, f"{said} is ticked already")] * 7,
        ]
    assert (root / PATH).read_text() == make_plan(rounds).replace("[ ]", "[x]")


def test_commits_wait_for_each_other(tmp_path: Path) -> None:
    """Each tick is in a commit of its own, and nothing is left uncommitted."""
    root = new_repository(tmp_path, {PATH: make_plan(24)})
    answers = tick_at_once(root, shares(24), Terms(commit=True))
    assert [code for code, _ in answers] == [0] * 24
    assert (root / PATH).read_text() == make_plan(24).replace("[ ]", "[x]")
    assert ask_git(root, "status", "--porcelain") == ""
    subjects = ask_git(root, "log", "--format=%s").splitlines()
    assert sorted(subjects[:-1]) == sorted(
        f"many: tick #{reference(n).partition('#')[2]}" for n in range(24)
    )
    changed = ask_git(root, "log", "--numstat", "--format=", "HEAD~24..").split()
    assert changed == ["1", "1", PATH] * 24


def _type(root: Path, references: list[str]) -> list[tuple[int, str, str]]:
    """Start a command for each reference, all at once; exit codes and what they print."""
    words = [sys.executable, "-m", "trueplan", "tick"]
    running = [
        subprocess.Popen(
            [*words, ref], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for ref in references
    ]
    printed = [process.communicate() for process in running]
    return [(one.returncode, *said) for one, said in zip(running, printed, strict=True)]


def test_commands_at_once(make_repository: Make) -> None:
    """The same through the whole program."""
    root = make_repository({PATH: make_plan(16)})
    ran = _type(root, [reference(number) for number in range(8)])
    assert ran == [
        (0, f"ticked {reference(number)}  Task {number + 1} of part 1\n", "") for number in range(8)
    ]
    ran = sorted(_type(root, [reference(8)] * 8))
    assert ran[0] == (0, "ticked many#1.9  Task 9 of part 1\n", "")
    told = "error: many#1.9  Task 9 of part 1 is ticked already\nhelp: nothing was written\n"
    assert ran[1:] == [(1, "", told)] * 7
    assert (root / PATH).read_text().count("[x]") == 9
