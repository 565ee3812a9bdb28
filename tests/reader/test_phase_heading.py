"""Headings of phases: keywords, numbers, separators, decoration, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.reader.texts import plan_of, texts
from trueplan.model.phase import Phase
from trueplan.reader.plan import read_plan

_KEYWORDS = (
    "Phase", "Task", "Step", "Week", "Wave", "Sprint", "Issue", "Priority", "Day", "Group", "Epic",
    "Part", "Stage", "Milestone", "Track", "Slice", "Workstream", "PHASE", "phase", "Iteration",
)  # fmt: skip


def _two(first: str, second: str, level: int = 2) -> tuple[Phase, ...]:
    """The phases of a plan with two headings and a box below each."""
    hashes = "#" * level
    return plan_of(f"# P\n\n{hashes} {first}\n- [ ] a\n\n{hashes} {second}\n- [ ] b\n").phases


def _one(heading: str) -> Phase:
    """The phase of a heading, in a series with a second one that has boxes."""
    return _two(heading, "Phase 99: Last")[0]


@pytest.mark.parametrize("keyword", _KEYWORDS)
@pytest.mark.parametrize("level", [2, 3, 4])
def test_keywords_open_phases_at_any_level(keyword: str, level: int) -> None:
    """Whatever people call their phases, number, title and level are read."""
    phases = _two(f"{keyword} 1: Base", f"{keyword} 2: Roof", level)
    assert [(one.number, one.title, one.level, one.word) for one in phases] == [
        ("1", "Base", level, keyword.lower()),
        ("2", "Roof", level, keyword.lower()),
    ]


@pytest.mark.parametrize("letter", ["M", "P", "W", "S", "T"])
def test_single_letters_stand_right_before_their_number(letter: str) -> None:
    """M1 is a milestone; M 1 and M are words like others."""
    phases = _two(f"{letter}1: Base", f"{letter}2: Roof")
    assert [(one.number, one.title) for one in phases] == [("1", "Base"), ("2", "Roof")]


@pytest.mark.parametrize(
    "number", ["1", "0", "2a", "5b", "3.1", "30.1", "-1", "A", "1A", "12", "IV"]
)
def test_numbers_are_kept_as_written(number: str) -> None:
    """A number may have a letter, a point or a minus, or be a letter."""
    assert [one.number for one in _two(f"Phase {number}: Base", "Phase 77: Roof")] == [number, "77"]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Phase 1: Base", "Base"),
        ("Phase 1 - Base", "Base"),
        ("Phase 1 – Base", "Base"),
        ("Phase 1 — Base", "Base"),
        ("Phase 1. Base", "Base"),
        ("Phase 1) Base", "Base"),
        ("Phase 1 | Base", "Base"),
        ("Phase #1: Base", "Base"),
        ("**Phase 1: Base**", "Base"),
        ("**Phase 1**: Base", "Base"),
        ("🚀 Phase 1: Base", "Base"),
        ("✅ Phase 1: Base", "Base"),
        ("[x] Phase 1: Base", "Base"),
        ("3. Phase 1: Base", "Base"),
        ("Phase 1: `base.py` and more", "base.py and more"),
        ("Phase 1: Base (2 hours)", "Base"),
        ("Phase 1 (Week 1-2): Base", "Base"),
        ("Phase 1 [P0]: Base", "Base"),
        ("Phase 1 ✅: Base", "Base"),
        ("Phase 1: ✅ Base", "Base"),
        ("1️⃣ Phase 1: Base", "Base"),
        ("Phase 1 · Base", "Base"),
        ("Phase 1: Base ✅", "Base"),
        ("Phase 1: Base ✅ COMPLETE", "Base"),
        ("Phase 1: Base - COMPLETE", "Base"),
        ("Phase 1: Base [HIGH]", "Base"),
        ("Phase 1: Base ← 4 hours", "Base"),
        ("Phase 1: Base [checkpoint: 16e6004]", "Base"),
        ("Phase 1: Base (Priority: P1) 🎯", "Base"),
        ("Phase 1", ""),
        ("Phase 1: Base: walls", "Base: walls"),
    ],
)
def test_titles_come_without_decoration(heading: str, title: str) -> None:
    """Separators, signs, durations, checkpoints and words of state are not the title."""
    phase = _one(heading)
    assert (phase.number, phase.title) == ("1", title)


@pytest.mark.parametrize(
    "heading",
    [
        "Phase 1: Base ✅", "✅ Phase 1: Base", "Phase 1: Base ✅ COMPLETED (2026-01-06)",
        "Phase 1: Base - COMPLETE", "Phase 1: Base — DONE", "Phase 1: Base (Completed 2026-04-09)",
        "Phase 1: Base [DONE]", "Phase 1: Base (done)", "[x] Phase 1: Base", "Phase 1: Base ✓",
        "Phase 1: Base — **COMPLETE**", "~~Phase 1: Base~~ — **COMPLETE**", "Phase 1: Base ☑",
        "Phase 1 (Completed): Base", "✅ Phase 1: Base (in 2 hours)",
    ],
)  # fmt: skip
def test_headings_that_say_done(heading: str) -> None:
    """A sign, a ticked box or a word of being done marks the phase as done."""
    phase = _one(heading)
    assert (phase.marked_done, phase.marked_cancelled) == (True, False)
    assert phase.done_mark is not None


@pytest.mark.parametrize(
    "heading",
    [
        "Phase 1: Base",
        "Phase 1: Base (2 hours)",
        "Phase 1: Base [checkpoint: 16e6004]",
        "Phase 1: Base ✅ (In Progress)",
        "Phase 1: Base 🚧",
        "Phase 1: Base ⏳",
        "[ ] Phase 1: Base",
        "Phase 1: Base — COMPLETE (implementation), runtime execution pending",
        "Phase 1: Complete the base",
        "Phase 1: Base (partially complete)",
        "Phase 1: Base - NOT DONE",
        "Phase 1: Base (80% done)",
        "Phase 1: Base — incomplete",
        "Phase 1: Finished goods store",
        "Phase 1: Definition of Done",
        "Phase 1: Base (TODO)",
        "Phase 1: Base - Not Started",
    ],
)
def test_headings_that_do_not_say_done(heading: str) -> None:
    """Words of progress beside a sign, or a word of being done within the title, mark nothing."""
    phase = _one(heading)
    assert (phase.marked_done, phase.marked_cancelled) == (False, False)


@pytest.mark.parametrize(
    "heading",
    [
        "Phase 1: Base ❌",
        "Phase 1: Base - CANCELLED",
        "Phase 1: Base (cancelled)",
        "~~Phase 1: Base~~",
        "Phase 1: Base — SKIPPED",
        "~~Phase 1: Base~~ (no longer needed)",
    ],
)
def test_headings_that_call_a_phase_off(heading: str) -> None:
    """A word, a sign or strike-through calls the phase off."""
    phase = _one(heading)
    assert (phase.marked_done, phase.marked_cancelled) == (False, True)


@pytest.mark.parametrize(
    ("heading", "sessions"),
    [
        ("Phase 1: Base (3 hours)", 1),
        ("Phase 1: Base (~3-9 hours)", 2),
        ("Phase 1: Base ← 3 hours", 1),
        ("Phase 1: Base (Week 1-2)", None),
        ("Phase 1: Base (11 files)", None),
        ("Phase 1: Base [2 sessions]", 2),
        ("Phase 1: Three days in May", None),
    ],
)
def test_an_estimate_on_the_heading(heading: str, sessions: float | None) -> None:
    """A duration in the remark counts; weeks of a calendar and counts of files do not."""
    estimate = _one(heading).estimate
    assert (estimate.sessions if estimate else None) == sessions


def test_a_date_on_the_heading() -> None:
    """The day of a remark is a date of the phase."""
    (date,) = _one("Phase 1: Base ✅ COMPLETED (2026-01-06)").dates
    assert date.first == "2026-01-06"


@pytest.mark.parametrize(
    "decoy",
    [
        "Phase 5 Architecture",
        "Phase 1 Success Criteria",
        "Phase 2 Overview",
        "Phase 1's results",
        "Phases",
        "Phase Dependencies",
        "Phased rollout",
        "Week-end work",
        "Task list",
        "Step by step",
        "After Phase 1",
        "Before Phase 2: checks",
        "Parts 1",
        "Stage fright",
        "Partition 1",
        "M",
        "Migration 2",
        "P50 latency",
        "Phase 50% done",
        "S3: buckets and Steps",
    ],
)
def test_decoys_open_no_phase(decoy: str) -> None:
    """Headings that speak of a phase, or begin like its keyword, are sections like others."""
    plan = plan_of(
        f"# P\n\n## Phase 1: Base\n- [ ] a\n\n## Phase 2: Roof\n- [ ] b\n\n## {decoy}\n- [ ] c\n"
    )
    assert [one.title for one in plan.phases] == ["Base", "Roof"]


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("阶段 1：准备", "阶段 2：实施", ["1", "2"]),
        ("第一阶段：准备", "第二阶段：实施", ["1", "2"]),
        ("第1阶段 - 准备", "第2阶段 - 实施", ["1", "2"]),
        ("任务 1：准备", "任务 2：实施", ["1", "2"]),
        ("步骤1：准备", "步骤2：实施", ["1", "2"]),
        ("フェーズ1：準備", "フェーズ2：実装", ["1", "2"]),
        ("フェーズ 1: 準備", "フェーズ 2: 実装", ["1", "2"]),
        ("第1フェーズ：準備", "第2フェーズ：実装", ["1", "2"]),
        ("タスク1：準備", "タスク2：実装", ["1", "2"]),
        ("ステップ 1. 準備", "ステップ 2. 実装", ["1", "2"]),
        ("1단계: 준비", "2단계: 구현", ["1", "2"]),
        ("단계 1: 준비", "단계 2: 구현", ["1", "2"]),
        ("작업 1: 준비", "작업 2: 구현", ["1", "2"]),
        ("Фаза 1: Основа", "Фаза 2: Крыша", []),
    ],
)
def test_phases_in_chinese_japanese_or_korean(first: str, second: str, numbers: list[str]) -> None:
    """Keywords before the number, behind it or around it; other scripts have none yet."""
    assert [one.number for one in _two(first, second)] == numbers


@pytest.mark.parametrize("mark", ["（完了）", "：完了", " 已完成", " 완료", " ✅"])
def test_done_in_other_scripts(mark: str) -> None:
    """The words for done mark a heading there too."""
    assert _two(f"フェーズ1：準備{mark}", "フェーズ2：実装")[0].marked_done


def test_a_cyrillic_keyword_is_no_phase_but_its_boxes_are_read() -> None:
    """Where no phase is understood, the boxes still are."""
    assert plan_of("# P\n\n## Фаза 1: Основа\n- [ ] a\n- [x] b\n").boxes == (1, 2)


def test_a_heading_in_two_lines() -> None:
    """An underlined heading may open a phase."""
    plan = plan_of("# P\n\nPhase 1: Base\n---\n\n- [ ] a\n\nPhase 2: Roof\n---\n\n- [ ] b\n")
    assert [(one.number, one.title, one.level) for one in plan.phases] == [
        ("1", "Base", 2),
        ("2", "Roof", 2),
    ]


def test_the_span_of_the_heading_is_its_line() -> None:
    """Hash signs belong to it, the line end does not."""
    source = b"# P\r\n\r\n## Phase 1: Base\r\n- [ ] a\r\n"
    (phase,) = read_plan(source).phases
    assert phase.heading.slice(source) == b"## Phase 1: Base"


@pytest.mark.parametrize("form", ["## Phase {}: a", "## Phase {} - a", "## {}. a", "## 第{}阶段"])
def test_a_number_of_five_thousand_digits_is_none(form: str) -> None:
    """Such a line is words; reading goes on behind it."""
    plan = plan_of(f"# P\n\n{form.format('1' * 5000)}\n\n- [ ] a\n")
    assert (plan.phases, texts(plan.tasks)) == ((), ["a"])
