"""`trueplan list`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.cli.plans import FILES
from tests.conftest import ROOT, Make

TABLE = """\
plan            status       phases  tasks  target      owner
harbour-lights  in progress     1/3    4/7  2026-03-20  Orla
crane           planned         0/2    0/2  -           Davy
buoys           completed       1/1    2/2  2026-01-30  Orla
"""
ORLA = """\
plan            status       phases  tasks  target      owner
buoys           completed       1/1    2/2  2026-01-30  Orla
harbour-lights  in progress     1/3    4/7  2026-03-20  Orla
2 of 3 plans
"""
WHY = """\
plan: it stands in a folder called plans
  docs/plans/2026-02-01-harbour-lights.md
  docs/plans/buoys.md
  docs/plans/crane.md

decision: its name starts with a number, in a folder of decisions
  docs/adr/0007-steel.md

nothing: it stands in a folder called plans, but it has neither phases nor tasks
         with boxes
  docs/plans/notes.md

nothing: neither its folder nor its name says that it is a plan
  README.md

3 plans among 6 Markdown files.
`plans` and `exclude` in trueplan.toml change that.
"""
HARBOUR = """\
plan            status       phases  tasks  target      owner
berth-pricing   in progress     0/3   3/11  2026-03-27  Orla Penrose
offline-charts  paused          1/3    4/9  -           Davy Marrack
link-previews   planned         1/3   5/10  2026-02-27  Davy Marrack
winter-storage  planned         0/3    0/8  2026-04-17  Orla Penrose
payments-v2     planned         0/4   0/13  -           CTO
tide-tables     completed       3/3   8/10  2026-01-30  CTO
"""


@pytest.fixture
def root(make_repository: Make) -> Path:
    return make_repository(FILES)


def test_those_in_progress_come_first(root: Path, run_cli: RunCli) -> None:
    assert run_cli("list", cwd=root) == (0, TABLE, "")


def test_filters_and_order(root: Path, run_cli: RunCli) -> None:
    assert run_cli("list", "--owner", "orla", "--sort", "target", cwd=root).out == ORLA
    for words in (
        ("--status", "in-progress"),
        ("--status", "In Progress,paused"),
        ("--folder", "docs/plans", "--status", "in_progress"),
    ):
        lines = run_cli("list", *words, cwd=root).out.splitlines()
        assert [line.split()[0] for line in lines[1:-1]] == ["harbour-lights"]


def test_a_filter_that_takes_nothing_says_so(root: Path, run_cli: RunCli) -> None:
    assert run_cli("list", "--status", "paused", cwd=root) == (
        0,
        "none of 3 plans is like that\n",
        "",
    )


@pytest.mark.parametrize("words", [("--status", "blue"), ("--folder", "no"), ("--sort", "size")])
def test_filters_that_mean_nothing_are_refused(
    root: Path, run_cli: RunCli, words: tuple[str, str]
) -> None:
    assert run_cli("list", *words, cwd=root).code == 2


def test_why(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({**FILES, "docs/plans/notes.md": "# Notes\n\nNone yet.\n"})
    assert run_cli("list", "--why", cwd=root) == (0, WHY, "")


def test_why_without_any_plan(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"README.md": "# Harbour\n"})
    ran = run_cli("list", "--why", cwd=root)
    assert (ran.code, ran.out.splitlines()[-2]) == (0, "0 plans among 1 Markdown file.")
    ran = run_cli("list", cwd=root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: no plans found at {root}\nhelp: looked below {root} for")


def test_a_plan_without_status_is_listed_by_its_boxes(
    make_repository: Make, run_cli: RunCli
) -> None:
    text = "# A\n\n## Phase 1: A\n- [x] a\n\n## Phase 2: B\n- [ ] b\n"
    root = make_repository({"plans/a.md": text})
    assert run_cli("list", cwd=root).out.splitlines()[1].split()[:4] == [
        "a",
        "in",
        "progress?",
        "1/2",
    ]
    plan = json.loads(run_cli("list", "--format", "json", cwd=root).out)["plans"][0]
    assert (plan["status"], plan["state"]) == (None, "in_progress")


def test_json(root: Path, run_cli: RunCli) -> None:
    answer = json.loads(run_cli("list", "--format", "json", "--status", "planned", cwd=root).out)
    assert answer == {
        "schema": "trueplan.list/1",
        "plans": [
            {
                "ref": "crane",
                "path": "docs/plans/crane.md",
                "title": "Crane",
                "status": {"value": "planned", "raw": "draft", "line": 3},
                "state": "planned",
                "owner": "Davy",
                "created": None,
                "target": None,
                "phases": {"done": 0, "total": 2, "cancelled": 0},
                "tasks": {"done": 0, "total": 2, "cancelled": 0},
                "boxes": {"done": 0, "total": 2},
                "problems": 0,
            }
        ],
        "total": 3,
        "files": [],
    }


def test_the_example(run_cli: RunCli) -> None:
    ran = run_cli("list", "--folder", "docs", cwd=ROOT / "examples/harbour")
    lines = ran.out.splitlines(keepends=True)
    assert "".join(lines[:7]) == HARBOUR


def test_what_cannot_be_read_is_named(make_repository: Make, run_cli: RunCli) -> None:
    """On standard error, so that the table and the JSON stay what they are."""
    root = make_repository(FILES)
    (root / "docs/plans/lost.md").symlink_to("nowhere.md")
    for words in (("list",), ("next",), ("list", "--format", "json")):
        assert run_cli(*words, cwd=root).err == "not read: docs/plans/lost.md: the file is gone\n"
    assert run_cli("list", "--why", cwd=root).err == ""
    for number in range(3):
        (root / f"docs/plans/lost-{number}.md").symlink_to("nowhere.md")
    assert run_cli("list", cwd=root).err.endswith("not read: 1 more; `trueplan check` shows all\n")
