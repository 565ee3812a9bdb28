"""Our own plans are kept true by our own tool."""

from __future__ import annotations

from tests.conftest import ROOT
from trueplan.app.check import check_repository
from trueplan.app.repository import open_repository


def test_trueplan_finds_nothing_untrue_in_its_own_plans() -> None:
    """Not even a note, on the day of the last journal: the clock has no say in it."""
    today = max(path.name[:10] for path in (ROOT / "docs/dev-journals").glob("20*.md"))
    report = check_repository(open_repository(ROOT), today)
    found = [f"{one.path}:{one.place.line}: {one.code} {one.message}" for one in report.findings]
    refs = [card.ref for card in report.plans]
    assert (found, refs) == (
        [],
        ["read-check-show", "change-plans", "history-schedule-forecast"],
    )
