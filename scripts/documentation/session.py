"""Runs `trueplan` in this process, on copies that leave no trace in what it prints."""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from trueplan.cli.main import run

TODAY = "2026-03-10"
# The day on which the example is, for git and for commands that take none.
_WHEN = "2026-03-09T17:00:00Z"
_ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_DATE": _WHEN,
    "GIT_COMMITTER_DATE": _WHEN,
}


@contextlib.contextmanager
def harbour(root: Path) -> Iterator[Path]:
    """A copy of the example in a git repository of its own, with its past."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder).resolve() / "harbour"
        past = root / "examples" / "past.py"
        subprocess.run([sys.executable, past, place], stdout=subprocess.DEVNULL, check=True)
        yield place


def console(command: str, folder: Path, width: int) -> str:
    """What `command` (`trueplan check …`) prints to standard output in `folder`.

    Raises RuntimeError where it fails for another reason than findings.
    """
    program, *words = shlex.split(command)
    assert program == "trueplan", command
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    err = io.StringIO()
    with (
        contextlib.chdir(folder),
        _environment(width),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = run(words)
        sys.stdout.flush()
    if code > 1:
        raise RuntimeError(f"{command} ended with {code}: {err.getvalue()}")
    assert isinstance(out.buffer, io.BytesIO)
    return out.buffer.getvalue().decode()


@contextlib.contextmanager
def _environment(columns: int) -> Iterator[None]:
    """Let this process have the clean environment and a width for a while."""
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(_clean(), COLUMNS=str(columns))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _clean() -> dict[str, str]:
    """The environment without what would lead git to another repository."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | _ENVIRONMENT
