"""What the rules about the past say of four real repositories, each finding judged by hand.

`judged_past.json` holds every finding at the first commit at which it is made, of all commits of
the main line and its branches, one day after the commit; for TP703 also 45 days after.
"""

from __future__ import annotations

import json
import subprocess
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHARED, replay
from trueplan.app.check import check_repository
from trueplan.app.repository import open_repository
from trueplan.lint.engine import Selection

JUDGED = json.loads(Path(__file__).with_name("judged_past.json").read_text(encoding="utf-8"))
LEAST = 80  # per cent that must be right for a rule to be on by default

Line = tuple[str, str, int]


@pytest.mark.parametrize("name", JUDGED["commits"])
def test_the_findings_are_the_judged_ones(name: str, tmp_path: Path) -> None:
    """At each of the commits, what no earlier one of them had."""
    stream = SHARED / "histories" / f"{name}.fi.gz"
    if not stream.is_file():
        pytest.skip("the folder shared/histories is not beside the project")
    root = replay(stream, tmp_path / name)
    mine = [one for one in JUDGED["findings"] if one["repository"] == name]
    known: set[tuple[str, str, str]] = set()
    for (commit, days), judged in groupby(mine, key=lambda one: (one["commit"], one["days"])):
        assert find_new(root, commit, days, known) == sorted(
            (one["code"], one["path"], one["line"]) for one in judged
        )
    if not mine:
        assert find_new(root, "HEAD", 1, known) == []


def find_new(root: Path, commit: str, days: int, known: set[tuple[str, str, str]]) -> list[Line]:
    """The findings some days after a commit that are not among the known ones, which they join."""
    git(root, "checkout", "--quiet", "--detach", commit)
    day = date.fromisoformat(git(root, "log", "-1", "--format=%as"))
    repository = open_repository(root)
    selection = Selection(repository.configuration.lint._replace(select=("TP7",)))
    today = (day + timedelta(days)).isoformat()
    found = check_repository(repository, today, (), selection).findings
    new = [one for one in found if (one.code, one.path, one.seen) not in known]
    known |= {(one.code, one.path, one.seen) for one in new}
    return sorted((one.code, one.path, one.place.line) for one in new)


def git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_rules_that_are_on_are_mostly_right() -> None:
    """A rule under four in five would have to be off."""
    findings: list[dict[str, Any]] = JUDGED["findings"]
    for code in {one["code"] for one in findings}:
        verdicts = [one["right"] for one in findings if one["code"] == code]
        assert 100 * sum(verdicts) >= LEAST * len(verdicts), code
