"""TP405: numbers of decisions, in one project and in several."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

ADR = "# Decision\n\n**Status**: Accepted\n"
FILES = {"docs/adr/0001-steel.md": ADR, "docs/adr/0002-led.md": ADR}
APPS = {
    "docs/adr/ADR-001-backlog.md": ADR,
    "apps/quay/docs/adr/0003-tides.md": ADR,
    "apps/crane/docs/adr/0004-hooks.md": ADR,
}


def plan(value: str, below: str = "") -> str:
    return (
        f"# Implementation Plan: Lights\n\n**Status**: Planned\n**Related ADRs**: {value}\n\n"
        f"- [ ] Order\n{below}"
    )


@pytest.mark.parametrize(
    "value",
    [
        "None (builds on what is there)",
        "ADR-0001, ADR 2, adr:1",
        "0001 and 0002",
        "[ADR 0001](../adr/0001-steel.md)",
        "[Steel, 2019](../adr/0001-steel.md)",
        "[ADR-0017](https://example.org/other/adr/0017-x.md)",
        "decided on 2026-01-09",
        "ADR-2024-017",
        "see ../adr/0001-steel.md",
    ],
)
def test_known_or_not_ours(value: str, make_repository: Make) -> None:
    """Dates, decisions elsewhere, and those that are there in any spelling."""
    assert find(make_repository, "TP405", plan(value), files=FILES) == []


@pytest.mark.parametrize(
    ("value", "marked", "number"),
    [
        ("ADR-0007", "ADR-0007", "0007"),
        ("adr:7 and ADR 0001", "adr:7", "7"),
        ("0001, 0007", "0007", "0007"),
        ("[ADR 7](../adr/0007-lost.md)", "[ADR 7](../adr/0007-lost.md)", "0007"),
        ("see 007", "007", "007"),
    ],
)
def test_unknown(value: str, marked: str, number: str, make_repository: Make) -> None:
    """The number is reported as it is written, and the last decision named."""
    text = plan(value)
    (found,) = find(make_repository, "TP405", text, files=FILES)
    assert found.message == f"no ADR has the number {number}"
    assert (
        found.help
        == "correct the number, or write the decision down: the last one in docs/adr is 0002"
    )
    assert text[slice(*found.span)] == marked


def test_a_link_in_the_text(make_repository: Make) -> None:
    """Links to decisions count wherever they stand; a renamed file is only a dead link."""
    text = plan("None", "\n[a](../adr/0009-lost.md) and [b](../adr/0002-renamed.md)\n")
    found = find(make_repository, "TP405", text, files=FILES)
    assert messages(found) == ["8: no ADR has the number 0009"]


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        ("apps/quay/docs/plans/lights.md", "ADR 3, ADR 1", 0),
        ("apps/quay/docs/plans/lights.md", "ADR 4", 1),
        ("docs/plans/lights.md", "ADR 1", 0),
        ("docs/plans/lights.md", "ADR 3", 1),
    ],
)
def test_projects_in_one_repository(
    path: str, value: str, lines: int, make_repository: Make
) -> None:
    """The decisions of the project and of what surrounds it count, a neighbour's do not."""
    assert len(find(make_repository, "TP405", plan(value), path=path, files=APPS)) == lines


def test_without_decisions(make_repository: Make) -> None:
    """Where there are none, they are kept elsewhere."""
    assert find(make_repository, "TP405", plan("ADR-0007")) == []
