"""TP409: what counts as a difference, and how the table would say it."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, fixed, messages

INDEX = "docs/plans/README.md"
HEAD = (
    "# Plans\n\n| Plan | Status | Start Date | Target | Phases | Owner |\n"
    "|------|--------|------------|--------|--------|-------|\n"
)
PLAN = """\
# Implementation Plan: Lights

**Status**: {status}
**Created**: 2026-03-02
**Owner**: {owner}
**Target Completion**: {target}

## Phases

### Phase 1: Masts

- [x] Order

### Phase 2: Lamps

- [ ] Hang
"""
CELLS = ("In Progress", "2026-03-02", "2026-03-20", "2", "CTO")


def row(*cells: str, link: str = "[Lights](lights.md)") -> str:
    return f"| {link} | {' | '.join(cells)} |\n"


def files(
    status: str = "In Progress", owner: str = "CTO", target: str = "2026-03-20"
) -> dict[str, str]:
    return {"docs/plans/lights.md": PLAN.format(status=status, owner=owner, target=target)}


def changed(place: int, cell: str) -> str:
    cells = list(CELLS)
    cells[place] = cell
    return HEAD + row(*cells)


@pytest.mark.parametrize(
    ("place", "cell"),
    [
        (0, "🚧 In Progress"),
        (0, "active"),
        (0, ""),
        (1, "March 2, 2026"),
        (1, "2026-03"),
        (1, "2026-03-XX"),
        (1, "TBD"),
        (2, "Q1 2026"),
        (2, "-"),
        (3, "2 phases"),
        (3, "1/2"),
        (3, "?"),
        (4, "@cto"),
        (4, "CTO (Orla)"),
        (4, "Davy, CTO"),
        (4, "TBD"),
    ],
)
def test_agrees(place: int, cell: str, make_repository: Make) -> None:
    """The same in other words, less exact, or not said at all."""
    text = changed(place, cell)
    assert find(make_repository, "TP409", text, path=INDEX, files=files()) == []


@pytest.mark.parametrize(
    ("place", "cell", "said", "after"),
    [
        (0, "Planned", "status “In Progress”", "In Progress"),
        (0, "✅ Complete", "status “In Progress”", "🚧 In Progress"),
        (0, "completed", "status “In Progress”", "in progress"),
        (0, "**Completed**", "status “In Progress”", "**In Progress**"),
        (1, "2026-03-01", "created 2026-03-02", "2026-03-02"),
        (1, "2025-XX-XX", "created 2026-03-02", "2026-03-02"),
        (1, "2026-02-30", "created 2026-03-02", "2026-03-02"),
        (1, "Feb 27, 2026 (late)", "created 2026-03-02", "Mar 2, 2026 (late)"),
        (2, "2026/04/01", "target 2026-03-20", "2026/03/20"),
        (2, "Q2 2026", "target 2026-03-20", "2026-03-20"),
        (3, "3 phases", "2 phases", "2 phases"),
        (4, "Davy", "owner CTO", "CTO"),
    ],
)
def test_disagrees(place: int, cell: str, said: str, after: str, make_repository: Make) -> None:
    """The cell is marked, and changed in its own voice."""
    text = changed(place, cell)
    (found,) = find(make_repository, "TP409", text, path=INDEX, files=files())
    assert found.message == f"lights.md says otherwise: {said}"
    assert found.span.slice(text.encode()).decode() == cell
    assert found.fix is not None
    assert found.fix.safe == (place != 0)
    result = fixed(text, [found]).decode()
    assert result == changed(place, after)
    assert find(make_repository, "TP409", result, path=INDEX, files=files()) == []


def test_one_finding_names_all(make_repository: Make) -> None:
    """A row is one finding; another row lends its words."""
    text = (
        HEAD
        + row("Planned", "2026-03-02", "2026-02", "3", "Davy")
        + row("🟢 under way", "", "", "", "", link="Cranes")
    )
    found = find(make_repository, "TP409", text, path=INDEX, files=files())
    assert messages(found) == [
        "5: lights.md says otherwise: status “In Progress”, target 2026-03-20, 2 phases, owner CTO"
    ]
    assert fixed(text, found).decode() == (
        HEAD
        + row("🟢 under way", "2026-03-02", "2026-03-20", "2", "CTO")
        + row("🟢 under way", "", "", "", "", link="Cranes")
    )


def test_no_such_file(make_repository: Make) -> None:
    """The row is left to a person."""
    text = HEAD + row(*CELLS, link="[Cranes](2026-01-cranes.md)")
    (found,) = find(make_repository, "TP409", text, path=INDEX, files=files())
    assert found.message == "the row names 2026-01-cranes.md, which does not exist"
    assert found.span.slice(text.encode()) == b"[Cranes](2026-01-cranes.md)"
    assert found.fix is None


@pytest.mark.parametrize(
    "link",
    ["Lights", "[Lights](https://example.org/lights.md)", "[Lights](../../../elsewhere/lights.md)"],
)
def test_rows_that_lead_elsewhere(link: str, make_repository: Make) -> None:
    """Without a link into the repository there is nothing to compare."""
    text = HEAD + row("Completed", "", "", "9", "", link=link)
    assert find(make_repository, "TP409", text, path=INDEX, files=files()) == []


@pytest.mark.parametrize(("target", "after"), [("March 2026", "2026-03"), ("Q1 2026", "Q1 2026")])
def test_a_month_stays_a_month(target: str, after: str, make_repository: Make) -> None:
    """What the plan leaves open is left open in the table."""
    text = changed(2, "2026-05-01")
    found = find(make_repository, "TP409", text, path=INDEX, files=files(target=target))
    assert fixed(text, found).decode() == changed(2, after)
