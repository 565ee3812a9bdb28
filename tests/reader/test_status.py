"""What the words of a status mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from trueplan.reader.status import read_state

_MEANINGS: dict[str | None, tuple[str, ...]] = {
    "planned": (
        "Planned", "planned", "draft", "DRAFT - Pending Review", "planning", "Proposed", "Approved",
        "Approved by CEO", "Accepted", "Ready", "Not started", "To Do", "Backlog", "Pending",
        "Ready for Implementation", "READY FOR IMPLEMENTATION", "Ready to Execute", "Under review",
        "📋 Planned", "Not yet implemented", "Awaiting approval", "Draft (v2)", "Not Started ⏳",
    ),
    "in_progress": (
        "In Progress", "in-progress", "in_progress", "IN PROGRESS", "🚧 In Progress", "active",
        "WIP", "Active Development", "🔄 Ongoing", "🚧", "Implementing", "started",
        "Reopened", "Partially complete", "Mostly done",
        "Nearly complete", "50% complete", "In progress (60%)", "Incomplete",
        "Not done", "Not complete", "Under development",
        "Implementation complete, testing in progress", "Phases 1-3 complete, phase 4 in progress",
        "**In Progress** since 2026-01-02",
    ),
    "paused": (
        "Paused", "⏸ On hold", "⏸", "On Hold (budget)", "Deferred", "Blocked", "Blocked by GEO-003",
        "Postponed to Q3 2026", "paused: waiting for design",
    ),
    "completed": (
        "Completed", "Complete", "complete", "✅ Complete", "Done", "DONE", "Finished",
        "Implemented", "Shipped", "Completed 2026-01-02", "✅", "100%",
        "✅ ALL TASKS COMPLETE (verified 2026-04-03)",
        "approved (implemented in 6634854)", "All phases complete", "**Completed**", "`done`",
        "Completed (all 4 phases)", "Merged", "Complete - all tests passing", "Live in production",
    ),
    "cancelled": (
        "Cancelled", "canceled", "❌ Cancelled", "superseded", "Superseded by 2026-02-01-search.md",
        "historical", "Abandoned", "Rejected", "Withdrawn", "❌", "Cancelled - not worth it",
    ),
    None: ("", "TBD", "?", "Medium", "see below", "v1.2"),
}  # fmt: skip

_TRAPS: tuple[tuple[str, str, str], ...] = (
    ("✅ Ready to execute", "planned", "the sign says ready, not done"),
    ("Planning Complete - Ready for Implementation", "planned", "the planning is complete"),
    ("Design complete", "planned", "the design is complete"),
    ("✅ Approved", "planned", "approved is not done"),
    ("Phase 4 Complete", "in_progress", "it is about one phase"),
    ("Complete (Phase 1)", "in_progress", "it is about one phase"),
    ("✅ Phase 1 Complete | 🚧 Phase 2", "in_progress", "it is about one phase"),
    ("Phase 2 of 4", "in_progress", "a phase is at work"),
    ("90% complete", "in_progress", "ten hundredths are missing"),
    ("Implementation complete, deployment pending", "in_progress", "something is pending"),
    ("Complete except for documentation (remaining)", "in_progress", "something remains"),
    ("3 of 7 tasks done", "in_progress", "four are missing"),
    ("Not started (blocked by search)", "planned", "what is said first wins"),
    ("Cancelled (was 80% complete)", "cancelled", "what is said first wins"),
    ("To be completed by March", "planned", "it lies ahead"),
    ("Will be completed in Q2", "planned", "it lies ahead"),
    ("Not yet complete", "in_progress", "it says not"),
    ("Nothing done yet", "planned", "it says nothing"),
    ("Never started", "planned", "it says never"),
    ("Half done", "in_progress", "the other half is missing"),
    ("Closed as duplicate", "cancelled", "nobody did the work"),
    ("Complete, pending deployment", "in_progress", "something is pending"),
    ("Completed ✅ (was: In Progress)", "completed", "what it was is over"),
)

_SCRIPTS: dict[str, tuple[str, ...]] = {
    "planned": ("未开始", "计划中", "草稿", "未着手", "計画", "下書き", "예정", "계획", "시작 전"),
    "in_progress": (
        "进行中", "🚧 进行中", "進行中", "作業中", "진행 중", "진행중",
        "未完成", "部分完成", "미완료",
    ),
    "paused": ("暂停", "搁置", "一時停止", "保留", "보류", "일시 중지"),
    "completed": ("已完成", "✅ 已完成", "完成", "完了", "完了済み", "완료", "완료됨"),
    "cancelled": ("已取消", "已废弃", "中止", "廃止", "취소", "폐기"),
}  # fmt: skip


def _pairs(table: Mapping[Any, tuple[str, ...]]) -> list[tuple[str, str | None]]:
    return [(words, meaning) for meaning, phrases in table.items() for words in phrases]


@pytest.mark.parametrize(("words", "meaning"), _pairs(_MEANINGS))
def test_a_status_means_one_state(words: str, meaning: str | None) -> None:
    """However it is written, a status is one of five states, or none that can be told."""
    assert read_state(words) == meaning


@pytest.mark.parametrize(("words", "meaning", "because"), _TRAPS, ids=[one[0] for one in _TRAPS])
def test_a_status_that_only_looks_done_is_not(words: str, meaning: str, because: str) -> None:
    """A word or sign of being done may be said of a part, or of the planning."""
    assert read_state(words) == meaning, because


@pytest.mark.parametrize(("words", "meaning"), _pairs(_SCRIPTS))
def test_a_status_in_chinese_japanese_or_korean(words: str, meaning: str) -> None:
    """The same five states in other scripts; "not done" holds "done" there too."""
    assert read_state(words) == meaning


def test_a_finished_document_is_not_finished_work() -> None:
    """A document status speaks of the document."""
    assert read_state("COMPLETE — Ready for Execution", "document status") == "planned"
    assert read_state("Complete", "document status") == "planned"
