"""Three small plans: one in progress, one that waits for a decision, one that is done."""

from __future__ import annotations

LIGHTS = """\
# Implementation Plan: Harbour lights

**Status**: In Progress
**Created**: 2026-02-01
**Owner**: Orla
**Target Completion**: 2026-03-20

## Phases

### Phase 1: Masts

**Tasks**:
- [x] Order the masts
- [x] Put them up

**Estimated Duration**: 1 session

### Phase 2: Lamps

**Tasks**:
- [x] Buy the lamps
- [ ] Wire the lamps
  - [x] Red
  - [ ] Green
- [ ] ~~Paint them~~

**Acceptance Criteria**:
- [ ] Seen from a mile

**Estimated Duration**: 2 sessions

**Dependencies**: Phase 1

### Phase 3: Night

**Tasks**:
- [ ] Sail past

**Dependencies**: Phases 1-2

## Risks & Mitigation

| Risk | Likelihood | Impact | Mitigation |
|------|-----------|--------|------------|
| Wind | High | Low | Wait |
| Rust | Low | High | |

## Success Criteria

### Functional Requirements
- [ ] It is light

### Quality Gates
- [x] CEO approval
"""
CRANE = """\
# Crane

**Status**: draft
**Owner**: Davy
**Related ADRs**: [Steel](../adr/0007-steel.md)

## Phase 1: Foundation

- [ ] Pour the concrete

## Phase 2: Crane

- [ ] Lift it
"""
BUOYS = """\
# Buoys

**Status**: Completed
**Owner**: Orla
**Target Completion**: 2026-01-30

## Phase 1: Paint

- [x] Red
- [x] Green
"""
STEEL = "# ADR 7: Steel\n\n**Status**: Proposed\n**Date**: 2026-02-01\n"
FILES = {
    "docs/plans/2026-02-01-harbour-lights.md": LIGHTS,
    "docs/plans/crane.md": CRANE,
    "docs/plans/buoys.md": BUOYS,
    "docs/adr/0007-steel.md": STEEL,
    "README.md": "# Harbour\n",
}
