"""TP407: when a journal tells of a phase."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages
from trueplan.reader.phases_named import phases_named

PLAN = """\
# Implementation Plan: Lights

**Status**: In Progress

## Phases

### Phase 1: Masts

- [x] Order

### Phase 2: Lamps{mark}

- [ ] Hang

## Progress Tracking

### Completed Phases

- [x] Phase 1 - Completed 2026-03-09{link}
- [{box}] Phase 2 - In Progress

### Dev Journal Entries

- {entry}
"""
NOTHING = {"mark": "", "link": "", "box": " ", "entry": "TBD"}


def plan(**changes: str) -> str:
    return PLAN.format(**{**NOTHING, **changes})


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["19: phase 1 is done, but no journal of it is linked"]),
        ({"link": " ([Journal](../dev-journals/1.md))"}, []),
        ({"entry": "[2026-03-09: Phase 1 Implementation](../dev-journals/1.md)"}, []),
        ({"entry": "[2026-03-09: Masts](../dev-journals/2026-03-09-phase-1.md)"}, []),
        ({"entry": "[Phases 1 and 2](../dev-journals/1.md)", "mark": " ✅"}, []),
        (
            {"entry": "[Phase 2](../dev-journals/1.md)"},
            ["19: phase 1 is done, but no journal of it is linked"],
        ),
        (
            {"link": " ([Journal](1.md))", "box": "x"},
            ["20: phase 2 is done, but no journal of it is linked"],
        ),
        (
            {"link": " ([Journal](1.md))", "mark": " ✅"},
            ["11: phase 2 is done, but no journal of it is linked"],
        ),
    ],
)
def test_rows_marks_and_entries(
    changes: dict[str, str], expected: list[str], make_repository: Make
) -> None:
    """A link in the row, or an entry that names the phase."""
    assert messages(find(make_repository, "TP407", plan(**changes))) == expected


def test_the_journal_itself_names_the_phase(make_repository: Make) -> None:
    """The headings of a linked journal tell which phases it is about."""
    files = {"docs/dev-journals/masts.md": "# Masts\n\n## Phase 1: Masts\n\nUp.\n"}
    text = plan(entry="[Masts](../dev-journals/masts.md)")
    assert find(make_repository, "TP407", text, files=files) == []


def test_only_in_the_template(make_repository: Make) -> None:
    """Other plans owe no journals."""
    found = find(make_repository, "TP407", plan(), configuration="[check]\ntemplate = 'never'\n")
    assert found == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Phase 1", "1"),
        ("phases 2 and 3", "2 3"),
        ("phases-2-and-3.md", "2 3"),
        ("Phases 1-3, 5", "1 2 3 5"),
        ("Phases 1 to 3", "1 2 3"),
        ("phase-2a-lamps", "2a"),
        ("Phase 1 of 4", "1"),
        ("phase 1, 2026-03-09", "1"),
        ("emphases 4", ""),
    ],
)
def test_phases_named(text: str, numbers: str) -> None:
    """Lists and ranges, in words and in file names; a date is no phase."""
    assert phases_named(text) == set(numbers.split())
