"""The work of plans as activities."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.scheduled import BOAT, FILES, PIER
from tests.conftest import Make
from trueplan.app.work import collect_work
from trueplan.errors import UsageError
from trueplan.model.actual import Actual
from trueplan.schedule.activity import Activity


@pytest.fixture
def root(make_repository: Make) -> Path:
    return make_repository(FILES)


def by_ref(root: Path, actuals: dict[str, Actual] | None = None) -> dict[str, Activity]:
    return {one.ref: one for one in collect_work(root, (), lambda *_: actuals or {}).activities}


def test_a_phase_as_an_activity(root: Path) -> None:
    found = by_ref(root)
    assert found["pier#2"] == Activity(
        "pier#2",
        "pier",
        "docs/plans/2026-02-01-pier.md",
        "Planks",
        "Orla",
        2.0,
        2.0,
        2.0,
        0.5,
        None,
        "in_progress",
        after=("pier#1",),
    )
    assert found["pier#1"].finished == "2026-03-05"
    assert (found["pier#4"].low, found["pier#4"].high) == (8 / 3, 16 / 3)


def test_a_phase_may_name_an_owner_of_its_own(root: Path) -> None:
    assert by_ref(root)["pier#3"].owner == "Davy"


def test_a_phase_of_another_plan_is_waited_for(root: Path) -> None:
    assert by_ref(root)["boat#2"].after == ("boat#1", "pier#3")


def test_named_plans_bring_those_that_they_wait_for(root: Path) -> None:
    work = collect_work(root, ("boat",))
    assert [(one.ref, one.named, one.after) for one in work.plans] == [
        ("boat", True, ("pier",)),
        ("pier", False, ()),
    ]
    assert [one.plan for one in work.activities] == ["boat"] * 2 + ["pier"] * 4


@pytest.mark.parametrize(
    "words", ["[Pier](2026-02-01-pier.md#phase-3-rails)", "[Pier](2026-02-01-pier.md#3)"]
)
def test_a_link_to_a_phase(make_repository: Make, words: str) -> None:
    text = BOAT.replace("pier#3", words)
    root = make_repository(FILES | {"docs/plans/2026-02-10-boat.md": text})
    assert by_ref(root)["boat#2"].after == ("boat#1", "pier#3")


def test_a_link_to_a_plan_waits_for_its_ends(make_repository: Make) -> None:
    text = BOAT.replace("pier#3", "the plan [Pier](2026-02-01-pier.md)")
    root = make_repository(FILES | {"docs/plans/2026-02-10-boat.md": text})
    assert by_ref(root)["boat#2"].after == ("boat#1", "pier#3", "pier#4")


def test_a_plan_that_the_header_waits_for_holds_up_its_first_phases(make_repository: Make) -> None:
    text = BOAT.replace("**Owner**", "**Depends on**: [Pier](2026-02-01-pier.md)\n**Owner**")
    root = make_repository(FILES | {"docs/plans/2026-02-10-boat.md": text})
    found = by_ref(root)
    assert found["boat#1"].after == ("pier#3", "pier#4")
    assert found["boat#2"].after == ("boat#1", "pier#3")


def test_a_plan_without_phases_is_one_activity(make_repository: Make) -> None:
    text = "# Plan: A\n\n**Status**: In Progress\n**Estimate**: 2 days\n\n- [x] a\n- [ ] b\n"
    found = by_ref(make_repository({"plans/a.md": text}))
    assert found["a"] == Activity(
        "a", "a", "plans/a.md", "A", "", 16 / 3, 16 / 3, 16 / 3, 0.5, None, "in_progress"
    )


def test_all_phases_of_a_completed_plan_are_done(make_repository: Make) -> None:
    text = PIER.replace("In Progress", "Completed")
    found = by_ref(make_repository({"plans/pier.md": text}))
    assert {one.state for one in found.values()} == {"done"}


def test_what_the_past_tells(root: Path) -> None:
    found = by_ref(
        root,
        actuals={
            "pier#1": Actual("2026-03-02", "2026-03-04", 3.0, "from 2 journals"),
            "pier#2": Actual("2026-03-05", None, 1.5, "from 1 journal"),
        },
    )
    first, second = found["pier#1"], found["pier#2"]
    assert (first.started, first.finished, first.spent) == ("2026-03-02", "2026-03-04", 3.0)
    assert (second.started, second.finished, second.spent) == ("2026-03-05", None, 1.5)


def test_a_decision_that_is_only_proposed_is_said(make_repository: Make) -> None:
    text = PIER.replace("**Owner**: Orla", "**Owner**: Orla\n**Related ADRs**: ADR 7")
    adr = "# ADR 7: Steel\n\n**Status**: Proposed\n"
    root = make_repository({"docs/plans/pier.md": text, "docs/adr/0007-steel.md": adr})
    assert collect_work(root).assumptions == (
        ("pier", "pier waits for adr:7 (Proposed); it is scheduled as if it did not"),
    )


def test_plans_of_two_repositories(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / ".git").mkdir(parents=True)
        (tmp_path / name / "plan.md").write_text(PIER)
    with pytest.raises(UsageError) as caught:
        collect_work(tmp_path / "one", ("plan.md", "../two/plan.md"))
    assert caught.value.message == "../two/plan.md stands in another repository than plan.md"
