"""TP207: nesting."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import marked, messages_in, plan

HEAD = "## Phases\n\n### Phase 1: Masts\n\n**Tasks**:\n"


def test_only_the_outermost_is_reported(make_repository: Make) -> None:
    """A chain of ticked parents over one open box is one finding."""
    text = plan(HEAD + "- [x] Masts\n  - [x] Holes\n    - [ ] Concrete\n- [ ] Wires\n")
    (found,) = find(make_repository, "TP207", text)
    assert found.message == "“Masts” is ticked, but 1 of its 2 subtasks is open"
    assert marked(found, text) == "[x]"
    assert [label.text for label in found.labels] == ["    - [ ] Concrete"]


def test_below_an_open_parent_the_inner_one_is_reported(make_repository: Make) -> None:
    """An open task over a ticked one is fine, what is below that is looked at."""
    text = plan(HEAD + "- [ ] Masts\n  - [x] Holes\n    - [ ] Dig\n")
    assert messages_in(make_repository, "TP207", text) == [
        "“Holes” is ticked, but its only subtask is open"
    ]


def test_criteria_nest_too(make_repository: Make) -> None:
    """Success criteria are looked at like tasks."""
    text = plan("## Success Criteria\n\n- [x] Lit\n  - [ ] At dusk\n  - [ ] At dawn\n")
    assert messages_in(make_repository, "TP207", text) == [
        "“Lit” is ticked, but all of its 2 subtasks are open"
    ]


@pytest.mark.parametrize(
    "items",
    [
        "- [ ] Masts\n  - [x] Holes\n  - [ ] Concrete\n",
        "- [x] Masts\n  - [x] Holes\n  - [-] Concrete\n",
        "- [x] Masts\n  - [x] Holes\n  - [ ] ~~Concrete~~\n",
        "- [x] Masts\n  - [x] Holes\n  - [ ] Paint (optional)\n",
        "- [x] Masts\n  - the holes are 80 cm deep\n",
    ],
)
def test_near_misses(items: str, make_repository: Make) -> None:
    """Work in progress, dropped subtasks and remarks."""
    assert messages_in(make_repository, "TP207", plan(HEAD + items)) == []


def test_a_sign_off_list_is_gone_through_stage_by_stage(make_repository: Make) -> None:
    """What is nested there belongs to a later stage; a phase called after it is work."""
    items = "- [x] Test plan\n  - [ ] Two weeks without a failure\n"
    listed = plan(f"## Release Signoff Checklist\n\n{items}")
    phase = plan(f"## Phases\n\n### Phase 1: Review and sign-off\n\n{items}")
    assert messages_in(make_repository, "TP207", listed) == []
    assert len(messages_in(make_repository, "TP207", phase)) == 1
