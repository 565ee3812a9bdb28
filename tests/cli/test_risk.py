"""`trueplan risk` and `trueplan flag`: how they stand now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.conftest import Make

PATH = "docs/plans/2026-02-02-quay.md"
PLAN = """\
# Implementation Plan: Quay

**Status**: In Progress

## Rollout Plan

### Feature Flags

- `lamp`: 5 % of boats; rollback: switch it off
- `horn`: off

## Risks & Mitigation

| Risk | Likelihood | Impact | Mitigation |
|------|------------|--------|------------|
| A storm | High | Med | Wait |
| Worms | Low | High |  |

## Notes & Learnings

- **2026-02-10**: The sand is deep.
"""
TODAY = ("--today", "2026-03-10")
LISTED = "        quay#r1  A storm\n        quay#r2  Worms\n"


@pytest.fixture
def root(make_repository: Make) -> Path:
    return make_repository({PATH: PLAN})


@pytest.mark.parametrize(
    ("words", "out", "old", "new"),
    [
        (
            ("risk", "quay#r1", "--likelihood", "low"),
            "set quay#r1  likelihood High → Low\n",
            "| A storm | High |",
            "| A storm | Low |",
        ),
        (
            ("risk", "quay#worms", "--mitigation", "Tar | copper"),
            "set quay#r2  mitigation not said → Tar | copper\n",
            "| Worms | Low | High |  |",
            "| Worms | Low | High | Tar \\| copper |",
        ),
        (
            ("risk", "quay#r1", "--impact", "HIGH", "--words", "A gale"),
            "set quay#r1  impact Med → High, text A storm → A gale\n",
            "| A storm | High | Med |",
            "| A gale | High | High |",
        ),
        (
            ("risk", "quay#r1", "--impact", "low", "--because", "it is moored"),
            "set quay#r1  impact Med → Low\n",
            PLAN.partition("| A storm | High | ")[2],
            PLAN.partition("| A storm | High | ")[2].replace("Med", "Low", 1)
            + "- **2026-03-10**: Risk “A storm”: impact Med → Low: it is moored\n",
        ),
        (
            ("flag", "quay", "lamp", "rollout", "25"),
            "set lamp  rollout 5 % → 25 %\n",
            "5 % of boats",
            "25 % of boats",
        ),
        (
            ("flag", "quay", "horn", "rollout", "12.5%"),
            "set horn  rollout not said → 12.5 %\n",
            "- `horn`: off",
            "- `horn`: off; on for 12.5 % of users",
        ),
        (
            ("flag", "quay", "lamp", "rollout", "0", "--because", "it blinds"),
            "set lamp  rollout 5 % → 0 %\n",
            PLAN.partition("- `lamp`: ")[2],
            PLAN.partition("- `lamp`: ")[2].replace("5 %", "0 %", 1)
            + "- **2026-03-10**: Flag lamp: 5 % → 0 %: it blinds\n",
        ),
    ],
)
def test_what_is_said_changes(
    words: tuple[str, ...], out: str, old: str, new: str, root: Path, run_cli: RunCli
) -> None:
    """In its cell or number, and in the notes where there is a reason."""
    assert run_cli(*words, *TODAY, cwd=root) == (0, out, "")
    assert (root / PATH).read_text() == PLAN.replace(old, new)


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        (("risk", "quay#r1"), 2, "error: nothing is said of the risk\nhelp: as in: --likelihood"),
        (("risk", "quay#r1", "--impact", "dire"), 2, "error: “dire” is no rating\nhelp: High"),
        (
            ("risk", "quay", "--impact", "low"),
            2,
            f"error: quay has 2 risks\nhelp: say which one:\n{LISTED}",
        ),
        (
            ("risk", "quay#r9", "--impact", "low"),
            2,
            f"error: quay has no risk “r9”\nhelp: its risks:\n{LISTED}",
        ),
        (("risk", "quay#r1", "--impact", "med"), 1, "error: quay#r1 says so already\n"),
        (("flag", "quay", "rollout", "25"), 2, "error: quay has 2 flags\nhelp: say which: lamp, "),
        (("flag", "quay", "lamp", "rollout", "101"), 2, "error: 101 is out of range\n"),
        (("flag", "quay", "lamp", "rollout", "half"), 2, "error: “half” is no percentage\n"),
        (("flag", "quay", "lamp", "rollout", "5"), 1, "error: lamp is on for 5 % already\n"),
        (("flag", "quay", "bell", "rollout", "5"), 2, "error: quay has no flag bell\nhelp: there "),
        (("flag", "quay", "lamp", "on"), 2, "error: `lamp on` says nothing of a flag\nhelp: as in"),
        (("flag", "quay#1", "lamp", "rollout", "5"), 2, "error: quay#1 is a part of a plan\n"),
    ],
)
def test_what_cannot_be_said(
    words: tuple[str, ...], code: int, err: str, root: Path, run_cli: RunCli
) -> None:
    ran = run_cli(*words, *TODAY, cwd=root)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(err)
    assert (root / PATH).read_text() == PLAN
