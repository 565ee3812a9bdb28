"""The header of a plan in every form that people write."""

from __future__ import annotations

import pytest

from tests.reader.texts import plan_of
from trueplan.reader.plan import read_plan

_FORMS = {
    "bold, colon behind": "**Status**: In Progress\n**Owner**: CTO\n**Created**: 2026-01-31\n",
    "bold, colon inside": "**Status:** In Progress\n**Owner:** CTO\n**Created:** 2026-01-31\n",
    "quoted": "> **Status**: In Progress\n> **Owner**: CTO\n> **Created**: 2026-01-31\n",
    "quoted and plain": "> Status: In Progress\n> Owner: CTO\n> Created: 2026-01-31\n",
    "plain": "Status: In Progress\nOwner: CTO\nCreated: 2026-01-31\n",
    "bullets, bold": "- **Status:** In Progress\n- **Owner:** CTO\n- **Created:** 2026-01-31\n",
    "bullets, plain": "- Status: In Progress\n- Owner: CTO\n- Created: 2026-01-31\n",
    "two-space line breaks": "**Status:** In Progress  \n**Owner:** CTO  \nCreated: 2026-01-31\n",
    "paragraphs": "**Status**: In Progress\n\n**Owner**: CTO\n\n**Created**: 2026-01-31\n",
    "a table": "| Field | Value |\n|---|---|\n"
    "| Status | In Progress |\n| Owner | CTO |\n| Created | 2026-01-31 |\n",
    "a table with bold labels": "| | |\n|---|---|\n"
    "| **Status** | In Progress |\n| **Owner** | CTO |\n| **Created** | 2026-01-31 |\n",
    "a rule right below": "**Status**: In Progress\n**Owner**: CTO\n**Created**: 2026-01-31\n---\n",
    "signs before the labels": "📌 **Status**: In Progress\n👤 **Owner**: CTO\n"
    "📅 **Created**: 2026-01-31\n",
    "one line": "**Status**: In Progress | **Owner**: CTO | **Created**: 2026-01-31\n",
    "one line with dots": "**Status:** In Progress · **Owner:** CTO · **Created:** 2026-01-31\n",
    "lower case": "status: in progress\nowner: CTO\ncreated: 2026-01-31\n",
}


@pytest.mark.parametrize("form", _FORMS.values(), ids=_FORMS.keys())
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_header_forms(form: str, newline: str) -> None:
    """Status, owner and date are read from every form, with either line end."""
    text = f"# Plan: Search\n\n{form}\n## Overview\n\nWords.\n"
    header = read_plan(text.replace("\n", newline).encode()).header
    assert header.status is not None
    assert header.owner is not None
    assert header.created is not None
    assert (header.status.value, header.owner.value, header.created.first) == (
        "in_progress",
        "CTO",
        "2026-01-31",
    )


def test_spans_slice_the_values() -> None:
    """The span of a value covers the value alone, behind a BOM too."""
    source = "\ufeff# 計画\n\n**Status**: 🚧 In Progress  \n**Owner**: `CTO`\n".encode()
    header = read_plan(source).header
    assert header.status is not None
    assert header.owner is not None
    assert header.status.span.slice(source) == "🚧 In Progress".encode()
    assert header.owner.span.slice(source) == b"`CTO`"


def test_front_matter() -> None:
    """YAML keys are fields; quotes, comments and lists are understood."""
    plan = plan_of("""
        ---
        title: Search
        status: "in-progress"   # since March
        created_at: 2026-01-31
        due: '2026-03-01'
        owner: CTO
        depends_on:
          - one
          - two
        tags: [a, b]
        ---

        # Search
    """)
    fields = {field.key: field.value.value for field in plan.header.fields}
    assert plan.header.status is not None
    assert plan.header.created is not None
    assert plan.header.target is not None
    assert plan.header.status.value == "in_progress"
    assert (plan.header.created.first, plan.header.target.first) == ("2026-01-31", "2026-03-01")
    assert fields["owner"] == "CTO"
    assert fields["depends"] == "one, two"


