"""TP410: which plans rest on decisions that were taken back."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

OLD = "# ADR 0001: Steel masts\n\n**Status**: Superseded by [ADR 0002](0002-timber.md)\n"
FILES = {
    "docs/adr/0001-steel.md": OLD,
    "docs/adr/0002-timber.md": "# ADR 0002: Timber masts\n\n## Status\n\nAccepted\n",
    "docs/adr/0003-lamps.md": "# ADR 0003\n\n## Status\n\nDeprecated\n",
}


def plan(value: str, status: str = "In Progress", below: str = "") -> str:
    return (
        f"# Implementation Plan: Lights\n\n**Status**: {status}\n**Related ADRs**: {value}\n\n"
        f"- [ ] Order\n{below}"
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("ADR-0001", "4: ADR 0001 is superseded by ADR 0002"),
        ("[steel](../adr/0001-steel.md)", "4: ADR 0001 is superseded by ADR 0002"),
        ("ADR 3", "4: ADR 0003 is deprecated"),
    ],
)
def test_reported(value: str, message: str, make_repository: Make) -> None:
    """By number or link; the successor is named where the decision names it."""
    assert messages(find(make_repository, "TP410", plan(value), files=FILES)) == [message]


def test_a_link_in_the_text(make_repository: Make) -> None:
    """Once for a decision, however often it is linked."""
    text = plan("None", below="\n[a](../adr/0001-steel.md), [b](../adr/0001-steel.md#context)\n")
    (found,) = find(make_repository, "TP410", text, files=FILES)
    assert found.help == "follow docs/adr/0002-timber.md, or say why the old decision still holds"


@pytest.mark.parametrize(
    "text",
    [
        plan("ADR-0001, superseded by ADR-0002"),
        plan("ADR-0001", "Completed"),
        plan("ADR-0001", "Cancelled"),
        plan("ADR-0002"),
    ],
)
def test_quiet(text: str, make_repository: Make) -> None:
    """Plans that know, that are over, or that follow what holds."""
    assert find(make_repository, "TP410", text, files=FILES) == []


def test_a_successor_that_is_not_there(make_repository: Make) -> None:
    """The number is all that is known."""
    files = {"docs/adr/0001-steel.md": OLD}
    found = find(make_repository, "TP410", plan("ADR 1"), files=files)
    assert messages(found) == ["4: ADR 0001 is superseded by ADR 2, which does not exist"]
