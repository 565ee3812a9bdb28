"""Two plans that share an owner, and one that waits for a phase of the first."""

from __future__ import annotations

PIER = """\
# Implementation Plan: Pier

**Status**: In Progress
**Owner**: Orla
**Target Completion**: 2026-03-20

## Phases

### Phase 1: Piles

**Tasks**:
- [x] Drive the piles

**Estimated Duration**: 2 sessions

### Phase 2: Planks

**Tasks**:
- [x] Cut the planks
- [ ] Nail them down

**Estimated Duration**: 2 sessions

**Dependencies**: Phase 1

### Phase 3: Rails

**Owner**: Davy

**Tasks**:
- [ ] Screw them on

**Estimated Duration**: 1 session

**Dependencies**: Phase 2

### Phase 4: Paint

**Tasks**:
- [ ] Paint it

**Estimated Duration**: 1-2 days

**Dependencies**: Phase 2

## Progress

### Completed Phases

- [x] Phase 1: Piles — 2026-03-05
"""
BOAT = """\
# Implementation Plan: Boat

**Status**: Planned
**Owner**: Orla
**Target Completion**: 2026-03-06

## Phases

### Phase 1: Hull

**Tasks**:
- [ ] Scrape it

**Dependencies**: None

### Phase 2: Landing

**Tasks**:
- [ ] Tie it to the pier

**Estimated Duration**: 3 sessions

**Dependencies**: Phase 1, pier#3
"""
REST = "# Plan: Rest\n\n**Status**: Paused\n\n## Phase 1: Sleep\n\n- [ ] Sleep\n"
FILES = {
    "docs/plans/2026-02-01-pier.md": PIER,
    "docs/plans/2026-02-10-boat.md": BOAT,
    "docs/plans/rest.md": REST,
}
CIRCLE = """\
# Plan: Circle

**Status**: Planned

## Phase 1: Hen

- [ ] a

**Dependencies**: Phase 2

## Phase 2: Egg

- [ ] b

**Dependencies**: Phase 1

## Phase 3: Omelette

- [ ] c

**Dependencies**: Phase 2
"""
