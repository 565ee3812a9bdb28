"""Every example that a command's help shows is run."""

from __future__ import annotations

import shlex
from importlib import import_module
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from trueplan.cli.registry import COMMANDS, OVERVIEW

EXAMPLES = [
    line for command in (OVERVIEW, *COMMANDS) for line, _ in import_module(command.module).EXAMPLES
]


@pytest.mark.parametrize("line", EXAMPLES)
def test_example_runs(line: str, harbour: Path, run_cli: RunCli) -> None:
    """In the example repository; findings are fine, wrong use and bugs are not."""
    (harbour.parent / "other").symlink_to(harbour)
    program, *words = shlex.split(line)
    assert program == "trueplan"
    ran = run_cli(*words, cwd=harbour)
    assert ran.code in (0, 1), ran.err
    assert ran.out or ran.err
