"""The status of a plan, in its own words and form."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.document import read_document
from trueplan.edit.set_status import set_status
from trueplan.model.status import PlanState


@pytest.mark.parametrize(
    ("line", "state", "after"),
    [
        ("**Status**: Planned", "in_progress", "**Status**: In Progress"),
        ("**Status:** Planned", "in_progress", "**Status:** In Progress"),
        ("Status: planned", "in_progress", "Status: in progress"),
        ("> **Status**: PLANNED", "paused", "> **Status**: PAUSED"),
        ("- **Status**: ✅ Complete", "in_progress", "- **Status**: 🚧 In Progress"),
        ("**Status**: 🚧 In Progress", "completed", "**Status**: ✅ Completed"),
        ("**Status**: In Progress (since May)", "completed", "**Status**: Completed"),
        ("**Status**: Planned  ", "in_progress", "**Status**: In Progress  "),
        ("| Status | Planned |\n|---|---|", "cancelled", "| Status | Cancelled |\n|---|---|"),
    ],
)
def test_the_form_stays(line: str, state: PlanState, after: str) -> None:
    source = f"# Plan: Quay\n\n{line}\n\n## Overview\n\nWords.\n"
    edits = set_status(read_document(source.encode()), state)
    assert changed(source, edits) == [f"-{line}".split("\n")[0], f"+{after}".split("\n")[0]]


def test_front_matter() -> None:
    source = "---\ntitle: Quay\nstatus: planned\n---\n\n# Quay\n\nWords.\n"
    edits = set_status(read_document(source.encode()), "in_progress")
    assert changed(source, edits) == ["-status: planned", "+status: in-progress"]


def test_a_plan_without_a_status_gets_the_field() -> None:
    source = "# Plan: Quay\n\n**Owner**: Wren\n\n## Overview\n\nWords.\n"
    edits = set_status(read_document(source.encode()), "in_progress")
    assert changed(source, edits) == ["+**Status**: In Progress"]
