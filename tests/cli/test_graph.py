"""`trueplan graph`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.cli.scheduled import CIRCLE, FILES
from tests.conftest import Make

ALL = """\
pier
  #1  Piles   done
  #2  Planks  in progress  after #1
  #3  Rails   blocked      after #2
  #4  Paint   blocked      after #2

boat
  #1  Hull     ready
  #2  Landing  blocked  after #1, pier#3
"""
ROUND = """\
circle
  #1  Hen       blocked
  #2  Egg       blocked  after #1
  #3  Omelette  blocked  after #2

a circle: circle#1 → circle#2 → circle#1; that circle#1 waits for circle#2 is
left out
"""
MERMAID = """\
flowchart LR
    subgraph p1["pier"]
        n1["#35;1 Piles"]
        n2["#35;2 Planks"]
        n3["#35;3 Rails"]
        n4["#35;4 Paint"]
    end
    subgraph p2["boat"]
        n5["#35;1 Hull"]
        n6["#35;2 Landing"]
    end
    n1 --> n2
    n2 --> n3
    n2 --> n4
    n5 ==> n6
    n3 --> n6
    classDef done fill:#d8e8d8,stroke:#5a7a5a,color:#1a1a1a
    classDef in_progress fill:#dce6f2,stroke:#4a6a94,color:#1a1a1a
    classDef ready fill:#fdfcf8,stroke:#4a6a94,color:#1a1a1a
    classDef blocked fill:#f6e0dc,stroke:#a0503c,color:#1a1a1a
    class n1 done
    class n2 in_progress
    class n3,n4,n6 blocked
    class n5 ready
"""
DOT = """\
digraph plans {
  rankdir=LR;
  node [shape=box, style=filled, fontname="sans-serif"];
  subgraph cluster_1 {
    label="circle";
    "circle#1" [label="#1 Hen", fillcolor="#f6e0dc", penwidth=2];
    "circle#2" [label="#2 Egg", fillcolor="#f6e0dc", penwidth=2];
    "circle#3" [label="#3 Omelette", fillcolor="#f6e0dc", penwidth=2];
  }
  "circle#2" -> "circle#1" [style=dashed, constraint=false, label="left out"];
  "circle#1" -> "circle#2" [penwidth=2];
  "circle#2" -> "circle#3" [penwidth=2];
}
"""


@pytest.fixture
def root(make_repository: Make) -> Path:
    return make_repository(FILES)


def test_of_phases(root: Path, run_cli: RunCli) -> None:
    assert run_cli("graph", cwd=root) == (0, ALL, "")


def test_of_plans(root: Path, run_cli: RunCli) -> None:
    assert run_cli("graph", "--plans", cwd=root).out == (
        "  pier  Pier  in progress\n  boat  Boat  ready        after pier\n"
    )


def test_of_a_plan_that_is_named(root: Path, run_cli: RunCli) -> None:
    assert run_cli("graph", "rest", cwd=root).out == "rest\n  #1  Sleep  ready\n"


def test_a_circle(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"plans/circle.md": CIRCLE})
    assert run_cli("graph", cwd=root).out == ROUND


def test_json(root: Path, run_cli: RunCli) -> None:
    answer = json.loads(run_cli("graph", "boat", "--format", "json", cwd=root).out)
    assert answer["of"] == "phases"
    assert [(one["before"], one["after"]) for one in answer["edges"]] == [
        ("boat#1", "boat#2"),
        ("pier#3", "boat#2"),
        ("pier#1", "pier#2"),
        ("pier#2", "pier#3"),
        ("pier#2", "pier#4"),
    ]
    assert [one["ref"] for one in answer["nodes"] if one["critical"]] == [
        "boat#1",
        "boat#2",
    ]


def test_json_of_a_circle(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"plans/circle.md": CIRCLE})
    answer = json.loads(run_cli("graph", "--format", "json", cwd=root).out)
    assert answer["cycles"] == [
        {
            "refs": ["circle#1", "circle#2"],
            "waits": "circle#1",
            "no_longer_for": "circle#2",
        }
    ]
    assert [one["left_out"] for one in answer["edges"]] == [True, False, False]


def test_mermaid(root: Path, run_cli: RunCli) -> None:
    assert run_cli("graph", "--format", "mermaid", cwd=root).out == MERMAID


def test_dot(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"plans/circle.md": CIRCLE})
    assert run_cli("graph", "--format", "dot", cwd=root).out == DOT


def test_svg(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("graph", "--format", "svg", cwd=root)
    assert ran.out.startswith("<svg")
    assert "Landing" in ran.out


def test_plans_and_phases_at_once(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("graph", "--plans", "--phases", cwd=root)
    assert (ran.code, ran.out) == (2, "")
