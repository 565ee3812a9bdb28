"""Clocks that were wrong."""

from __future__ import annotations

from trueplan.app.clock import count_backward
from trueplan.history.life import Revision


def revision(at: str, *, main: bool = True) -> Revision:
    return Revision("c", at, "Wren", "a.md", main)


def test_times_that_run_forward() -> None:
    """Zones are taken into account; equal times are no step back."""
    assert count_backward([]) == 0
    times = ("2026-01-01T12:00:00+02:00", "2026-01-01T10:00:00+00:00", "2026-01-01T09:30:00-01:00")
    assert count_backward([revision(at) for at in times]) == 0


def test_times_that_run_back() -> None:
    """Each is compared with the one that it builds on."""
    times = ("2026-01-03T00:00:00Z", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")
    assert count_backward([revision(at) for at in times]) == 1


def test_branches_have_clocks_of_their_own() -> None:
    found = [
        revision("2026-01-03T00:00:00Z"),
        revision("2026-01-01T00:00:00Z", main=False),
        revision("2026-01-04T00:00:00Z"),
    ]
    assert count_backward(found) == 0
