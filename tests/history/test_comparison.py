"""What changed from one revision to the next, each kind once."""

from __future__ import annotations

import pytest

from tests.history.builders import plan_of, seen, tracked_pair
from trueplan.history.comparison import Changed, compare
from trueplan.history.state import state_of

BASE = plan_of("Piles: [ ] Drive the piles, [x] Sort the timber", "Planks: [ ] Lay the planks")
ENDS = """
## Success Criteria

### Quality Gates
- [ ] CEO approval

## Risks

| Risk | Likelihood | Impact | Mitigation |
|------|------------|--------|------------|
| Rain | Low | High | A tent |

## Notes

- The sand is deep.
"""
Short = tuple[str, str, str, str | None, str | None]


def changes(old: str, new: str) -> list[Changed]:
    before, after = tracked_pair(old, new)
    return compare(state_of(before), state_of(after))


def short(old: str, new: str) -> list[Short]:
    return [(one.kind, one.place, one.text, one.before, one.after) for one in changes(old, new)]


def test_nothing() -> None:
    assert changes(BASE, BASE) == []
    assert changes(BASE, BASE.replace("\n", "\r\n")) == []


def test_a_change_whole() -> None:
    """The keys are numbers in the order of the first revision: phases 1 and 2, then items."""
    assert changes(BASE, BASE.replace("[ ] Lay", "[x] Lay"))[-1] == Changed(
        "ticked", "task", "i5", "p2", "2.1", "Lay the planks", "open", "done"
    )


@pytest.mark.parametrize(
    ("words", "after", "expected"),
    [
        ("[ ] Drive", "[x] Drive", ("ticked", "1.1", "Drive the piles", "open", "done")),
        ("[x] Sort", "[ ] Sort", ("unticked", "1.2", "Sort the timber", "done", "open")),
        ("[ ] Drive", "[~] Drive", ("begun", "1.1", "Drive the piles", "open", "in_progress")),
        (
            "[ ] Drive",
            "[-] Drive",
            ("item cancelled", "1.1", "Drive the piles", "open", "cancelled"),
        ),
        (
            "Drive the piles",
            "Drive all the piles",
            ("reworded", "1.1", "Drive all the piles", "Drive the piles", "Drive all the piles"),
        ),
        ("- [ ] Drive the piles\n", "", ("removed", "1.1", "Drive the piles", "open", None)),
        (
            "- [ ] Lay",
            "- [ ] Oil the tools\n- [ ] Lay",
            ("added", "2.1", "Oil the tools", None, "open"),
        ),
        ("# Quay", "# The quay", ("retitled", "", "The quay", "Quay", "The quay")),
        ("1: Piles", "1: The piles", ("phase retitled", "1", "The piles", "Piles", "The piles")),
    ],
)
def test_one_thing_at_a_time(words: str, after: str, expected: Short) -> None:
    found = [one for one in short(BASE, BASE.replace(words, after)) if "phase" not in one[0]]
    found = found or short(BASE, BASE.replace(words, after))
    assert found == [expected]


def test_what_is_hung_on_is_not_a_new_wording() -> None:
    """A commit, a day, a number, emphasis, a mark."""
    for words in ("Drive the piles (1a2b3c4d)", "**1.** Drive the piles ✅", "drive the piles"):
        assert changes(BASE, BASE.replace("Drive the piles", words)) == []


def test_moved_to_another_phase() -> None:
    new = plan_of("Piles: [x] Sort the timber", "Planks: [ ] Drive the piles, [ ] Lay the planks")
    found = [one for one in short(BASE, new) if one[0] == "moved"]
    assert found == [("moved", "2.1", "Drive the piles", "1.1", "2.1")]


