"""Every console block of the documentation does what it shows."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.blocks import Command, matches, pages, read_commands

_WHEN = "2026-03-09T17:00:00Z"
_PAGES = [page for page in pages() if read_commands(page)]
_WIDTH = "80"


def run(command: Command, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one line in a shell that finds this checkout's `trueplan`."""
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
            "GIT_AUTHOR_DATE": _WHEN,
            "GIT_COMMITTER_DATE": _WHEN,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A copy of the example, committed to a repository of its own."""
    folder = tmp_path / "harbour"
    shutil.copytree(ROOT / "examples" / "harbour", folder)
    for line in (
        "git -c init.defaultBranch=main init --quiet .",
        "git add --all",
        "git -c user.name=Harbour -c user.email=harbour@example.org commit -qm 'On 9 March'",
    ):
        assert run(Command(line, (), 0), folder).returncode == 0
    return folder


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_print_what_is_shown(page: Path, harbour: Path) -> None:
    """The commands of a page run one after the other in one copy of the example."""
    for command in read_commands(page):
        done = run(command, harbour)
        place = f"{page.relative_to(ROOT)}:{command.number}: {command.line}"
        # On a terminal, what is said on standard error comes last too.
        printed = done.stdout + done.stderr
        if command.shown:
            assert matches(command.shown, printed.split("\n")), f"{place}\n{printed}"
        else:
            assert done.returncode in (0, 1), f"{place}\n{printed}"
