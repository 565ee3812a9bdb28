"""Progress, criteria, notes, retrospective, and what is left of a template."""

from __future__ import annotations

import pytest

from tests.reader.texts import plan_of, texts, words
from trueplan.model.plan import Progress


def _progress(rows: str) -> Progress:
    return plan_of(f"# P\n\n## Progress Tracking\n\n### Completed Phases\n\n{rows}\n").progress


@pytest.mark.parametrize(
    ("row", "number", "done", "state", "day"),
    [
        ("- [x] Phase 1 - Completed 2026-01-02", "1", True, "completed", "2026-01-02"),
        ("- [ ] Phase 2 - In Progress", "2", False, "in_progress", None),
        ("- [ ] Phase 3 - Not Started", "3", False, "planned", None),
        ("- [x] Phase 2a: Roof - Completed January 2, 2026", "2a", True, "completed", "2026-01-02"),
        ("- [ ] **Phase 1**: Base - Cancelled", "1", False, "cancelled", None),
        ("- ✅ Phase 1: Base", "1", True, None, None),
        ("- [x] Phase 1", "1", True, None, None),
        ("- [x] Phase 1 - Completed YYYY-MM-DD", "1", True, "completed", None),
    ],
)
def test_rows_of_the_progress_list(
    row: str, number: str, done: bool, state: str | None, day: str | None
) -> None:
    """Number, box, words of state and day."""
    (found,) = _progress(row).rows
    assert (
        found.number,
        found.done,
        found.status and found.status.value,
        found.date and found.date.first,
    ) == (number, done, state, day)


def test_rows_that_are_no_phases() -> None:
    """Words under the heading are not rows, and the section is known all the same."""
    progress = _progress("- None yet")
    assert progress.rows == ()
    assert progress.rows_section is not None


def test_a_log_of_progress_holds_the_tasks() -> None:
    """Where no phase has tasks and no row is of a phase, its boxes are the work."""
    log = "## Progress\n\n- [x] (2026-02-03) read it\n- [ ] write it\n"
    assert texts(plan_of(f"# P\n\n{log}").tasks) == ["(2026-02-03) read it", "write it"]
    assert plan_of(f"# P\n\n## Phase 1: A\n\n- [ ] a\n\n{log}").tasks == ()
    assert plan_of("# P\n\n## Progress\n\n- [x] Phase 1\n").tasks == ()


def test_criteria_without_sub_headings() -> None:
    """Bold labels sort them too; what is not sorted is a criterion."""
    criteria = plan_of("""
        ## Success Criteria

        - [ ] it works

        **Functional Requirements**:
        - [x] signs in

        **Quality Gates**:
        - [ ] tests pass
    """).criteria
    assert texts(criteria.others) == ["it works"]
    assert texts(criteria.functional) == ["signs in"]
    assert texts(criteria.gates) == ["tests pass"]


def test_criteria_of_a_phase_are_the_phases() -> None:
    """A heading of criteria inside a phase does not speak of the plan."""
    plan = plan_of(
        "## Phase 1: A\n\n### Success Criteria\n\n- [ ] fast\n\n## Phase 2: B\n\n- [ ] b\n"
    )
    assert plan.criteria.all == ()
    assert texts(plan.phases[0].acceptance) == ["fast"]


def test_notes_may_have_no_day() -> None:
    """A day that stands later in the note is not its day."""
    notes = plan_of("""
        ## Notes & Learnings

        - **2026-01-02**: mails are slow
        - Mails are slow, and nobody who uses the thing minds, says the talk of 2026-01-02
    """).notes
    assert [note.date and note.date.first for note in notes] == ["2026-01-02", None]


@pytest.mark.parametrize(
    "words_", ["TBD", "- TBD", "*(To be completed after launch)*", "N/A", "_TBD_", "- ..."]
)
def test_an_empty_retrospective_says_nothing(words_: str) -> None:
    """Words that only hold the place fill no part."""
    plan = plan_of(f"## Retrospective (Post-Completion)\n\n### What Went Well\n\n{words_}\n")
    assert plan.retrospective.section is not None
    assert not plan.retrospective.filled


def test_a_retrospective_in_other_words() -> None:
    """Other usual headings are the same parts; words without a part count too."""
    retrospective = plan_of("""
        ## Retro

        All in all good.

        ### What worked
        - mails

        ### Challenges
        - spam
    """).retrospective
    assert words(retrospective.other) == ["All in all good."]
    assert words(retrospective.well) == ["mails"]
    assert words(retrospective.improve) == ["spam"]


def test_a_plan_without_a_retrospective() -> None:
    """No place for it is not an empty place."""
    assert plan_of("# P\n\nWords.\n").retrospective.section is None


_LEFT = {
    "# Implementation Plan: [Feature Name]\n": "[Feature Name]",
    "# Tasks: [FEATURE NAME]\n": "[FEATURE NAME]",
    "# P\n\n**Created**: YYYY-MM-DD\n": "YYYY-MM-DD",
    "## Phase 1: A\n\n- [ ] Task 1\n": "Task 1",
    "## Phase 1: A\n\n**Deliverables**:\n- Output 1\n": "Output 1",
    "## Phase 1: A\n\n**Acceptance Criteria**:\n- Criterion 2\n": "Criterion 2",
    "## Phase 1: A\n\n**Estimated Duration**: X sessions\n": "X sessions",
    "## Phase 1: A\n\n**Goal**: What does this phase achieve?\n": "What does this phase achieve?",
    "## Rollout Plan\n\n### Deployment Steps\n\n1. Step 1\n": "Step 1",
    "## Testing Strategy\n\nHow will we verify this works?\n": "How will we verify this works?",
    "## Risks\n\n| Risk | Mitigation |\n|---|---|\n| Risk 1 | b |\n": "Risk 1",
    "## Success Criteria\n\n- [ ] Requirement 1\n": "Requirement 1",
    "## Retrospective\n\n### What Went Well\n\n- Success 1\n": "Success 1",
}


@pytest.mark.parametrize(("text", "words_"), _LEFT.items())
def test_what_is_left_of_a_template(text: str, words_: str) -> None:
    """The exact words of a template are found in the place they have there."""
    (placeholder,) = plan_of(text).placeholders
    assert placeholder.text == words_
    assert placeholder.span.slice(text.encode()).decode() == words_


@pytest.mark.parametrize(
    "text",
    [
        "## Phase 1: A\n\n- [ ] Task 1: write it\n",
        "See Task 1.\n",
        "Risk 1 is slow mail.\n",
        "`YYYY-MM-DD` names the files\n",
        "```\n# [Feature Name]\n```\n",
        "- [ ] Write [the feature](x.md)\n",
        "## Phase 1: A\n\n**Goal**: Lorem ipsum\n",
        "TODO\n",
        "    - [ ] Task 1\n",
        "What will this cost?\n",
        "<!-- [Feature Name] -->\n",
    ],
)
def test_what_only_looks_like_a_template(text: str) -> None:
    """Longer words, prose and code are the author's own."""
    assert plan_of(f"# P\n\n{text}").placeholders == ()
