"""TP102, missing-section: what stands for a section."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages
from trueplan.lint.registry import RULES

GOOD = RULES["TP102"].good


def test_sections_are_named_together(make_repository: Make) -> None:
    """Three by name in the message, all of them in the help."""
    (finding,) = find(make_repository, "TP102", "# Lights\n\n- [ ] Order masts\n")
    assert finding.message == (
        "the plan lacks 9 sections of the template: Overview, Phases, Technical Approach and 6 more"
    )
    assert finding.help.endswith(
        "Success Criteria, Progress Tracking, Retrospective (Post-Completion)"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Testing Strategy", "## 4. Testing"),
        ("## Risks & Mitigation", "## Risks"),
        ("## Overview\n\n", ""),
        ("## Phases\n\n", ""),
        ("## Rollout Plan", "## Notes\n\nNone.\n\n### Deployment Steps"),
    ],
)
def test_other_names_and_loose_parts_count(old: str, new: str, make_repository: Make) -> None:
    """Numbered, shortened, or with only a part of it there."""
    assert old in GOOD
    assert messages(find(make_repository, "TP102", GOOD.replace(old, new))) == []


def test_a_part_of_the_overview_is_owed(make_repository: Make) -> None:
    """The overview is there, one of its halves is not."""
    text = GOOD.replace("### Technical Summary", "### Masts")
    assert messages(find(make_repository, "TP102", text)) == [
        "1: the plan lacks a section of the template: Technical Summary"
    ]


def test_a_section_of_a_phase_is_not_one_of_the_plan(make_repository: Make) -> None:
    """Testing in phase 1 is not how the whole is tested."""
    text = GOOD.replace("## Testing Strategy", "## Nights").replace(
        "- [ ] Order the masts", "- [ ] Order the masts\n\n#### Testing\n\nBy eye."
    )
    assert messages(find(make_repository, "TP102", text)) == [
        "1: the plan lacks a section of the template: Testing Strategy"
    ]
