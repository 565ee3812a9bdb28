"""Dependencies as people put them into words."""

from __future__ import annotations

import pytest

from tests.reader.texts import phase_of, plan_of


def _numbers(text: str) -> list[str]:
    return [
        number
        for one in phase_of(f"**Dependencies**: {text}").dependencies
        for number in one.numbers
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Phase 1", ["1"]),
        ("Phase 1 completion", ["1"]),
        ("Phase 1 completion (to ensure the base is there)", ["1"]),
        ("Phase 2a must be complete", ["2a"]),
        ("Phase 0", ["0"]),
        ("Phase A", ["A"]),
        ("Phase 3.1 and Phase 3.2", ["3.1", "3.2"]),
        ("Phases 1-3", ["1", "2", "3"]),
        ("Phases 1–3", ["1", "2", "3"]),
        ("Phases 1 to 3", ["1", "2", "3"]),
        ("Phases 1 through 3", ["1", "2", "3"]),
        ("Phases 1, 2 and 4", ["1", "2", "4"]),
        ("Phases 1 & 2", ["1", "2"]),
        ("Phase 1, Phase 2", ["1", "2"]),
        ("Phase 2 + Phase 6", ["2", "6"]),
        ("after Phase 2", ["2"]),
        ("Depends on Phases 3–7", ["3", "4", "5", "6", "7"]),
        ("phase 1 is done", ["1"]),
        ("Requires Phase #2", ["2"]),
        ("Complete Phase 1 (2 hours) first", ["1"]),
        ("**Phase 1** complete", ["1"]),
        ("`Phase 1`", ["1"]),
    ],
)
def test_phases_are_found_in_prose(text: str, numbers: list[str]) -> None:
    """Numbers as written, ranges opened, each once."""
    assert _numbers(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "None",
        "none",
        "-",
        "—",
        "N/A",
        "Nothing (first phase)",
        "None (first phase)",
        "No dependencies",
        "None / can start now",
        "No dependency on Phase 1",
        "なし",
        "无",
        "없음",
        "",
    ],
)
def test_nothing_is_waited_for(text: str) -> None:
    """Words for nothing name nothing."""
    assert phase_of(f"**Dependencies**: {text}").dependencies == ()


@pytest.mark.parametrize(
    "text", ["Design approval", "An account at the hoster", "GEO-001", "Node 20"]
)
def test_free_words_are_kept_without_numbers(text: str) -> None:
    """What is waited for is no phase, and is told all the same."""
    (dependency,) = phase_of(f"**Dependencies**: {text}").dependencies
    assert (dependency.raw, dependency.numbers) == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        "Phase 2 of the [search plan](2026-01-01-search.md)",
        "Phase 3 of the search plan",
        "spec 004, Phase 1",
    ],
)
def test_a_phase_of_another_plan_is_elsewhere(text: str) -> None:
    """Words that speak of another plan do not mean a phase of this one."""
    (dependency,) = phase_of(f"**Dependencies**: {text}").dependencies
    assert dependency.elsewhere
    assert not dependency.certain


def test_a_link_names_the_other_plan() -> None:
    """The target of the link is kept."""
    (dependency,) = phase_of("**Depends on**: [search](./search.md) Phase 2").dependencies
    assert dependency.plan == "./search.md"


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Phase 1", True),
        ("Phases 1-3", True),
        ("Phase 1 must be complete", True),
        ("Phase 1 completion (to ensure the base is there)", True),
        ("Phase 1 or a decision of the board", False),
        ("Access to staging, ideally after Phase 1", False),
    ],
)
def test_a_reference_is_certain_where_it_says_nothing_else(text: str, certain: bool) -> None:
    """Only words that must mean a phase of this plan are judged."""
    (dependency,) = phase_of(f"**Dependencies**: {text}").dependencies
    assert dependency.certain == certain


@pytest.mark.parametrize(
    "label", ["Dependencies", "Depends on", "Prerequisites", "Blocked by", "Requires", "After"]
)
def test_labels_of_dependencies(label: str) -> None:
    """Every usual label opens a dependency, with the colon inside the bold or behind it."""
    for line in (f"**{label}**: Phase 2", f"**{label}:** Phase 2", f"- **{label}**: Phase 2"):
        assert [one.numbers for one in phase_of(line).dependencies] == [("2",)]


def test_dependencies_as_a_list() -> None:
    """A list below the label names one after the other."""
    phase = phase_of("""
        **Dependencies**:
        - Phase 1 completion
        - Design approval

        **Tasks**:
        - [ ] go
    """)
    assert [(one.raw, one.numbers) for one in phase.dependencies] == [
        ("Phase 1 completion", ("1",)),
        ("Design approval", ()),
    ]
    assert [item.text for item in phase.tasks] == ["go"]


def test_a_dependency_below_a_heading_of_its_own() -> None:
    """The label may be a sub-heading."""
    phase = phase_of("""
        #### Dependencies

        Phases 2 and 3 must be complete.
    """)
    assert [one.numbers for one in phase.dependencies] == [("2", "3")]


def test_groups_depend_on_groups() -> None:
    """A plan whose units have another name speaks of them by that name."""
    plan = plan_of("""
        ## Group 1: Base
        - [ ] a
        ## Group 2: Roof
        **Depends on**: Group 1 must be complete
        - [ ] b
    """)
    assert [[one.numbers for one in phase.dependencies] for phase in plan.phases] == [[], [("1",)]]


def test_a_task_is_not_a_phase_of_the_same_number() -> None:
    """Task 2 is none of the phases, however many there are."""
    plan = plan_of("""
        ## Phase 1: Base
        - [ ] a
        ## Phase 2: Roof
        **Dependencies**: Task 1 of the other team
        - [ ] b
    """)
    assert [one.numbers for one in plan.phases[1].dependencies] == [()]


@pytest.mark.parametrize(
    ("first", "second", "label", "text"),
    [
        ("阶段 1：准备", "阶段 2：实施", "依赖", "阶段 1 完成"),
        ("フェーズ1：準備", "フェーズ2：実装", "依存関係", "フェーズ1の完了"),
        ("1단계: 준비", "2단계: 구현", "의존성", "1단계 완료"),
    ],
)
def test_dependencies_in_chinese_japanese_or_korean(
    first: str, second: str, label: str, text: str
) -> None:
    """A plan in another script speaks of its phases in that script."""
    plan = plan_of(f"# 1\n\n## {first}\n- [ ] a\n\n## {second}\n**{label}**：{text}\n- [ ] b\n")
    assert [one.numbers for one in plan.phases[1].dependencies] == [("1",)]
