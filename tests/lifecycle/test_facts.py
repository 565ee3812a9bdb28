"""What is told of a plan's past: only what is known, and no judgement."""

from __future__ import annotations

from trueplan.lifecycle.facts import Snapshot, Spent, closing_day, gather_facts
from trueplan.model.plan import Plan
from trueplan.reader.plan import read_plan

PLAN = """\
# Plan: Quay

**Status**: {status}
**Created**: 2026-01-05
**Target Completion**: {target}

## Phases

### Phase 1: Piles

- [{one}] Sort
- [{two}] Drive
{more}
**Estimated Duration**: 2 sessions

### Phase 2: Planks

- [{three}] Lay

**Estimated Duration**: 1 session

## Progress Tracking

### Completed Phases
- [{row}] Phase 1 - {says}
"""
START = {
    "status": "Planned",
    "target": "2026-02-01",
    "one": " ",
    "two": " ",
    "three": " ",
    "more": "",
    "row": " ",
    "says": "Not Started",
}


def plan(**changes: str) -> Plan:
    return read_plan(PLAN.format(**{**START, **changes}).encode())


def test_a_plan_without_a_history_has_few() -> None:
    assert gather_facts(plan(), (), None, "2026-01-15") == [
        "Sessions: estimated 3",
        "Created 2026-01-05, 10 days until 2026-01-15",
        "Target 2026-02-01, 17 days early",
        "Scope: 0 of 3 tasks done",
    ]


def test_effort_dates_scope_and_what_came_back() -> None:
    done = {"one": "x", "two": "x", "row": "x", "says": "Completed"}
    begun = {"status": "In Progress", "one": "x"}
    snapshots = [
        Snapshot("2026-01-05", plan()),
        Snapshot("2026-01-10", plan(**begun)),
        Snapshot("2026-01-20", plan(**{**begun, **done})),
        Snapshot("2026-01-25", plan(**{**begun, **done, "target": "2026-02-10", "two": " "})),
        Snapshot("2026-01-26", plan(**{**begun, "target": "2026-02-10"})),
    ]
    end = {
        **done,
        "status": "Completed",
        "three": "x",
        "target": "2026-02-10",
        "more": "- [x] Tar\n",
    }
    snapshots.append(Snapshot("2026-02-12", plan(**end)))
    assert gather_facts(plan(**end), snapshots, Spent(5, "from 3 journals"), "2026-03-01") == [
        "Sessions: estimated 3, took 5 (from 3 journals)",
        "Started 2026-01-10, 33 days until 2026-02-12",
        "Target 2026-02-10, 2 days late; it was moved once: 2026-02-01 to 2026-02-10 on 2026-01-25",
        "Scope: 4 of 4 tasks done, 1 added or reworded after the start",
        "Reopened: 1 task on 2026-01-25; phase 1 on 2026-01-26",
    ]


def test_the_closing_day_is_the_first_of_the_last_close() -> None:
    closed, open_again = plan(status="Completed"), plan(status="In Progress")
    days = [
        Snapshot("2026-01-01", closed),
        Snapshot("2026-01-02", open_again),
        Snapshot("2026-01-03", closed),
        Snapshot("2026-01-04", closed),
    ]
    assert closing_day(days, "2026-02-02") == "2026-01-03"
    assert closing_day(days[:2], "2026-02-02") == "2026-02-02"
    assert closing_day([], "2026-02-02") == "2026-02-02"


def test_nothing_is_known_of_nothing() -> None:
    assert gather_facts(read_plan(b"# Plan: Quay\n"), (), None, "2026-01-15") == []
