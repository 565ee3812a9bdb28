"""The text of a new plan."""

from __future__ import annotations

from trueplan.edit.create_section import find_section
from trueplan.edit.document import read_document
from trueplan.edit.lists import fill_section
from trueplan.edit.template import Draft, NewPhase, number_phases, write_plan, write_template
from trueplan.model.outline import HEADER, SECTIONS
from trueplan.text import apply_edits

DRAFT = Draft("Lights", (NewPhase("Masts"), NewPhase()), {"created": "2026-03-10", "owner": "CTO"})


def test_all_of_the_outline_in_its_order() -> None:
    text = write_plan(DRAFT)
    labels = [f"**{one.label}**: " for one in HEADER]
    headings = [f"\n{'#' * one.level} {one.heading}\n" for one in SECTIONS]
    places = [text.find(one) for one in (*labels, *headings)]
    assert places == sorted(places)
    assert min(places) > 0


def test_a_phase_has_the_labels_of_the_template() -> None:
    text = write_plan(DRAFT)
    first = text[text.index("### Phase 1") : text.index("\n---\n")]
    assert [line.split(":")[0] for line in first.split("\n") if line.startswith(("#", "**"))] == [
        "### Phase 1",
        "**Goal**",
        "**Tasks**",
        "**Deliverables**",
        "**Acceptance Criteria**",
        "**Estimated Duration**",
        "**Dependencies**",
    ]
    assert "**Dependencies**: None\n\n---\n\n### Phase 2: <!-- trueplan: " in text
    assert "**Dependencies**: Phase 1\n\n## Technical Approach\n" in text


def test_the_first_entry_takes_the_place_of_guidance() -> None:
    document = read_document(write_plan(DRAFT).encode())
    for element, words in (("functional", "Seen from the buoy"), ("lessons", "Dig in June")):
        section = find_section(document, element)
        assert section is not None
        edit = fill_section(document, section.heading, section.span, words)
        document = read_document(apply_edits(document.source, (edit,)))
        assert f"\n\n- {words}\n\n#".encode() in document.source
    assert [one.text for one in document.plan.criteria.functional] == ["Seen from the buoy"]


def test_what_was_begun_is_not_planned() -> None:
    phases = (NewPhase("A", begun=True, done=True), NewPhase("B", begun=True), NewPhase("C"))
    text = write_plan(Draft("Lights", phases))
    assert "**Status**: In Progress\n" in text
    assert (
        "- [x] Phase 1 - Completed\n- [ ] Phase 2 - In Progress\n- [ ] Phase 3 - Not Started\n"
    ) in text


def test_numbers_stay_where_they_can() -> None:
    assert number_phases((NewPhase(number="0"), NewPhase(number="2a"))) == ["0", "2a"]
    assert number_phases((NewPhase(number="1"), NewPhase(number="1"))) == ["1", "2"]
    assert number_phases((NewPhase(number="5"), NewPhase())) == ["1", "2"]


def test_the_template_to_be_edited() -> None:
    text = write_template()
    assert text.startswith(
        "# Implementation Plan: {{title}}\n\n**Status**: Planned\n**Created**: {{created}}\n"
        "**Owner**: {{owner}}\n**Target Completion**: {{target}}\n**Related ADRs**: None\n"
        "**Related Backlog Items**: {{backlog}}\n"
    )
