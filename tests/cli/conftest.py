"""Run commands in this process, as if typed."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest
from examples.past import make_past

from tests.conftest import ROOT
from trueplan.cli.main import run


class Ran(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str


RunCli = Callable[..., Ran]


@pytest.fixture
def run_cli(monkeypatch: pytest.MonkeyPatch) -> RunCli:
    """`run_cli(*words, cwd=folder, env={…}, encoding="utf-8")`: 80 columns wide unless said."""

    def call(
        *words: str,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        encoding: str = "utf-8",
    ) -> Ran:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="") for _ in range(2))
        here = Path.cwd()
        with monkeypatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            patch.delenv("NO_COLOR", raising=False)
            patch.setenv("COLUMNS", "80")
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            os.chdir(cwd or here)
            try:
                code = run(words)
                out.flush()
                err.flush()
            finally:
                os.chdir(here)
        texts = [stream.buffer.getvalue().decode(encoding) for stream in (out, err)]
        return Ran(code, *texts)

    return call


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """The example repository, in a repository of its own."""
    folder = tmp_path / "harbour"
    shutil.copytree(ROOT / "examples/harbour", folder)
    (folder / ".git").mkdir()
    return folder


@pytest.fixture
def past_harbour(harbour: Path) -> Path:
    """A copy of the example with the nine weeks of commits that led to it."""
    make_past(harbour)
    return harbour
