"""Faults of a plan against itself."""

from __future__ import annotations

from tests.seeded.fault import Fault, Replace
from tests.seeded.faults.places import (
    BICYCLES,
    BOARD,
    CALENDAR,
    FIRING,
    GLAZE,
    INDEX,
    PHONE,
    ROADMAP,
    SALOON,
    SHELF,
    SHOP,
    TASKS,
    YOYAKU,
)

_CRITERIA = """\
### Functional Requirements
- [{0}] The number of free places is shown

### Non-Functional Requirements
- [{0}] Performance: at most ten seconds old

### Quality Gates
- [{0}] CEO approval
"""
_RETROSPECTIVE = """\
### What Went Well
- The captain's file was enough

### What Could Improve
- The screen was ordered a week late

### Lessons Learned
- Ask for the sun before choosing the wall

### Would Repeat?
- Yes: one source, read often
"""
_TASKS_LEFT = """\
- [{0}] T006 [P] [US1] Page of an offer in `src/seeds/pages/offer.py`

## Phase 4: User Story 2 - Ask for seeds (Priority: P2)

**Goal**: A gardener can ask for a bag that is offered.

**Depends on**: Phase 3

- [{0}] T007 [US2] Write the model of a request in `src/seeds/request.py`
- [{0}] T008 [US2] Letter to the gardener in `src/seeds/letter.py`
"""

