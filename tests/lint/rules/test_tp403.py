"""TP403: IDs in the header against the backlogs."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

BACKLOG = """\
# Backlog

| ID | Status | Feature |
|----|--------|---------|
| HAR-001 | Backlog | Lights |
| HAR-002 | Done | Masts |
"""
OTHER = BACKLOG.replace("HAR-", "QUAY-")
FILES = {"BACKLOG.md": BACKLOG, "apps/quay/docs/BACKLOG.md": OTHER}


def plan(value: str) -> str:
    return f"# Plan: Lights\n\n**Status**: Planned\n**Backlog Items**: {value}\n\n- [ ] Order\n"


@pytest.mark.parametrize(
    "value",
    [
        "HAR-001, HAR-002",
        "[HAR-001](../../BACKLOG.md)",
        "QUAY-001",
        "JIRA-17",
        "UTF-8 and SHA-256",
        "None",
        "Brighter piers",
        "#042",
        "https://tracker.example.org/browse/HAR-900",
        "[the list](../../BACKLOG.md#har-900)",
    ],
)
def test_known_or_not_ours(value: str, make_repository: Make) -> None:
    """IDs of other trackers are nobody's business here."""
    assert find(make_repository, "TP403", plan(value), files=FILES) == []


def test_unknown(make_repository: Make) -> None:
    """Each unknown ID is reported once, at its own place."""
    text = plan("HAR-001, HAR-042 (after HAR-042), HAR-1")
    found = find(make_repository, "TP403", text, files=FILES)
    assert messages(found) == [
        "4: no backlog has an item HAR-042",
        "4: no backlog has an item HAR-1",
    ]
    assert [text[slice(*one.span)] for one in found] == ["HAR-042", "HAR-1"]
    assert [one.help for one in found] == [
        "correct it, or add it to BACKLOG.md and apps/quay/docs/BACKLOG.md",
        "it is written HAR-001 there",
    ]


def test_front_matter(make_repository: Make) -> None:
    """A list in the front matter is read too."""
    text = "---\nstatus: draft\nbacklog:\n  - HAR-001\n  - HAR-042\n---\n\n# Plan\n\n- [ ] Order\n"
    found = find(make_repository, "TP403", text, files=FILES)
    assert messages(found) == ["5: no backlog has an item HAR-042"]


def test_without_a_backlog(make_repository: Make) -> None:
    """Where there is none, nothing is known."""
    assert find(make_repository, "TP403", plan("HAR-042")) == []
