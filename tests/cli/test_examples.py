"""Every example that a command's help shows is run."""

from __future__ import annotations

import shlex
from importlib import import_module
from pathlib import Path

import pytest
from examples.past import make_past

from tests.cli.conftest import RunCli
from trueplan.cli.registry import COMMANDS, OVERVIEW, Command

EXAMPLES = [
    (command, line)
    for command in (OVERVIEW, *COMMANDS)
    for line, _ in import_module(command.module).EXAMPLES
]
CHANGING = ("make", "change", "move")


@pytest.mark.parametrize(("command", "line"), EXAMPLES, ids=[line for _, line in EXAMPLES])
def test_example_runs(command: Command, line: str, harbour: Path, run_cli: RunCli) -> None:
    """In the example repository; findings are fine, refusals, wrong use and bugs are not."""
    (harbour.parent / "other").symlink_to(harbour)
    make_past(harbour)
    program, *words = shlex.split(line)
    assert program == "trueplan"
    ran = run_cli(*words, cwd=harbour)
    assert ran.code == 0 or (ran.code == 1 and command.group not in CHANGING), ran.err
    assert ran.out or ran.err