TRUTH = (
    Fault(
        "completed with a criterion open",
        "template",
        "ferry",
        Replace(BOARD, "- [x] CEO approval", "- [ ] CEO approval"),
        "TP201",
        "Completed",
    ),
    Fault(
        "completed with a task open",
        "template",
        "ferry",
        Replace(BOARD, "- [x] Hang the screen", "- [ ] Hang the screen"),
        "TP201",
        "Completed",
        also=(f"TP206 {BOARD}",),
    ),
    Fault(
        "completed with a box open",
        "block quote, table phases",
        "kiln",
        Replace(FIRING, "- [x] A night", "- [ ] A night"),
        "TP201",
        "Done",
    ),
    Fault(
        "completed too early",
        "spec-kit, front matter",
        "seeds",
        Replace(TASKS, "status: in-progress", "status: completed"),
        "TP201",
        "completed",
    ),
    Fault(
        "completed too early",
        "Japanese",
        "tea",
        Replace(YOYAKU, "進行中", "完了"),
        "TP201",
        "完了",
    ),
    Fault(
        "completed too early",
        "bold colon, CRLF",
        "kiln",
        Replace(GLAZE, "🚧 In Progress", "✅ Complete"),
        "TP201",
        "✅ Complete",
        newline="\r\n",
    ),
    Fault(
        "criteria met before any work",
        "template",
        "ferry",
        Replace(BICYCLES, _CRITERIA.format(" "), _CRITERIA.format("x")),
        "TP202",
        "[x]",
    ),
    Fault(
        "criteria met with half the work open",
        "Japanese",
        "tea",
        Replace(
            YOYAKU,
            "- [ ] 一か月、二重の予約がない\n- [ ] 店の人",
            "- [x] 一か月、二重の予約がない\n- [x] 店の人",
        ),
        "TP202",
        "[x]",
    ),
    Fault(
        "all done, the status forgotten",
        "template",
        "ferry",
        Replace(BOARD, "**Status**: Completed", "**Status**: In Progress"),
        "TP203",
        "In Progress",
        also=(f"TP404 {BOARD}", f"TP409 {INDEX}"),
    ),
    Fault(
        "all done, the status forgotten",
        "spec-kit, front matter",
        "seeds",
        Replace(TASKS, _TASKS_LEFT.format(" "), _TASKS_LEFT.format("x")),
        "TP203",
        "in-progress",
    ),
    Fault(
        "begun, the status forgotten",
        "template",
        "ferry",
        Replace(PHONE, "**Status**: In Progress", "**Status**: Planned"),
        "TP204",
        "Planned",
        also=(f"TP409 {INDEX}",),
    ),
    Fault(
        "a task ticked under a planned status",
        "template",
        "ferry",
        Replace(BICYCLES, "- [ ] Count at the gate", "- [x] Count at the gate"),
        "TP204",
        "Planned",
        also=(f"TP206 {BICYCLES}",),
    ),
    Fault(
        "a task ticked under a planned status",
        "front matter",
        "seeds",
        Replace(CALENDAR, "- [ ] Ask five", "- [x] Ask five"),
        "TP204",
        "planned",
    ),
    Fault(
        "a task ticked under a planned status",
        "list phases, plain header",
        "kiln",
        Replace(SHOP, "- [ ] A white", "- [X] A white"),
        "TP204",
        "planned",
    ),
    Fault(
        "a task begun under a planned status",
        "Chinese",
        "tea",
        Replace(SHELF, "- [ ] 数一遍", "- [~] 数一遍"),
        "TP204",
        "计划中",
    ),
    Fault(
        "a phase marked done with a task open",
        "bold colon, numbered boxes",
        "kiln",
        Replace(GLAZE, "2. [x] Weigh one batch", "2. [ ] Weigh one batch"),
        "TP205",
        "## Phase 1 — The recipes (2 hours) ✅",
    ),
    Fault(
        "a phase marked done with a task open",
        "roadmap",
        "trail",
        Replace(ROADMAP, "- [x] Bridges", "- [ ] Bridges"),
        "TP205",
        "## Milestone 1: Paths (Q4 2025) ✅",
    ),
    Fault(
        "a phase said to be complete too early",
        "spec-kit",
        "seeds",
        Replace(TASKS, "Offer seeds (Priority: P1)", "Offer seeds (Priority: P1) - COMPLETE"),
        "TP205",
        "## Phase 3: User Story 1 - Offer seeds (Priority: P1) - COMPLETE",
    ),
    Fault(
        "a phase marked done with tasks open",
        "Japanese",
        "tea",
        Replace(YOYAKU, "画面を作る\n", "画面を作る ✅\n"),
        "TP205",
        "## フェーズ 2: 画面を作る ✅",
    ),
    Fault(
        "a row of the progress list ahead of its phase",
        "template",
        "ferry",
        Replace(PHONE, "- [ ] Phase 3 - Not Started", "- [x] Phase 3 - Completed"),
        "TP206",
        "Completed",
        also=(f"TP407 {PHONE}",),
    ),
    Fault(
        "a row of the progress list behind its phase",
        "template",
        "ferry",
        Replace(PHONE, "- [x] Phase 1 - Completed", "- [ ] Phase 1 - Completed"),
        "TP206",
        "Completed",
    ),
    Fault(
        "a row of the progress list for no phase",
        "template, CRLF",
        "ferry",
        Replace(PHONE, "- [ ] Phase 3 - Not", "- [ ] Phase 4 - Not"),
        "TP206",
        "- [ ] Phase 4 - Not Started",
        newline="\r\n",
    ),
    Fault(
        "a task ticked before its subtasks",
        "template",
        "ferry",
        Replace(PHONE, "- [ ] Show it without", "- [x] Show it without"),
        "TP207",
        "[x]",
    ),
    Fault(
        "a subtask forgotten",
        "bold colon, numbered boxes",
        "kiln",
        Replace(GLAZE, "- [x] Litres", "- [ ] Litres"),
        "TP207",
        "[x]",
    ),
    Fault(
        "completed without a retrospective",
        "template",
        "ferry",
        Replace(BOARD, _RETROSPECTIVE, "TBD\n"),
        "TP208",
        "## Retrospective (Post-Completion)",
    ),
    Fault(
        "paused without a reason",
        "template",
        "ferry",
        Replace(
            SALOON,
            "**Reason**: the saloon is refitted until April, and the cables come with it\n",
            "",
        ),
        "TP209",
        "Paused",
    ),
)
