"""`trueplan` alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.cli.plans import FILES, LIGHTS
from tests.conftest import ROOT, Make

TODAY = ("--today", "2026-03-10")
WHOLE = """\
3 plans: 1 in progress, 1 planned, 1 completed. Nothing is untrue.

harbour-lights  phase 2 of 3  ▕█████▋    ▏  4/7 tasks  target Mar 20, 10 days left
                next #2.2.2  Green

trueplan next      what can be done now
trueplan list      the plans, one a line
trueplan forecast  when it will be done
"""
NARROW = """\
harbour-lights  phase 2 of 3  ▕███▍  ▏  4/7 tasks
  target Mar 20, 10 days left
  next #2.2.2  Green
"""
UNTRUE = """\
untrue
buoys  the status says “Completed”, but 1 task is open                     TP201
1 error in 1 document
"""


@pytest.fixture
def root(make_repository: Make) -> Path:
    """The three plans, none of them untrue."""
    lights = LIGHTS.replace("| Rust | Low | High | |", "| Rust | Low | High | Paint |")
    return make_repository({**FILES, "docs/plans/2026-02-01-harbour-lights.md": lights})


def test_at_a_glance(root: Path, run_cli: RunCli) -> None:
    assert run_cli(*TODAY, cwd=root) == (0, WHOLE, "")


def test_a_narrow_terminal(root: Path, run_cli: RunCli) -> None:
    out = run_cli(*TODAY, cwd=root, env={"COLUMNS": "60"}).out
    assert NARROW in out


def test_what_is_untrue(root: Path, run_cli: RunCli) -> None:
    path = root / "docs/plans/buoys.md"
    path.write_text(path.read_text().replace("[x] Green", "[ ] Green"))
    out = run_cli(*TODAY, cwd=root).out
    assert out.splitlines()[0] == ("3 plans: 1 in progress, 1 planned, 1 completed. 1 is untrue.")
    assert UNTRUE in out
    assert out.endswith("trueplan forecast  when it will be done\n")


def test_nothing_in_progress(make_repository: Make, run_cli: RunCli) -> None:
    text = "# A\n\n**Status**: Planned\n\n## Phase 1: A\n- [ ] a\n\n## Phase 2: B\n- [ ] b\n"
    root = make_repository({"plans/a.md": text})
    assert run_cli(*TODAY, cwd=root).out.splitlines()[2:4] == [
        "nothing is in progress",
        "next up  a#1.1  a",
    ]


def test_no_plans(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"README.md": "# A\n"})
    ran = run_cli(*TODAY, cwd=root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"error: no plans found at {root}\n"
        f"help: looked below {root} for folders called plans, files named after a plan"
        " and specs/*/tasks.md\n"
        "      name the files, or list patterns under `plans` in trueplan.toml\n"
    )


def test_json(root: Path, run_cli: RunCli) -> None:
    answer = json.loads(run_cli(*TODAY, "--format", "json", cwd=root).out)
    assert answer["states"] == {"planned": 1, "in_progress": 1, "completed": 1}
    plan = answer["in_progress"][0]
    assert (plan["ref"], plan["phase"], plan["position"], plan["phases"]) == (
        "harbour-lights",
        "harbour-lights#2",
        2,
        3,
    )
    assert plan["next"]["ref"] == "harbour-lights#2.2.2"
    assert (answer["untrue"], answer["next"]) == ([], None)


def test_the_example(run_cli: RunCli) -> None:
    """What is untrue there changes with the rules; how far the plans are does not."""
    lines = run_cli(*TODAY, cwd=ROOT / "examples/harbour").out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("berth-pricing"))
    assert lines[at : at + 2] == [
        "berth-pricing  phase 1 of 3  ▕██▋       ▏  3/11 tasks  target Mar 27, 17 days left",
        "               blocked by adr:3 (Proposed)",
    ]


def test_a_plan_without_boxes_has_no_bar(make_repository: Make, run_cli: RunCli) -> None:
    """Nothing is counted where there is nothing to count."""
    text = "# Plan\n\n**Status**: In Progress\n\n## Phase 1: Masts\n\nWords.\n"
    root = make_repository({"docs/plans/2026-03-02-lights.md": text})
    ran = run_cli("--today", "2026-03-10", cwd=root)
    (line,) = (line for line in ran.out.splitlines() if line.startswith("lights"))
    assert line.split() == ["lights", "phase", "1", "of", "1", "no", "boxes", "no", "target"]


LOGGED = """\
# Plan: Lights

## Progress

- [x] Order the masts
- [ ] Put them up

## Milestone 1: Masts

They come by sea.

## Milestone 2: Lamps
"""


def test_a_plan_with_a_log_of_progress(make_repository: Make, run_cli: RunCli) -> None:
    """What is open in the log is next; nobody has written which phase is done."""
    root = make_repository({"docs/plans/lights.md": LOGGED})
    assert run_cli(*TODAY, cwd=root).out == (
        "1 plan: 1 in progress. Nothing is untrue.\n"
        "\n"
        "lights  2 phases  ▕█████     ▏  1/2 tasks  no target\n"
        "        next #t2  Put them up\n"
        "\n"
        "trueplan next      what can be done now\n"
        "trueplan list      the plans, one a line\n"
        "trueplan forecast  when it will be done\n"
    )
    assert run_cli("next", cwd=root).out == (
        "lights\n"
        "  docs/plans/lights.md · the log of progress tells how far the plan is\n"
        "  #t2 :6  Put them up\n"
    )
