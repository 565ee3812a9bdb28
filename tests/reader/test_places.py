"""Spans cover the words that were read, so that an edit replaces these and nothing else."""

from __future__ import annotations

import pytest

from tests.reader.texts import plan_of

_STATUSES = {
    "a field": "# P\n\n**Status**: In Progress  \n**Owner**: X\n",
    "a field in a quote": "# P\n\n> **Status:** In Progress\n",
    "a bullet": "# P\n\n- Status: In Progress\n",
    "a cell": "# P\n\n| Status | In Progress |\n|---|---|\n| Owner | X |\n",
    "front matter": "---\nstatus: 'In Progress'  # for now\n---\n# P\n",
    "one of several on a line": "# P\n\n**Status**: In Progress | **Owner**: X\n",
    "a section": "# P\n\n## Status\n\nIn Progress\n\n## Work\n\n- [ ] a\n",
    "a heading": "# P\n\n## Status: In Progress\n\n- [ ] a\n",
    "a footer": "# P\n\n## Work\n\n- [ ] a\n\n---\n\n**Status**: In Progress\n",
}


@pytest.mark.parametrize("text", _STATUSES.values(), ids=_STATUSES.keys())
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_the_span_of_a_status_is_its_value(text: str, newline: str) -> None:
    """Neither label nor decoration belongs to it, wherever it stands."""
    text = text.replace("\n", newline)
    status = plan_of(text).header.status
    assert status is not None
    assert status.span.slice(text.encode()) == b"In Progress"


def test_the_span_of_a_slanted_footer() -> None:
    """The star that closes it does not belong to the status."""
    text = "# P\n\n- [ ] a\n\n---\n\n*Status: In Progress*\n"
    status = plan_of(text).header.status
    assert status is not None
    assert status.span.slice(text.encode()) == b"In Progress"


def test_spans_of_a_phase() -> None:
    """Goal, estimate, dependency, status and dates are the words behind their labels."""
    text = (
        "# 計画\n\n## Phase 1: A (2026-01-02)\n\n**Goal**: Be `fast`  \n**Status:** ✅ Done\n"
        "**Estimated Duration**: ~2-4 hours (or so)\n**Dependencies**: Phase 0 completion\n"
    )
    source = text.encode()
    (phase,) = plan_of(text).phases
    assert phase.goal is not None
    assert phase.status is not None
    assert phase.estimate is not None
    assert [
        span.slice(source).decode()
        for span in (
            phase.dates[0].span,
            phase.goal.span,
            phase.status.span,
            phase.estimate.span,
            phase.dependencies[0].span,
        )
    ] == ["2026-01-02", "Be `fast`", "✅ Done", "~2-4 hours", "Phase 0 completion"]


def test_spans_of_an_item() -> None:
    """The item with what is nested in it, its own words, and its box."""
    text = "# P\n\n- [x] **one** more\n  - [ ] two\n\nend\n"
    source = text.encode()
    (item,) = plan_of(text).tasks
    assert item.marker is not None
    assert item.span.slice(source).rstrip() == b"- [x] **one** more\n  - [ ] two"
    assert item.text_span.slice(source) == b"**one** more"
    assert item.marker.slice(source) == b"[x]"
    assert item.children[0].text_span.slice(source) == b"two"


def test_spans_of_a_progress_row() -> None:
    """Its words of state, its box and its day."""
    text = "## Progress Tracking\n\n### Completed Phases\n\n- [x] Phase 1 - Completed 2026-01-02\n"
    source = text.encode()
    (row,) = plan_of(text).progress.rows
    assert row.marker is not None
    assert row.status_span is not None
    assert row.date is not None
    assert row.marker.slice(source) == b"[x]"
    assert row.status_span.slice(source) == b"Completed"
    assert row.date.span.slice(source) == b"2026-01-02"
