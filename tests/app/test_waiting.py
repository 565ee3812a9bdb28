"""What plans wait for outside of themselves."""

from __future__ import annotations

from tests.conftest import Make
from trueplan.app.repository import open_repository
from trueplan.app.waiting import Neighbours
from trueplan.model.standing import Blocker
from trueplan.reader.plan import read_plan

PROPOSED = "# ADR 7: Steel\n\n**Status**: Proposed\n"
ACCEPTED = "# ADR 8: Wood\n\n**Status**: Accepted\n"
OTHER = "# Plan: Harbour\n\n**Status**: {}\n\n## Phase 1: A\n- [ ] a\n\n## Phase 2: B\n- [ ] b\n"


def waits_of(make_repository: Make, header: str, path: str = "docs/plans/lights.md", **more: str):  # type: ignore[no-untyped-def]
    """What a plan with this header waits for, beside two decisions and another plan."""
    text = f"# Plan: Lights\n\n{header}\n\n## Phase 1: Masts\n\n- [ ] Order\n"
    root = make_repository(
        {
            path: text,
            "docs/adr/0007-steel.md": PROPOSED,
            "docs/adr/0008-wood.md": ACCEPTED,
            "docs/plans/2026-01-01-harbour.md": OTHER.format(more.get("status", "In Progress")),
        }
    )
    return Neighbours(open_repository(root)).waits(path, read_plan(text.encode()))


def test_a_proposed_decision_that_is_linked(make_repository: Make) -> None:
    waits = waits_of(make_repository, "**Related ADRs**: [Steel](../adr/0007-steel.md)")
    assert waits.plan == (Blocker("adr:7", "adr:7", "Proposed"),)


def test_a_proposed_decision_that_is_named(make_repository: Make) -> None:
    waits = waits_of(make_repository, "**Related ADRs**: ADR-0008, ADR-007")
    assert waits.plan == (Blocker("adr:7", "adr:7", "Proposed"),)


def test_a_decision_beside_another_folder_is_found(make_repository: Make) -> None:
    waits = waits_of(make_repository, "**Related ADRs**: ADR 7", path="plans/lights.md")
    assert waits.plan == (Blocker("adr:7", "adr:7", "Proposed"),)


def test_an_accepted_decision_holds_nothing_up(make_repository: Make) -> None:
    assert waits_of(make_repository, "**Related ADRs**: ADR 0008, ADR 0099").plan == ()


def test_an_open_plan_in_the_header(make_repository: Make) -> None:
    header = "**Depends on**: [Harbour](2026-01-01-harbour.md)"
    assert waits_of(make_repository, header).plan == (Blocker("harbour", "harbour", "In Progress"),)
    assert waits_of(make_repository, header, status="Completed").plan == ()


def test_an_open_plan_that_a_phase_names(make_repository: Make) -> None:
    header = "**Status**: Planned"
    root = make_repository({"docs/plans/harbour.md": OTHER.format("Planned")})
    text = (
        f"# Plan: Lights\n\n{header}\n\n## Phase 1: Masts\n\n"
        "**Dependencies**: the plan [Harbour](harbour.md)\n\n- [ ] Order\n"
    )
    waits = Neighbours(open_repository(root)).waits("docs/plans/a.md", read_plan(text.encode()))
    assert waits.phases == ((0, Blocker("harbour", "harbour", "Planned")),)


def test_an_open_phase_of_another_plan_is_waited_for(make_repository: Make) -> None:
    """Not the rest of its plan: once the phase is done, nothing is waited for."""
    for box, expected in (
        (" ", ((0, Blocker("harbour#1", "harbour#1", "ready")),)),
        ("x", ()),
    ):
        other = OTHER.format("In Progress").replace("- [ ] a", f"- [{box}] a")
        root = make_repository({"docs/plans/harbour.md": other})
        text = "# Plan: L\n\n## Phase 1: M\n\n**Dependencies**: harbour#1\n\n- [ ] Order\n"
        plan = read_plan(text.encode())
        assert Neighbours(open_repository(root)).waits("docs/plans/l.md", plan).phases == expected
