"""Our own plans are kept true by our own tool."""

from __future__ import annotations

from tests.conftest import ROOT
from trueplan.app.check import check_repository
from trueplan.app.repository import open_repository


def test_trueplan_finds_nothing_untrue_in_its_own_plans() -> None:
    """Not even a note, on the day that the plans speak of."""
    report = check_repository(open_repository(ROOT), "2026-11-23")
    found = [f"{one.path}:{one.place.line}: {one.code} {one.message}" for one in report.findings]
    refs = [card.ref for card in report.plans]
    assert (found, refs) == ([], ["read-check-show", "change-plans"])
