"""The tutorial keeps its promise: after each of its commands nothing is untrue."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT
from tests.docs.blocks import Command, read_commands
from tests.docs.test_console import run

PAGE = ROOT / "docs/guide/tutorial.md"
COMMANDS = read_commands(PAGE)


def test_nothing_is_untrue_after_any_step(tmp_path: Path) -> None:
    """Not even a note; only before `trueplan init` there is nothing to check."""
    for position, command in enumerate(COMMANDS):
        done = run(command, tmp_path)
        refused = command.shown[:1] and command.shown[0].startswith("error: ")
        assert (done.returncode != 0) == bool(refused), (command.line, done.stderr)
        if position:
            check = Command("trueplan check --fail-on note", (), 0, command.today)
            checked = run(check, tmp_path)
            assert checked.stdout.startswith("nothing untrue in "), (command.line, checked.stdout)
            assert checked.returncode == 0, command.line


def test_the_day_is_whole() -> None:
    """It begins with nothing, and every kind of move and change is in it."""
    words = {command.line.split()[1] for command in COMMANDS if "trueplan " in command.line}
    assert words >= {
        "init", "backlog", "new", "set", "add", "start", "tick", "journal", "complete", "pause",
        "resume", "risk", "note", "supersede", "cancel", "retro", "archive", "check",
    }  # fmt: skip
