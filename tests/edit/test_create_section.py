"""A section of the template, made at its place."""

from __future__ import annotations

from tests.edit.changed import changed
from trueplan.edit.create_section import create_section
from trueplan.edit.document import read_document
from trueplan.text import apply_edits

PLAN = "# Plan: Quay\n\n## Overview\n\nWords.\n\n## Risks & Mitigation\n\n- none\n"


def made(source: str, element: str, body: str = "") -> list[str]:
    return changed(source, create_section(read_document(source.encode()), element, body))


def test_behind_what_comes_before_it() -> None:
    source = f"{PLAN}\n## References\n\n- one\n"
    assert made(source, "notes", "- words") == ["+## Notes & Learnings", "+", "+- words", "+"]


def test_before_what_comes_behind_it() -> None:
    document = read_document(b"# Plan: Quay\n\n## Risks & Mitigation\n\n- none\n")
    after = apply_edits(document.source, create_section(document, "testing", "Words."))
    assert after == (
        b"# Plan: Quay\n\n## Testing Strategy\n\nWords.\n\n## Risks & Mitigation\n\n- none\n"
    )


def test_with_the_one_that_it_stands_in() -> None:
    assert made(PLAN, "journals", "- words") == [
        "+## Progress Tracking",
        "+",
        "+### Dev Journal Entries",
        "+",
        "+- words",
        "+",
    ]


def test_at_the_level_and_in_the_lines_of_the_document() -> None:
    source = "# Plan: Quay\r\n### Overview\r\nWords.\r\n### Risks & Mitigation\r\n- none\r\n"
    assert made(source, "notes", "- words") == [
        "+\r",
        "+### Notes & Learnings\r",
        "+- words\r",
    ]


def test_the_tests_of_a_phase_do_not_set_the_level() -> None:
    phases = "".join(
        f"## Phase {number}: Piles\n\n- [ ] drive\n\n#### Testing\n\n- [ ] knock\n\n"
        for number in (1, 2, 3)
    )
    source = f"# Plan: Quay\n\n{phases}## Risks & Mitigation\n\n- none\n"
    assert made(source, "notes", "- words")[0] == "+## Notes & Learnings"


def test_not_twice() -> None:
    assert made(PLAN, "risks") == []


def test_before_a_rule_that_closes_the_section() -> None:
    document = read_document(b"# Plan: Quay\n\n## Risks & Mitigation\n\n- none\n\n---\n")
    after = apply_edits(document.source, create_section(document, "notes", "- words"))
    assert after == (
        b"# Plan: Quay\n\n## Risks & Mitigation\n\n- none\n\n---\n\n"
        b"## Notes & Learnings\n\n- words\n\n---\n"
    )
