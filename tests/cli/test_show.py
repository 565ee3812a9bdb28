"""`trueplan show`."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.cli.plans import FILES, LIGHTS
from tests.conftest import ROOT, Make

TODAY = ("--today", "2026-03-10")
WHOLE = """\
Harbour lights
docs/plans/2026-02-01-harbour-lights.md

status      In Progress
owner       Orla
created     2026-02-01
target      2026-03-20, 10 days left

phases      ▕██████▋             ▏  1/3
tasks       ▕███████████▍        ▏  4/7  1 cancelled
acceptance  ▕                    ▏  0/1
criteria    ▕██████████          ▏  1/2  gates among them 1/1

                         tasks  accept.
#1  Masts  ▕██████████▏    2/2        -  done         1 session
#2  Lamps  ▕█████     ▏    2/4      0/1  in progress  2 sessions, after 1
#3  Night  ▕          ▏    0/1        -  blocked      after 1, 2

phase 2, in progress: 2 of 4 done
  #2.2    [ ] Wire the lamps
  #2.2.2    [ ] Green
  #2.a1   [ ] Seen from a mile

risks
  #r1  Wind (High × Low)
  #r2  Rust (Low × High) · no mitigation
"""
PHASE = """\
phase 2, in progress: 2 of 4 done
Lamps
docs/plans/2026-02-01-harbour-lights.md:18

estimate    2 sessions
after       #1

  #2.1    [x] Buy the lamps
  #2.2    [ ] Wire the lamps
  #2.2.1    [x] Red
  #2.2.2    [ ] Green
  #2.3    [-] Paint them
  #2.a1   [ ] Seen from a mile
"""
ITEM = """\
#2.2    [ ] Wire the lamps
#2.2.1    [x] Red
#2.2.2    [ ] Green
docs/plans/2026-02-01-harbour-lights.md:22
phase 2 is in progress: 2 of 4 done
"""
RISK = """\
risk        Rust
likelihood  Low
impact      High
docs/plans/2026-02-01-harbour-lights.md:46
"""
NARROW = """\
                    tasks  accept.
#1  Masts  ▕█████▏    2/2        -  done
    1 session
#2  Lamps  ▕██▌  ▏    2/4      0/1  in progress
    2 sessions, after 1
#3  Night  ▕     ▏    0/1        -  blocked
    after 1, 2
