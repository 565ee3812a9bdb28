"""Every console block of the documentation does what it shows."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from examples.past import make_past

from tests.conftest import ROOT
from tests.docs.blocks import EMPTY, Command, matches, pages, read_commands

_WHEN = "2026-03-09T17:00:00Z"
_PAGES = [page for page in pages() if read_commands(page)]
_WIDTH = "80"


def run(command: Command, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one line in a shell that finds this checkout's `trueplan`."""
    when = f"{command.today}T17:00:00Z" if command.today else _WHEN
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return subprocess.run(
        ["sh", "-c", command.line],
        cwd=folder,
        env=kept
        | {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "COLUMNS": _WIDTH,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
            "TRUEPLAN_TODAY": command.today,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A copy of the example in a repository of its own, with the past that led to it."""
    folder = tmp_path / "harbour"
    shutil.copytree(ROOT / "examples" / "harbour", folder)
    make_past(folder)
    return folder


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_print_what_is_shown(page: Path, harbour: Path, tmp_path: Path) -> None:
    """The commands of a page run one after the other in one copy of the example."""
    folder = harbour
    if EMPTY in page.read_text(encoding="utf-8"):
        folder = tmp_path / "lights"
        folder.mkdir()
    for command in read_commands(page):
        done = run(command, folder)
        place = f"{page.relative_to(ROOT)}:{command.number}: {command.line}"
        # On a terminal, what is said on standard error comes last too.
        printed = done.stdout + done.stderr
        if command.shown:
            assert matches(command.shown, printed.split("\n")), f"{place}\n{printed}"
        else:
            assert done.returncode == 0, f"{place}\n{printed}"
