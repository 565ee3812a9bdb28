"""TP204: the evidence that work has begun, and the fix."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import PHASES, fix_all, messages_in, phase, plan, progress

JOURNALS = "docs/dev-journals/"


@pytest.mark.parametrize(
    ("parts", "fact"),
    [
        ((PHASES, phase("1", "x..")), "1 of 3 tasks is done"),
        ((PHASES, phase("1", "xx.")), "2 of 3 tasks are done"),
        ((PHASES, phase("1", "~..")), "1 of 3 tasks is in progress"),
        ((PHASES, phase("1", "", heading="Masts ✅")), "phase 1 is marked done"),
        (
            (PHASES, phase("1", "..", more="**Status**: In Progress\n")),
            "phase 1 is in progress",
        ),
        (
            (PHASES, phase("1", ".."), progress("[x] Phase 1 - Completed 2026-03-06")),
            "the progress list says that phase 1 is done",
        ),
        (("## Work\n\n- [x] Order the masts\n- [ ] Put them up\n",), "1 of 2 tasks is done"),
    ],
)
def test_evidence_of_work(parts: tuple[str, ...], fact: str, make_repository: Make) -> None:
    """The message names the first thing that shows that work has begun."""
    text = plan(*parts, status="Planned")
    assert messages_in(make_repository, "TP204", text) == [f"the status says “Planned”, but {fact}"]


def _journal(status: str, link: str = "../plans/2026-03-02-harbour-lights.md") -> str:
    head = f"# Dev Journal: lights\n\n**Date**: 2026-03-06\n**Status**: {status}\n"
    return f"{head}\nSee [plan]({link}).\n"


@pytest.mark.parametrize(
    ("name", "status", "fact"),
    [
        ("2026-03-06-harbour-lights.md", "Complete", "says Complete"),
        ("2026-03-06-harbour-lights-phase-1.md", "In Progress", "tells of its work"),
    ],
)
def test_a_journal_about_the_plan(name: str, status: str, fact: str, make_repository: Make) -> None:
    """A journal that bears the plan's name and links to it is evidence."""
    text = plan(PHASES, phase("1", ".."), status="Planned")
    found = messages_in(make_repository, "TP204", text, {JOURNALS + name: _journal(status)})
    assert found == [f"the status says “Planned”, but the journal {name} {fact}"]


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("2026-03-06-colours.md", "../plans/2026-03-02-harbour-lights.md"),
        ("2026-03-06-harbour-lights.md", "../plans/README.md"),
    ],
    ids=["mentions the plan", "has its name alone"],
)
def test_other_journals_are_no_evidence(name: str, link: str, make_repository: Make) -> None:
    """To mention a plan is not to work on it."""
    text = plan(PHASES, phase("1", ".."), status="Planned")
    files = {JOURNALS + name: _journal("Complete", link)}
    assert messages_in(make_repository, "TP204", text, files) == []


def test_boxes_outside_of_phases_are_preparations(make_repository: Make) -> None:
    """Ticked prerequisites do not start a plan whose phases are untouched."""
    text = plan("## Prerequisites\n\n- [x] A permit\n", PHASES, phase("1", ".."), status="Planned")
    assert messages_in(make_repository, "TP204", text) == []


@pytest.mark.parametrize(
    ("status", "written"),
    [
        ("Planned", "In Progress"),
        ("draft", "in progress"),
        ("📋 Planned", "🚧 In Progress"),
        ("Ready for Implementation", "In Progress"),
        ("Planned (after the season)", "Planned (after the season)"),
    ],
)
def test_fix(status: str, written: str, make_repository: Make) -> None:
    """The status is written as the plan writes; one with a remark is left alone."""
    parts = (PHASES, phase("1", "x."))
    assert fix_all(make_repository, "TP204", plan(*parts, status=status)) == plan(
        *parts, status=written
    )


def test_fix_in_front_matter_is_one_word(make_repository: Make) -> None:
    """YAML values are joined, the other bytes stay."""
    before = "---\nstatus: draft\n---\n\n# Lights\n\n## Phase 1: Masts\n\n- [x] a\n- [ ] b\n"
    after = before.replace("draft", "in-progress")
    assert fix_all(make_repository, "TP204", before) == after


def test_seen_changes_with_the_evidence(make_repository: Make) -> None:
    """An accepted finding speaks again once more is done."""
    one = find(make_repository, "TP204", plan(PHASES, phase("1", "x.."), status="Planned"))
    two = find(make_repository, "TP204", plan(PHASES, phase("1", "xx."), status="Planned"))
    assert one[0].seen != two[0].seen
