"""A spec or an issue, taken over: where its parts go."""

from __future__ import annotations

from textwrap import dedent

from trueplan.edit.adopt import Adopted, adopt


def adopted(text: str, *, keep_title: bool = False) -> Adopted:
    return adopt(dedent(text).lstrip("\n").encode(), keep_title=keep_title)


def test_sections_by_the_words_of_their_headings() -> None:
    """A heading that says the same as ours gives way to it, another one stays below it."""
    found = adopted("""
        # Implementation Plan: Lights

        Boats come at night.

        ## Goals

        Fewer wrecks.

        ## Risks

        - rust

        ## Definition of Done

        - seen from the buoy

        ## Budget

        None.

        ### Details

        Really.
        """)
    assert found.title == "Lights"
    assert found.bodies == {
        "overview": "Boats come at night.",
        "objective": "#### Goals\n\nFewer wrecks.",
        "risks": "- rust",
        "criteria": "### Definition of Done\n\n- [ ] seen from the buoy",
        "summary": (
            "<!-- trueplan: what gets built: its parts, where they meet, what they depend on -->"
            "\n\n### Further Context\n\n#### Budget\n\nNone.\n\n##### Details\n\nReally."
        ),
    }


def test_phases_by_their_labels() -> None:
    (phase,) = adopted("""
        ## Step 1: Masts (1 week)

        Six of them. Files:
        - masts.md

        **Depends on**: nothing

        ### To do

        1. order them
           - by post

        **Note**: in June

        ### Acceptance Criteria

        - they stand

        ### Open

        Who pays?

        ---
        """).phases
    assert (phase.title, phase.number, phase.begun) == ("Step 1: Masts (1 week)", "1", False)
    assert dict(phase.parts) == {
        "Goal": "**Goal**: Six of them. Files:",
        "Tasks": "**To do**:\n\n1. [ ] order them\n   - by post\n\n**Note**: in June",
        "Dependencies": "**Depends on**: nothing",
        "Acceptance Criteria": "**Acceptance Criteria**:\n\n- they stand",
    }
    assert phase.opening == "- masts.md"
    assert phase.closing == "#### Open\n\nWho pays?\n\n---"


def test_numbers_that_are_there_twice_become_a_part_of_the_title() -> None:
    phases = adopted("## Phase 1: A\n\n- [ ] a\n\n## Phase 1: B\n\n- [ ] b\n").phases
    assert [(one.number, one.title) for one in phases] == [("", "Phase 1: A"), ("", "Phase 1: B")]


def test_tasks_without_phases() -> None:
    found = adopted("""
        # Bell

        - [ ] hang it

        ## Tasks

        - ring it

        ### Later

        - polish it
        """)
    (phase,) = found.phases
    assert phase.parts["Tasks"] == (
        "**Tasks**:\n- [ ] hang it\n\n**Tasks**:\n\n- [ ] ring it\n\n**Later**:\n\n- [ ] polish it"
    )


def test_front_matter_an_open_fence_and_a_title_that_is_not_the_topic() -> None:
    found = adopted("---\ntags: a\n---\n\n# Bell\n\n## Odd\n\n```sh\nring\n", keep_title=True)
    assert found.bodies["overview"] == "```yaml\ntags: a\n```"
    assert found.bodies["summary"].endswith(
        "### Further Context\n\n#### Bell\n\n#### Odd\n\n```sh\nring\n```"
    )


def test_owner_and_target() -> None:
    found = adopted("# Bell\n\n**Author**: Ines\n**Due**: 2026-05-01\n")
    assert found.fields == {"owner": "Ines", "target": "2026-05-01"}


def test_a_title_in_the_front_matter() -> None:
    """Where no heading could be it."""
    adopted = adopt(b"---\ntitle: Harbour lights\n---\n\n## Phase 1: a\n\n- [ ] x\n")
    assert adopted.title == "Harbour lights"


def test_what_is_done_is_ticked() -> None:
    """A phase that is marked done has no open tasks, also where they had no boxes."""
    adopted = adopt(
        b"# P\n\n## Phase 1: Base \xe2\x9c\x85\n\n- dig\n- pour\n\n## Phase 2: Top\n\n- lay\n"
    )
    first, second = adopted.phases
    assert (first.done, first.parts["Tasks"]) == (True, "**Tasks**:\n- [x] dig\n- [x] pour")
    assert (second.done, second.parts["Tasks"]) == (False, "**Tasks**:\n- [ ] lay")


def test_ticks_outside_of_phases_begin_the_plan() -> None:
    source = b"# P\n\n## Checklist of last week\n\n- [x] all of it\n\n## Phase 1: a\n\n- [ ] x\n"
    assert adopt(source).fields["status"] == "In Progress"