def test_a_task_that_becomes_a_criterion_has_moved() -> None:
    """Its kind is part of what is counted."""
    old = BASE.replace("- [ ] Drive the piles\n", "").replace(
        "- [x] Sort", "**Tasks**:\n- [ ] Drive the piles\n- [x] Sort"
    )
    new = BASE.replace("- [ ] Drive the piles\n", "").replace(
        "- [x] Sort the timber\n",
        "**Tasks**:\n- [x] Sort the timber\n\n**Acceptance Criteria**:\n- [ ] Drive the piles\n",
    )
    moved = [one for one in changes(old, new) if one.kind == "moved"]
    assert [(one.thing, one.before, one.after) for one in moved] == [("acceptance", "1.1", "1.a1")]


def test_phases() -> None:
    new = plan_of("Piles: [x] Drive the piles, [x] Sort the timber", "Rails: [ ] Set the rails")
    assert short(BASE, new) == [
        ("phase completed", "1", "Piles", "in_progress", "done"),
        ("phase retitled", "2", "Rails", "Planks", "Rails"),
        ("removed", "2.1", "Lay the planks", "open", None),
        ("ticked", "1.1", "Drive the piles", "open", "done"),
        ("added", "2.1", "Set the rails", None, "open"),
    ]


def test_a_new_phase_with_an_estimate() -> None:
    new = BASE + "\n## Phase 3: Rails\n\n**Estimated Time**: 2 sessions\n\n- [ ] Set the rails\n"
    assert short(BASE, new) == [
        ("phase added", "3", "Rails", None, "not_started"),
        ("estimate", "3", "Rails", None, "2"),
        ("added", "3.1", "Set the rails", None, "open"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Planned", "In Progress", "started"),
        ("In Progress", "Paused", "paused"),
        ("Paused", "In Progress", "resumed"),
        ("In Progress", "Completed", "completed"),
        ("In Progress", "Cancelled", "cancelled"),
        ("Completed", "In Progress", "reopened"),
        ("Cancelled", "Planned", "reopened"),
        ("In Progress", "Planned", "reopened"),
    ],
)
def test_states_of_a_plan(old: str, new: str, kind: str) -> None:
    """Beside the words of the status, and before what phases do."""
    words = "**Status**: In Progress"
    found = short(
        BASE.replace(words, f"**Status**: {old}"), BASE.replace(words, f"**Status**: {new}")
    )
    assert [one[0] for one in found][:2] == ["status", kind]


def test_another_word_for_the_same_state() -> None:
    found = short(BASE, BASE.replace("In Progress", "Under way, in progress"))
    assert [one[0] for one in found] == ["status"]


def test_target_and_owner() -> None:
    with_both = BASE.replace(
        "In Progress\n", "In Progress\n**Target Completion**: 2026-03-01\n**Owner**: Wren\n"
    )
    assert short(BASE, with_both) == [
        ("target", "", "Quay", "", "2026-03-01"),
        ("owner", "", "Quay", "", "Wren"),
    ]
    later = with_both.replace("2026-03-01", "Q2 2026")
    assert short(with_both, later) == [("target", "", "Quay", "2026-03-01", "2026-06-30")]


def test_the_ends_of_a_plan() -> None:
    """Approval, risks and notes."""
    old = BASE + ENDS
    assert short(old, old.replace("[ ] CEO", "[x] CEO")) == [
        ("approved", "", "CEO approval", "", "CEO approval"),
        ("ticked", "g1", "CEO approval", "open", "done"),
    ]
    assert short(old, old.replace("| Low |", "| High |")) == [
        ("risk changed", "r1", "Rain", "Low, High", "High, High")
    ]
    assert short(old, old.replace("Rain", "Rain and wind")) == [
        ("risk reworded", "r1", "Rain and wind", "Rain", "Rain and wind")
    ]
    assert short(old, old.replace("| Rain | Low | High | A tent |\n", "")) == [
        ("risk removed", "r1", "Rain", "Low, High", None)
    ]
    assert short(old, f"{old}- Bring a pump.\n") == [("note", "", "Bring a pump.", None, None)]


def test_the_snapshot_says_the_same() -> None:
    assert seen(BASE) == seen(BASE.replace("\n", "\r\n")) == seen("\ufeff" + BASE)
