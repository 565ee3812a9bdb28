"""A schedule whose words are meant to break what is written of it."""

from __future__ import annotations

from pathlib import Path

from trueplan.app.schedule import Question, schedule_plans
from trueplan.app.scheduled import Scheduled

TODAY = "2026-03-10"
NASTY = 'End; of "it", \\ <b>&: #1 [x] %% `y` — naïve 港の灯り ' + "and a long way to go " * 6
PLAN = f"""\
# Plan: Nasty

**Status**: In Progress
**Owner**: O'Rla; "Wren" <w>, & Co

## Phase 1: {NASTY}

- [x] a

**Estimated Duration**: 1 session

## Phase 2: section two

- [x] a
- [ ] b

**Estimated Duration**: 3 sessions

## Phase 3: Nothing to do

- [ ] a

**Estimated Duration**: 0 sessions

## Completed Phases

- [x] Phase 1 — 2026-03-03
"""


def nasty_schedule(root: Path) -> Scheduled:
    """The schedule of that plan: one session and a half are left of its second phase."""
    (root / ".git").mkdir(exist_ok=True)
    (root / "plan.md").write_text(PLAN, encoding="utf-8")
    return schedule_plans(root, Question(("plan.md",)), TODAY)
