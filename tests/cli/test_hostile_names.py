"""Names of files that disturb a terminal, or that no JSON can hold."""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import RunCli

PLAN = "# Plan: Crane\n\n**Status**: Completed\n\n## Phase 1: Build\n\n- [x] a\n- [ ] b\n"
NAMES = (
    b"esc\x1b]0;title\x07.md",
    b"new\nline.md",
    b"bad\xff\xfe.md",
    "計画.md".encode(),
    b"a b.md",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "docs/plans"
    folder.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in NAMES:
        (folder / os.fsdecode(name)).write_text(PLAN)
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [("check",), ("check", "--fix"), ("list",), ("list", "--why"), ("next",), (), ("show", "esc")],
)
@pytest.mark.parametrize("color", ["never", "always"])
def test_text_moves_no_cursor(
    words: tuple[str, ...], color: str, root: Path, run_cli: RunCli
) -> None:
    """Of what a terminal obeys there is nothing but our own styles, and no row is split."""
    ran = run_cli(*words, "--color", color, cwd=root)
    assert ran.code in (0, 1)
    assert "\x1b]" not in ran.out + ran.err
    assert "\x07" not in ran.out
    assert ("\x1b" in ran.out) <= (color == "always")
    assert not any(line.startswith("line") for line in ran.out.split("\n"))


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("list",),
        ("list", "--why"),
        ("next",),
        (),
        ("show", "docs/plans/bad\udcff\udcfe.md"),
        ("show", "nothing-like-\udcff"),
    ],
)
def test_json_is_utf8(words: tuple[str, ...], root: Path, run_cli: RunCli) -> None:
    """Bytes that are not UTF-8 become a sign; an error is JSON too."""
    ran = run_cli(*words, "--format", "json", cwd=root)
    answer = json.loads(ran.out or ran.err)
    assert answer["schema"].startswith("trueplan.")
    assert ran.code == (1 if words == ("check",) else 2 if "nothing" in "".join(words) else 0)


def test_sarif_keeps_the_bytes_in_the_address(root: Path, run_cli: RunCli) -> None:
    log = json.loads(run_cli("check", "--select", "TP201", "--format", "sarif", cwd=root).out)
    places = [one["locations"][0]["physicalLocation"] for one in log["runs"][0]["results"]]
    assert "docs/plans/bad%FF%FE.md" in [one["artifactLocation"]["uri"] for one in places]


def test_junit_and_annotations(root: Path, run_cli: RunCli) -> None:
    ElementTree.fromstring(run_cli("check", "--format", "junit", cwd=root).out.encode())
    lines = run_cli("check", "--format", "github", cwd=root).out.splitlines()
    assert all(line.startswith("::") for line in lines)


def test_accepting_says_that_the_name_cannot_be_written(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("accept", "TP201", "docs/plans/bad\udcff\udcfe.md", "--because", "so", cwd=root)
    assert (ran.code, ran.out) == (2, "")
    assert "not UTF-8" in ran.err
