"""`trueplan burnup`, on the example with its past."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from tests.cli.conftest import RunCli
from tests.conftest import Make

TODAY = "2026-02-10"
CHART = """\
Tide tables  Jan 12 to Feb 10
10 ────────────────────────────────────────────────────────────────  10 in scope
                                         ┆                      │
 8                                       ▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂  8 done
                                         ██████████████████████████
                                         ██████████████████████████
 6                        ▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃██████████████████████████
                          █████████████████████████████████████████
                          █████████████████████████████████████████
 4                  ▅▅▅▅▅▅█████████████████████████████████████████
           ▂▂▂▂▂▂▂▂▂███████████████████████████████████████████████
           ████████████████████████████████████████████████████████
 2     ▆▆▆▆████████████████████████████████████████████████████████
       ████████████████████████████████████████████████████████████
       ████████████████████████████████████████████████████████████
 0 ────────◆──────────────◆──────────────◆─────────────────────────
   Jan 12        19             26             Feb 2          9
█ done   ─ scope   │ today Feb 10   ┆ target Jan 30   ◆ Jan 16 #1   ◆ Jan 23 #2
◆ Jan 30 #3

8 of 10 tasks done, 2 open
target moved once: 2026-01-23 → 2026-01-30
"""
TABLE = """\
day,done,open,scope,cancelled,added,removed
2026-01-12,0,10,10,0,0,0
2026-01-14,2,8,10,0,0,0
2026-01-16,3,7,10,0,0,0
2026-01-20,4,6,10,0,0,0
2026-01-23,6,4,10,0,0,0
2026-01-30,8,2,10,0,0,0
"""


def test_a_chart(past_harbour: Path, run_cli: RunCli) -> None:
    assert run_cli("burnup", "tide-tables", "--today", TODAY, cwd=past_harbour) == (0, CHART, "")


def test_a_table(past_harbour: Path, run_cli: RunCli) -> None:
    ran = run_cli("burnup", "tide-tables", "--format", "csv", "--today", TODAY, cwd=past_harbour)
    assert ran == (0, TABLE, "")


def test_json_holds_the_same_days(past_harbour: Path, run_cli: RunCli) -> None:
    words = ("burnup", "tide-tables", "--format", "json", "--today", TODAY)
    answer = json.loads(run_cli(*words, cwd=past_harbour).out)
    days = [",".join(str(value) for value in one.values()) for one in answer["days"]]
    assert [*TABLE.split("\n")[:1], *days, ""] == TABLE.split("\n")
    assert answer["slips"] == [
        {"day": "2026-01-20", "before": "2026-01-23", "after": "2026-01-30", "days": 7}
    ]
    assert [(one["ref"], one["finished"]) for one in answer["phases"]] == [
        ("tide-tables#1", "2026-01-16"),
        ("tide-tables#2", "2026-01-23"),
        ("tide-tables#3", "2026-01-30"),
    ]


def test_a_picture_is_well_formed(past_harbour: Path, run_cli: RunCli) -> None:
    long = run_cli("burnup", "tide-tables", "--format", "svg", "--today", TODAY, cwd=past_harbour)
    short = run_cli("burnup", "tide-tables", "--svg", "--today", TODAY, cwd=past_harbour)
    assert long == short
    assert ElementTree.fromstring(long.out).tag == "{http://www.w3.org/2000/svg}svg"


def test_criteria_apart(past_harbour: Path, run_cli: RunCli) -> None:
    """Ten criteria and gates, of which eight were ticked at the launch."""
    words = ("burnup", "tide-tables", "--of", "proof", "--format", "csv", "--today", TODAY)
    assert run_cli(*words, cwd=past_harbour).out == (
        "day,done,open,scope,cancelled,added,removed\n"
        "2026-01-12,0,10,10,0,0,0\n"
        "2026-01-30,8,2,10,0,0,0\n"
    )


def test_growth_is_told_apart(past_harbour: Path, run_cli: RunCli) -> None:
    out = run_cli("burnup", "berth-pricing", "--today", "2026-03-10", cwd=past_harbour).out
    assert out.endswith(
        "3 of 11 tasks done, 8 open\n"
        "scope 10 → 11 (+1): 1 added, 0 removed since 2026-01-26\n"
        "target moved once: 2026-03-20 → 2026-03-27\n"
    )


def test_what_is_not_committed_counts(past_harbour: Path, run_cli: RunCli) -> None:
    run_cli("tick", "berth-pricing#1.4", cwd=past_harbour)
    out = run_cli("burnup", "berth-pricing", "--today", "2026-03-10", cwd=past_harbour).out
    assert "4 of 11 tasks done, 7 open\n" in out
    assert out.endswith("1 change not committed yet\n")


def test_nothing_to_count(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"docs/plans/lights.md": "# Plan\n\n## Phase 1: Masts\n\nText.\n"})
    ran = run_cli("burnup", "docs/plans/lights.md", "--today", TODAY, cwd=root)
    assert (ran.code, ran.err) == (
        2,
        "error: lights has no boxes to count\nhelp: `trueplan show lights` shows what it has\n",
    )
