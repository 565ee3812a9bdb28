"""The journal that a completed phase links to."""

from __future__ import annotations

import pytest

from trueplan.edit.document import read_document
from trueplan.lifecycle.journal_link import find_journal_link

PLAN = """\
# Plan: Quay

**Status**: In Progress

## Phases

### Phase 1: Piles

- [x] Sort

### Phase 2: Planks

- [ ] Lay

## Progress Tracking

### Dev Journal Entries
{entries}
"""


@pytest.mark.parametrize(
    ("entries", "link"),
    [
        ("- [2026-01-05: Phase 1](../j/a.md)", "[Dev Journal](../j/a.md)"),
        ("- [2026-01-05](../j/a.md): phase 1 and 2", "[Dev Journal](../j/a.md)"),
        ("- [Phase 1](../j/a.md)\n- [Phase 1, again](../j/b.md)", "[Dev Journal](../j/b.md)"),
        ("- [Phase 2](../j/a.md)", None),
        ("- [Phase 11](../j/a.md)", None),
        ("- TBD", None),
    ],
)
def test_the_last_entry_that_names_the_phase(entries: str, link: str | None) -> None:
    document = read_document(PLAN.format(entries=entries).encode())
    assert find_journal_link(document, document.plan.phases[0]) == link
