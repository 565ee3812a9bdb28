"""Faults in the make of a plan."""

from __future__ import annotations

from tests.seeded.fault import Fault, Replace
from tests.seeded.faults.places import BICYCLES, CALENDAR, GLAZE, PHONE, TASKS, YOYAKU

STRUCTURE = (
    Fault(
        "no owner",
        "template",
        "ferry",
        Replace(BICYCLES, "**Owner**: Teo\n", ""),
        "TP101",
        "# Implementation Plan: Bicycle places",
    ),
    Fault(
        "a target that is left empty",
        "template",
        "ferry",
        Replace(BICYCLES, "**Target Completion**: 2026-05-15", "**Target Completion**:"),
        "TP101",
        "**Target Completion**:",
    ),
    Fault(
        "no created day",
        "template, CRLF",
        "ferry",
        Replace(PHONE, "**Created**: 2026-02-09\n", ""),
        "TP101",
        "# Implementation Plan: Phone tickets",
        newline="\r\n",
    ),
    Fault(
        "no testing strategy",
        "template",
        "ferry",
        Replace(
            BICYCLES,
            "## Testing Strategy\n\n### Unit Tests\n- A full boat, an empty one\n\n"
            "### Manual Testing\n- A Sunday in May\n\n",
            "",
        ),
        "TP102",
        "# Implementation Plan: Bicycle places",
    ),
    Fault(
        "a phase without tasks",
        "template",
        "ferry",
        Replace(
            BICYCLES, "**Tasks**:\n- [ ] Put the number on the board\n", "The number comes last.\n"
        ),
        "TP103",
        "### Phase 2: Show",
    ),
    Fault(
        "a phase without acceptance criteria",
        "template",
        "ferry",
        Replace(
            BICYCLES,
            "**Acceptance Criteria**:\n- The number is there before the boat is\n\n",
            "",
        ),
        "TP104",
        "### Phase 2: Show",
    ),
    Fault(
        "a phase without an estimate",
        "template",
        "ferry",
        Replace(PHONE, "**Estimated Duration**: 6 hours\n\n", ""),
        "TP105",
        "### Phase 3: Sell it",
    ),
    Fault(
        "a phase of five sessions",
        "template",
        "ferry",
        Replace(PHONE, "**Estimated Duration**: 2 sessions", "**Estimated Duration**: 5 sessions"),
        "TP106",
        "5 sessions",
    ),
    Fault(
        "a phase of twelve hours",
        "template, CRLF",
        "ferry",
        Replace(PHONE, "**Estimated Duration**: 6 hours", "**Estimated Duration**: 12 hours"),
        "TP106",
        "12 hours",
        newline="\r\n",
    ),
    Fault(
        "a task of the template",
        "template",
        "ferry",
        Replace(BICYCLES, "- [ ] Set it back at the pier", "- [ ] Task 2"),
        "TP107",
        "Task 2",
    ),
    Fault(
        "a target of the template",
        "bold colon",
        "kiln",
        Replace(GLAZE, "**Due:** April 30, 2026", "**Due:** YYYY-MM-DD"),
        "TP107",
        "YYYY-MM-DD",
    ),
    Fault(
        "a question of the template",
        "spec-kit",
        "seeds",
        Replace(
            TASKS,
            "Letter to the gardener",
            "Letter to the gardener [NEEDS CLARIFICATION: by post?]",
        ),
        "TP107",
        "[NEEDS CLARIFICATION",
    ),
    Fault(
        "a phase number twice",
        "template",
        "ferry",
        Replace(BICYCLES, "### Phase 2: Show", "### Phase 1: Show"),
        "TP108",
        "### Phase 1: Show",
    ),
    Fault(
        "a phase number twice",
        "bold colon, dash in the heading",
        "kiln",
        Replace(GLAZE, "## Phase 3 — The shelf", "## Phase 2 — The shelf"),
        "TP108",
        "## Phase 2 — The shelf (~2h)",
    ),
    Fault(
        "a milestone number twice",
        "front matter",
        "seeds",
        Replace(CALENDAR, "## Milestone 2: The", "## Milestone 1: The"),
        "TP108",
        "## Milestone 1: The calendar",
    ),
    Fault(
        "a phase number twice",
        "Japanese",
        "tea",
        Replace(YOYAKU, "## フェーズ 3: 店", "## フェーズ 2: 店"),
        "TP108",
        "## フェーズ 2: 店で使う",
    ),
)
