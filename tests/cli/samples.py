"""A small repository with four things untrue, two of which can be fixed."""

from __future__ import annotations

LAMPS = """\
# Implementation Plan: Harbour lights

**Status**: In Progress
**Related ADRs**: [the masts](../adr/0001-masts.md)

## Phases

### Phase 1: Masts

- [x] Order the masts
- [x] Put them up
- [x] Wire them
"""
CRANE = """\
# Implementation Plan: Crane

**Status**: Completed

## Phases

### Phase 1: Foundation

- [x] Pour the concrete
- [ ] 測る the ground
"""
INDEX = """\
# Plans

| Plan | Status |
|------|--------|
| [Crane](2026-03-05-crane.md) | Completed |
"""
LAMPS_PATH = "docs/plans/2026-03-02-harbour-lights.md"
CRANE_PATH = "docs/plans/2026-03-05-crane.md"
INDEX_PATH = "docs/plans/README.md"
FILES = {LAMPS_PATH: LAMPS, CRANE_PATH: CRANE, INDEX_PATH: INDEX}
SELECT = ("--select", "TP201,TP203,TP401,TP408", "--today", "2026-03-10")