"""


@pytest.fixture
def root(make_repository: Make) -> Path:
    return make_repository(FILES)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("harbour-lights", WHOLE),
        ("lights", WHOLE),
        ("docs/plans/2026-02-01-harbour-lights.md", WHOLE),
        ("lights#2", PHASE),
        ("lights#2.2", ITEM),
        ("lights#r2", RISK),
    ],
)
def test_a_plan_and_its_parts(root: Path, run_cli: RunCli, reference: str, expected: str) -> None:
    assert run_cli("show", reference, *TODAY, cwd=root) == (0, expected, "")


def test_every_item(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("show", "lights", "--all", *TODAY, cwd=root)
    assert "    #2.2.1    [x] Red\n" in ran.out
    assert "functional requirements\n  #f1  [ ] It is light\n" in ran.out
    assert "quality gates\n  #g1  [x] CEO approval\n" in ran.out


def test_a_narrow_terminal_puts_estimates_below(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("show", "lights", *TODAY, cwd=root, env={"COLUMNS": "60"})
    assert NARROW in ran.out
    assert max(map(len, ran.out.splitlines())) <= 60


def test_what_a_plan_waits_for(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("show", "crane", *TODAY, cwd=root)
    assert "status      draft (planned)\n" in ran.out
    assert "blocked by  adr:7 (Proposed)\n" in ran.out


def test_a_passed_target(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("show", "lights", "--today", "2026-03-21", cwd=root)
    assert "target      2026-03-20, 1 day ago\n" in ran.out


def test_a_file_that_is_no_plan(root: Path, run_cli: RunCli) -> None:
    assert run_cli("show", "README.md", *TODAY, cwd=root) == (
        0,
        "Harbour\nREADME.md\n\nstatus      none\n",
        "",
    )


def test_what_could_not_be_understood_ends_the_answer(
    make_repository: Make, run_cli: RunCli
) -> None:
    text = "# Plan: A\n\n**Status**: blue\n\n## Phase 1: A\n- [ ] a\n\n## Phase 2: B\n- [ ] b\n"
    root = make_repository({"docs/plans/a.md": text})
    ran = run_cli("show", "a", cwd=root)
    assert ran.out.endswith("\nnot understood, 1 place\n  line 3: no state can be read in “blue”\n")


def test_unknown_references(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("show", "lights#9", cwd=root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: there is no #9 in harbour-lights\n"
        "help: its phases:\n"
        "        harbour-lights#1  Masts\n"
        "        harbour-lights#2  Lamps\n"
        "        harbour-lights#3  Night\n"
    )
    ran = run_cli("show", "lihgts", "--format", "json", cwd=root)
    assert (ran.code, json.loads(ran.out or ran.err)["kind"]) == (2, "unknown-reference")


def test_json_has_the_fields_that_others_build_on(root: Path, run_cli: RunCli) -> None:
    answer = json.loads(run_cli("show", "lights", "--format", "json", cwd=root).out)
    phases = answer.pop("phases")
    expected = {
        "schema": "trueplan.plan/1",
        "ref": "harbour-lights",
        "path": "docs/plans/2026-02-01-harbour-lights.md",
        "title": "Harbour lights",
        "digest": hashlib.sha256(LIGHTS.encode()).hexdigest(),
        "status": {"value": "in_progress", "raw": "In Progress", "line": 3},
        "owner": "Orla",
        "created": "2026-02-01",
        "target": "2026-03-20",
        "boxes": {"done": 5, "total": 11},
        "criteria": {"done": 1, "total": 2},
    }
    assert {name: answer[name] for name in expected} == expected
    second = phases[1]
    wire = second.pop("items")[1]
    assert second == {
        "ref": "harbour-lights#2",
        "number": "2",
        "title": "Lamps",
        "level": 3,
        "line": 18,
        "state": "in_progress",
        "marked_done": False,
        "goal": None,
        "estimate": {"raw": "2 sessions", "sessions": 2.0},
        "depends_on": ["harbour-lights#1"],
        "blocked_by": [],
        "boxes": {"done": 2, "total": 6},
        "tasks": {"done": 2, "total": 4, "cancelled": 1},
        "acceptance": {"done": 0, "total": 1},
    }
    assert (wire["ref"], wire["kind"], wire["text"], wire["state"], wire["line"]) == (
        "harbour-lights#2.2",
        "task",
        "Wire the lamps",
        "open",
        22,
    )
    assert [one["ref"] for one in wire["children"]] == [
        "harbour-lights#2.2.1",
        "harbour-lights#2.2.2",
    ]
    assert [one["ref"] for one in answer["gates"]] == ["harbour-lights#g1"]
    assert [one["mitigation"] for one in answer["risks"]] == ["Wait", None]
    assert (answer["flags"], answer["journals"], answer["links"], answer["problems"]) == (
        [],
        [],
        [],
        [],
    )


def test_text_needs_nothing_heavy(root: Path) -> None:
    """The budget of `show` has no room for these modules."""
    code = (
        "import sys; from trueplan.cli.main import run; run(['show', 'docs/plans/crane.md']);"
        "heavy = ['msgspec', 'subprocess', 'tomllib', 'multiprocessing', 'json', 'hashlib',"
        "'trueplan.lint.registry', 'trueplan.app.check', 'trueplan.wire'];"
        "sys.exit(' '.join(one for one in heavy if one in sys.modules) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("width", ["60", "80", "120"])
@pytest.mark.parametrize("words", [(), ("--all",)])
def test_the_example_stays_within_the_terminal(
    run_cli: RunCli, width: str, words: tuple[str, ...]
) -> None:
    for plan in sorted((ROOT / "examples/harbour/docs/plans").glob("2*.md")):
        ran = run_cli("show", str(plan), *TODAY, *words, env={"COLUMNS": width})
        assert ran.code == 0
        assert max(map(len, ran.out.splitlines())) <= int(width)
