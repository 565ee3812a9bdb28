"""TP404: which pairs of states contradict each other."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

HEAD = "# Backlog\n\n| ID | Status | Feature |\n|----|--------|---------|\n"
STATES = ("Backlog", "In Progress", "Blocked", "Done", "Cancelled")
CONTRADICTIONS = {
    "Planned": {"Done"},
    "In Progress": {"Done", "Cancelled"},
    "Paused": {"Done"},
    "Completed": {"Backlog", "In Progress", "Blocked", "Cancelled"},
    "Cancelled": set[str](),
}


def plan(status: str, items: str = "HAR-001") -> str:
    return (
        f"# Implementation Plan: Lights\n\n**Status**: {status}\n"
        f"**Related Backlog Items**: {items}\n\n- [ ] Order\n"
    )


@pytest.mark.parametrize("item", STATES)
@pytest.mark.parametrize("status", CONTRADICTIONS)
def test_every_pair(status: str, item: str, make_repository: Make) -> None:
    """The table of contradictions."""
    files = {"BACKLOG.md": f"{HEAD}| HAR-001 | {item} | Lights |\n"}
    found = find(make_repository, "TP404", plan(status), files=files)
    assert bool(found) == (item in CONTRADICTIONS[status])


def test_names_the_line_of_the_backlog(make_repository: Make) -> None:
    """Both places are told, the plan's status as a label."""
    files = {"BACKLOG.md": f"{HEAD}| HAR-001 | ✅ Done | Lights |\n"}
    (found,) = find(make_repository, "TP404", plan("🚧 In Progress"), files=files)
    assert messages([found]) == [
        "4: HAR-001 is Done in BACKLOG.md:5, the plan says “🚧 In Progress”"
    ]
    assert [label.line for label in found.labels] == [3]


@pytest.mark.parametrize(("second", "lines"), [("Backlog", []), ("Done", [4, 4])])
def test_an_open_plan_may_have_done_one_of_its_items(
    second: str, lines: list[int], make_repository: Make
) -> None:
    """Only when all of them are done, the plan should be."""
    rows = f"| HAR-001 | Done | Lights |\n| HAR-002 | {second} | Masts |\n"
    text = plan("In Progress", "HAR-001, HAR-002")
    found = find(make_repository, "TP404", text, files={"BACKLOG.md": HEAD + rows})
    assert [one.place.line for one in found] == lines


@pytest.mark.parametrize("text", [plan("Planned", "HAR-009"), plan("???")])
def test_quiet(text: str, make_repository: Make) -> None:
    """An unknown item and an unreadable status are told by other rules."""
    files = {"BACKLOG.md": f"{HEAD}| HAR-001 | Done | Lights |\n"}
    assert find(make_repository, "TP404", text, files=files) == []
