"""What the rules about companions say of a real repository with two projects in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from trueplan.app.check import check_repository
from trueplan.app.repository import open_repository
from trueplan.lint.finding import Finding
from trueplan.text import apply_edits

GEORGETOWN = "apps/georgetown/docs/plans/README.md"
OPEN_GRAPH = "apps/georgetown/docs/plans/2025-12-18-open-graph-enhancement.md"


@pytest.fixture(scope="module")
def found(clubs: Path) -> list[Finding]:
    """All findings of the rules about companions."""
    report = check_repository(open_repository(clubs), "2026-03-10")
    return [finding for finding in report.findings if finding.code.startswith("TP4")]


def of(found: list[Finding], path: str, code: str) -> list[str]:
    return [
        f"{one.place.line}: {one.message}" for one in found if (one.path, one.code) == (path, code)
    ]


def test_the_index_of_a_project(found: list[Finding]) -> None:
    """Three rows without a file, three plans without a row."""
    assert of(found, GEORGETOWN, "TP409") == [
        "37: the row names 2024-10-timeline-system-implementation.md, which does not exist",
        "38: the row names 2024-10-photo-gallery-enhancement.md, which does not exist",
        "39: the row names 2025-01-member-portal-redesign.md, which does not exist",
    ]
    assert "35: the index does not list 2025-12-18-open-graph-enhancement.md" in of(
        found, GEORGETOWN, "TP408"
    )


def test_the_index_of_the_repository(found: list[Finding]) -> None:
    """It calls complete what the plan calls ready for implementation."""
    assert of(found, "docs/plans/README.md", "TP409") == [
        "23: georgetown-pwa-implementation.md says otherwise: status “Ready for Implementation”"
    ]


def test_the_journal_of_a_plan(found: list[Finding], clubs: Path) -> None:
    """It is not linked; the fix puts it in the place of the words that held it."""
    (one,) = (one for one in found if (one.path, one.code) == (OPEN_GRAPH, "TP406"))
    assert one.place.text == "- (Will be added as phases complete)"
    assert one.fix is not None
    after = apply_edits((clubs / OPEN_GRAPH).read_bytes(), one.fix.edits).split(b"\n")
    assert after[472] == (
        b"- [2025-12-18: Open Graph Meta Tag Enhancement]"
        b"(../dev-journals/2025-12-18-open-graph-enhancement.md)"
    )


def test_links_of_a_plan(found: list[Finding]) -> None:
    """One step up too many, thrice."""
    dead = [one for one in found if (one.path, one.code) == (OPEN_GRAPH, "TP401")]
    assert [one.help for one in dead] == [
        "did you mean ../../functions/_middleware.ts?",
        "did you mean ../../index.html?",
        "did you mean ../../src/utils/metaTags.ts?",
    ]


def test_anchors_of_the_backlog(found: list[Finding]) -> None:
    """Two of its headings have signs in them that leave nothing or two hyphens behind."""
    path = "apps/georgetown/docs/governance/BACKLOG.md"
    dead = [one for one in found if (one.path, one.code) == (path, "TP402")]
    assert [(one.place.line, one.help) for one in dead] == [
        (39, "did you mean #018-analytics-tracking-phase-3-rsvp--attendance?"),
        (46, "did you mean #c002-upload-member-photosportraits?"),
    ]
