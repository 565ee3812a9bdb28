"""`trueplan next`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.cli.plans import CRANE, FILES, LIGHTS
from tests.conftest import Make

ALL = """\
harbour-lights  phase 2, Lamps
  docs/plans/2026-02-01-harbour-lights.md · in progress: 2 of 4 done
  #2.2.2 :24  Green

blocked
  crane#1  Foundation  by adr:7 (Proposed)
  crane#2  Crane       by adr:7 (Proposed)
  1 more phase waits for earlier phases of the same plan
"""
CRANE_ALONE = """\
no task is ready

blocked
  crane#1  Foundation  by adr:7 (Proposed)
  crane#2  Crane       by adr:7 (Proposed)
"""
LIMITED = """\
crane  phase 1, Foundation
  docs/plans/crane.md · ready: it is the first
  #1.1 :8  Pour the concrete

1 more, in 1 plan: trueplan next --limit 0
"""


@pytest.fixture
def root(make_repository: Make) -> Path:
    return make_repository(FILES)


def test_over_all_plans(root: Path, run_cli: RunCli) -> None:
    assert run_cli("next", cwd=root) == (0, ALL, "")


def test_in_one_plan(root: Path, run_cli: RunCli) -> None:
    assert run_cli("next", "crane", cwd=root) == (0, CRANE_ALONE, "")


def test_a_limit(make_repository: Make, run_cli: RunCli) -> None:
    free = CRANE.replace("**Related ADRs**: [Steel](../adr/0007-steel.md)\n", "")
    text = free.replace("- [ ] Pour the concrete", "- [ ] Pour the concrete\n- [ ] Wait")
    root = make_repository({"docs/plans/crane.md": text})
    assert run_cli("next", "--limit", "1", cwd=root).out == LIMITED
    assert run_cli("next", "--limit", "-1", cwd=root).code == 2


def test_order_of_plans(make_repository: Make, run_cli: RunCli) -> None:
    def plan(status: str, target: str) -> str:
        return (
            f"# A\n\n**Status**: {status}\n**Target**: {target}\n\n"
            "## Phase 1: A\n- [ ] a\n\n## Phase 2: B\n- [ ] b\n"
        )

    root = make_repository(
        {
            "plans/late.md": plan("Planned", "2026-09-01"),
            "plans/soon.md": plan("Planned", "2026-03-01"),
            "plans/moving-late.md": plan("In Progress", "2026-10-01"),
            "plans/moving-soon.md": plan("In Progress", "2026-04-01"),
            "plans/moving-open.md": plan("In Progress", "TBD"),
            "plans/paused.md": plan("Paused", "2026-01-01"),
            "plans/done.md": plan("Completed", "2026-01-01"),
        }
    )
    answer = json.loads(run_cli("next", "--format", "json", cwd=root).out)
    assert [one["ref"] for one in answer["tasks"]] == [
        "moving-soon#1.1",
        "moving-late#1.1",
        "moving-open#1.1",
        "soon#1.1",
        "late#1.1",
    ]


BRANCHES = """\
# A

**Status**: Planned

## Phase 1: Alone

- [ ] a

**Dependencies**: None

**Estimated Duration**: 1 session

## Phase 2: First of three

- [ ] b

**Dependencies**: None

**Estimated Duration**: 1 session

## Phase 3: Second of three

- [ ] c

**Dependencies**: Phase 2

**Estimated Duration**: 2 sessions

## Phase 4: Last of three

- [ ] d

**Dependencies**: Phase 3

**Estimated Duration**: 1 session

## Phase 5: Alone and long

- [ ] e

**Dependencies**: None

**Estimated Duration**: 3 sessions
"""


def test_what_unblocks_most_comes_first_then_what_can_slip_least(
    make_repository: Make, run_cli: RunCli
) -> None:
    """Phase 2 holds up two; of the two that hold up nothing, the long one can slip less."""
    root = make_repository({"plans/a.md": BRANCHES})
    answer = json.loads(run_cli("next", "--format", "json", cwd=root).out)
    assert [(one["ref"], one["unblocks"], one["slack"]) for one in answer["tasks"]] == [
        ("a#2.1", 2, 0.0),
        ("a#5.1", 0, 1.0),
        ("a#1.1", 0, 3.0),
    ]


def test_a_phase_of_another_plan_is_unblocked_too(make_repository: Make, run_cli: RunCli) -> None:
    other = "# B\n\n**Status**: Planned\n\n## Phase 1: X\n\n**Dependencies**: a#1\n\n- [ ] x\n"
    root = make_repository({"plans/a.md": BRANCHES, "plans/b.md": other})
    answer = json.loads(run_cli("next", "--format", "json", cwd=root).out)
    assert [(one["ref"], one["unblocks"]) for one in answer["tasks"]] == [
        ("a#2.1", 2),
        ("a#1.1", 1),
        ("a#5.1", 0),
    ]
    assert [(one["ref"], one["by"]) for one in answer["blocked"]][-1] == (
        "b#1",
        [{"ref": "a#1", "state": "ready"}],
    )


def test_a_phase_without_boxes_is_a_task_itself(make_repository: Make, run_cli: RunCli) -> None:
    text = "# A\n\n**Status**: Planned\n\n## Phase 1: Think\n\nHard.\n\n## Phase 2: Do\n\n- [ ] b\n"
    root = make_repository({"plans/a.md": text})
    answer = json.loads(run_cli("next", "--format", "json", cwd=root).out)
    assert [(one["ref"], one["text"]) for one in answer["tasks"]] == [("a#1", "Think")]


def test_tasks_of_a_plan_without_phases(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"plans/a.md": "# A\n\n## To do\n\n- [x] a\n- [ ] b\n"})
    assert run_cli("next", cwd=root).out == (
        "a\n  plans/a.md · the plan has no phases\n  #t2 :6  b\n"
    )


def test_json(root: Path, run_cli: RunCli) -> None:
    answer = json.loads(run_cli("next", "--format", "json", cwd=root).out)
    assert answer["tasks"] == [
        {
            "ref": "harbour-lights#2.2.2",
            "text": "Green",
            "phase": "harbour-lights#2",
            "plan": "harbour-lights",
            "path": "docs/plans/2026-02-01-harbour-lights.md",
            "line": LIGHTS[: LIGHTS.index("- [ ] Green")].count("\n") + 1,
            "why": "phase 2 is in progress: 2 of 4 done",
            "unblocks": 1,
            "slack": 0.0,
        }
    ]
    assert answer["blocked"][0] == {
        "ref": "harbour-lights#3",
        "text": "Night",
        "plan": "harbour-lights",
        "path": "docs/plans/2026-02-01-harbour-lights.md",
        "line": 34,
        "why": "phase 3 waits for phase 2",
        "open": 1,
        "by": [{"ref": "harbour-lights#2", "state": ""}],
    }
    assert [one["by"] for one in answer["blocked"][1:]] == [
        [{"ref": "adr:7", "state": "Proposed"}]
    ] * 2


def test_no_plans(make_repository: Make, run_cli: RunCli) -> None:
    ran = run_cli("next", cwd=make_repository({"README.md": "# A\n"}))
    assert (ran.code, ran.out) == (2, "")
