"""A small repository that is changed: a plan with everything, its index, backlog and journal."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

PLAN_PATH = "docs/plans/2026-02-02-quay.md"
INDEX_PATH = "docs/plans/README.md"
BACKLOG_PATH = "BACKLOG.md"

PLAN = """\
# Implementation Plan: Quay

**Status**: In Progress
**Created**: 2026-02-02
**Owner**: Wren
**Target Completion**: 2026-03-20
**Related Backlog Items**: [HAR-001](../../BACKLOG.md)

## Phases

### Phase 1: Piles

**Tasks**:
- [x] Sort the timber
- [x] Drive the piles

**Acceptance Criteria**:
- [x] They stand at low water

### Phase 2: Planks

**Tasks**:
- [ ] Cut the planks
- [ ] Lay them
  - [ ] The western half
  - [ ] The eastern half

**Acceptance Criteria**:
- [ ] Nobody trips

**Dependencies**: Phase 1

### Phase 3: Rails

**Tasks**:
- [ ] Set the rails

**Dependencies**: Phase 2

## Success Criteria

### Functional Requirements
- [ ] A boat can moor

### Quality Gates
- [ ] CEO approval

## Progress Tracking

### Completed Phases
- [ ] Phase 1 - In Progress
- [ ] Phase 2 - Not Started
- [ ] Phase 3 - Not Started

### Dev Journal Entries
- [2026-02-20: Phase 1, the piles](../dev-journals/2026-02-20-quay.md)

## Notes & Learnings

- **2026-02-10**: The sand is deeper than the chart says.

## Retrospective

### What Went Well
- TBD
"""
INDEX = """\
# Plans

| Plan | Status | Created | Target | Phases | Owner |
|------|--------|---------|--------|--------|-------|
| [Quay](2026-02-02-quay.md) | In Progress | 2026-02-02 | 2026-03-20 | 3 | Wren |
"""
BACKLOG = """\
# Backlog

| ID | Priority | Status | Feature | Estimate | Added | Notes |
|----|----------|--------|---------|----------|-------|-------|
| HAR-001 | P1 | In Progress | A quay | L | 2026-01-05 | [Plan](docs/plans/2026-02-02-quay.md) |
"""
JOURNAL = "# Quay, phase 1\n\n**Plan**: [Quay](../plans/2026-02-02-quay.md)\n\nPiles.\n"
FILES = {
    PLAN_PATH: PLAN,
    INDEX_PATH: INDEX,
    BACKLOG_PATH: BACKLOG,
    "docs/dev-journals/2026-02-20-quay.md": JOURNAL,
}


def changed_lines(root: Path) -> list[str]:
    """The lines that differ from what was there, over all files: "+" what came, "-" what went."""
    return [
        line[0] + line[2:]
        for path, text in FILES.items()
        for line in ndiff(text.split("\n"), (root / path).read_text().split("\n"))
        if line[0] in "+-"
    ]