def test_front_matter_that_is_broken_leaves_the_rest() -> None:
    """A bracket left open in one key does not hide the others."""
    plan = plan_of("---\nstatus: done\ntags: [a,\n  : x\n---\n# P\n\n- [ ] a\n")
    assert plan.header.status is not None
    assert plan.header.status.value == "completed"
    assert plan.boxes == (0, 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "# P\n\n## Status\n\nCompleted on 2026-04-17\n\n## Work\n\n- [x] a\n", id="a section"
        ),
        pytest.param("# P\n\n## ✅ Status: COMPLETED (2026-04-17)\n\n- [x] a\n", id="a heading"),
        pytest.param(
            "# P\n\n## Implementation Status: ✅ COMPLETED\n\n- [x] a\n", id="a longer heading"
        ),
        pytest.param("# P\n\n## Work\n\n- [x] a\n\n---\n\n**Status**: Completed\n", id="a footer"),
        pytest.param(
            "# P\n\n## Work\n\n- [x] a\n\n---\n\n*Status: COMPLETED*\n", id="a slanted footer"
        ),
        pytest.param(
            "# P\n\n## Overview\n\n**Status**: ✅ Complete\n\nWords.\n", id="early in the text"
        ),
        pytest.param("# P\n\n## Metadata\n\n- **Status**: Done\n- **Owner**: X\n", id="metadata"),
        pytest.param(
            "# P\n\n## Plan Status\n\n**Current status:** Completed\n", id="a plan status"
        ),
        pytest.param("**Status**: Completed\n\n# P\n\nWords.\n", id="above the title"),
        pytest.param(
            "## P\n\n**Status**: Completed\n\n### A\n\nWords.\n", id="a title of level two"
        ),
    ],
)
def test_a_status_stands_in_many_places(text: str) -> None:
    """Wherever it stands, it is the document's."""
    status = plan_of(text).header.status
    assert status is not None
    assert status.value == "completed"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "# P\n\n## Phase 1: A\n**Status**: Completed\n\n- [x] a\n\n## Phase 2: B\n\n- [ ] b\n",
            id="of a phase",
        ),
        pytest.param("# P\n\n## A\n\nWords.\n\n```\nStatus: Completed\n```\n", id="in a fence"),
        pytest.param("# P\n\n<!-- **Status**: Completed -->\n\nWords.\n", id="in a comment"),
        pytest.param("# P\n\nThe status: completed rows are shown in green.\n", id="in prose"),
        pytest.param(
            "# P\n\n**Status**: [Planned | In Progress | Paused | Completed | Cancelled]\n",
            id="of the template",
        ),
        pytest.param("# P\n\n**Status**: TBD\n", id="yet to be said"),
        pytest.param("# P\n\n**Status**:\n\nWords.\n", id="left empty"),
    ],
)
def test_what_is_not_the_status_of_the_document(text: str) -> None:
    """A status of a part, of an example, or none yet."""
    assert plan_of(text).header.status is None


def test_a_status_that_means_nothing_is_a_problem() -> None:
    """It is named with its words and its place, and the rest is read."""
    plan = plan_of("# P\n\n**Status**: Purple\n**Owner**: CTO\n")
    (problem,) = plan.problems
    assert (problem.kind, problem.message) == ("status", "no state can be read in “Purple”")
    assert problem.span == (17, 23)
    assert plan.header.owner is not None


def test_dates_that_cannot_be_are_problems() -> None:
    """An impossible day and an unreadable one are told apart; a placeholder is neither."""
    plan = plan_of("# P\n\n**Created**: 2026-02-30\n**Target Completion**: 2026-01-XX\n")
    assert [problem.kind for problem in plan.problems] == ["impossible-date", "date"]
    assert plan_of("# P\n\n**Created**: YYYY-MM-DD\n**Target**: TBD\n").problems == ()


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Created", "created"),
        ("Date", "created"),
        ("Start Date", "created"),
        ("Target Completion", "target"),
        ("Due", "target"),
        ("Deadline", "target"),
        ("Last Updated", "updated"),
        ("Updated", "updated"),
        ("Owner", "owner"),
        ("Author", "owner"),
        ("Assignee", "owner"),
        ("Related ADRs", "adrs"),
        ("Related Backlog Items", "backlog"),
        ("Estimated Effort", "estimate"),
        ("Timeline", "estimate"),
        ("Depends on", "depends"),
        ("depends_on", "depends"),
        ("Blocked by", "depends"),
        ("Prerequisites", "depends"),
        ("Goal", "goal"),
        ("Status", "status"),
        ("State", "status"),
    ],
)
def test_labels_have_a_canonical_key(label: str, key: str) -> None:
    """What people call a field is known by one name."""
    (field,) = plan_of(f"# P\n\n**{label}**: something\n").header.fields
    assert (field.key, field.label, field.value.value) == (key, label, "something")


def test_unknown_labels_keep_their_own_name() -> None:
    """A bold label that nothing is known of is a field all the same."""
    (field,) = plan_of("# P\n\n**Tech Stack**: Rust\n").header.fields
    assert (field.key, field.label, field.value.value) == ("tech stack", "Tech Stack", "Rust")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("# 计划\n\n**状态**：已完成\n**负责人**：李\n", "completed"),
        ("# 計画\n\n**ステータス**: 進行中\n**担当**: 佐藤\n", "in_progress"),
        ("# 계획\n\n**상태**: 완료\n**담당자**: 김\n", "completed"),
        ("# 计划\n\n> 状态：进行中\n> 负责人：李\n", "in_progress"),
    ],
)
def test_headers_in_chinese_japanese_or_korean(text: str, state: str) -> None:
    """Labels, values and colons of these scripts are understood."""
    header = plan_of(text).header
    assert header.status is not None
    assert header.status.value == state
    assert header.owner is not None


@pytest.mark.parametrize("value", ["TBD", "None", "-", "", "N/A"])
def test_an_owner_who_is_nobody(value: str) -> None:
    """Words for nobody are no owner."""
    assert plan_of(f"# P\n\n**Owner**: {value}\n").header.owner is None
