"""What `check` says about a real repository at its last commit, line by line.

Each of these lines was compared with the text by eye; the plan was committed untrue.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from trueplan.app.check import check_repository
from trueplan.app.repository import open_repository
from trueplan.lint.finding import Finding

OPEN_GRAPH = "apps/georgetown/docs/plans/2025-12-18-open-graph-enhancement.md"
GEORGETOWN = "apps/georgetown/docs/plans/README.md"
MONOREPO = "docs/plans/README.md"
PWA = "docs/plans/georgetown-pwa-implementation.md"
JOURNAL = "2025-12-18-open-graph-enhancement.md"

Line = tuple[int, str, str]


@pytest.fixture(scope="module")
def findings(clubs: Path) -> list[Finding]:
    """Everything that is found, on the last day of the year."""
    return list(check_repository(open_repository(clubs), "2025-12-31").findings)


def about(findings: list[Finding], path: str) -> list[Line]:
    return [(one.place.line, one.code, one.message) for one in findings if one.path == path]


def test_the_plan_that_was_born_untrue(findings: list[Finding]) -> None:
    """Status, tasks against criteria, journal, links and retrospective."""
    assert about(findings, OPEN_GRAPH) == [
        (3, "TP204", f"the status says “Planned”, but the journal {JOURNAL} says Complete"),
        (6, "TP305", "the target, 2025-12-20, passed 11 days ago, and the status is “Planned”"),
        (442, "TP202", "17 of 17 success criteria are ticked, but none of 23 tasks is"),
        (473, "TP406", f"the journal {JOURNAL} leads to this plan, which does not link to it"),
        (484, "TP401", "the link leads to apps/functions/_middleware.ts, which does not exist"),
        (485, "TP401", "the link leads to apps/index.html, which does not exist"),
        (486, "TP401", "the link leads to apps/src/utils/metaTags.ts, which does not exist"),
        (
            498,
            "TP208",
            f"the journal {JOURNAL} says that all is complete, but the retrospective says TBD",
        ),
    ]


def test_the_approval_among_the_ticked_criteria(findings: list[Finding], clubs: Path) -> None:
    """The CEO approved, it says, before the first task was done."""
    (found,) = (one for one in findings if (one.path, one.code) == (OPEN_GRAPH, "TP202"))
    approval, *phases = found.labels
    assert (approval.line, approval.note) == (460, "an approval among them")
    assert [(one.line, one.note) for one in phases] == [(69, "0 of 7"), (100, "0 of 5")]


def test_the_index_of_the_project(findings: list[Finding]) -> None:
    """Three plans that do not exist, and none of those that do."""
    assert about(findings, GEORGETOWN) == [
        (
            35,
            "TP408",
            "the index does not list 2025-12-02-global-rotary-platform-transformation.md",
        ),
        (35, "TP408", "the index does not list 2025-12-18-open-graph-enhancement.md"),
        (35, "TP408", "the index does not list pwa-implementation-lessons-learned.md"),
        (
            37,
            "TP409",
            "the row names 2024-10-timeline-system-implementation.md, which does not exist",
        ),
        (38, "TP409", "the row names 2024-10-photo-gallery-enhancement.md, which does not exist"),
        (39, "TP409", "the row names 2025-01-member-portal-redesign.md, which does not exist"),
    ]


def test_the_index_of_the_repository(findings: list[Finding]) -> None:
    """Four plans without a row, and one that it calls complete and that does not."""
    assert about(findings, MONOREPO) == [
        (21, "TP408", "the index does not list 2025-12-17-cloudflare-monorepo-deployment-plan.md"),
        (21, "TP408", "the index does not list 2025-12-17-cloudflare-setup-summary.md"),
        (21, "TP408", "the index does not list hybrid-modal-routing-implementation-plan.md"),
        (21, "TP408", "the index does not list pitchmasters-pwa-implementation.md"),
        (
            23,
            "TP409",
            "georgetown-pwa-implementation.md says otherwise: status “Ready for Implementation”",
        ),
    ]


def test_the_plan_that_the_index_calls_complete(findings: list[Finding]) -> None:
    """Its fence was closed by the fence in it, so a link of a sample stands outside."""
    assert about(findings, PWA) == [
        (
            1082,
            "TP401",
            "the link leads to docs/pwa/georgetown-pwa-implementation.md, which does not exist",
        ),
    ]
