"""Notes are added in the form that the notes of a plan have."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.document import read_document
from trueplan.edit.note import add_note
from trueplan.errors import NoPlace

HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n## Notes & Learnings\n\n"
TAIL = "\n## Retrospective\n\n- TBD\n"


@pytest.mark.parametrize(
    ("body", "changes"),
    [
        ("- **2026-01-05**: one\n", ["+- **2026-03-09**: new"]),
        ("* 2026-01-05 - one\n", ["+* 2026-03-09 - new"]),
        ("- **2026-01-05** – one\n", ["+- **2026-03-09** – new"]),
        ("- Jan 5, 2026: one\n", ["+- Mar 9, 2026: new"]),
        ("- 2026-01-07: b\n- 2026-01-05: a\n", ["+- 2026-03-09: new"]),
        ("- one\n", ["+- **2026-03-09**: new"]),
        ("- TBD\n", ["-- TBD", "+- **2026-03-09**: new"]),
        ("None yet.\n", ["-None yet.", "+- **2026-03-09**: new"]),
        ("", ["+- **2026-03-09**: new", "+"]),
    ],
)
def test_the_form_of_the_others(body: str, changes: list[str]) -> None:
    source = HEAD + body + TAIL
    edits = add_note(read_document(source.encode()), "2026-03-09", "new")
    assert changed(source, edits) == changes


def test_the_newest_comes_first_where_the_notes_stand_so() -> None:
    source = f"{HEAD}- 2026-01-07: b\n- 2026-01-05: a\n{TAIL}"
    (edit,) = add_note(read_document(source.encode()), "2026-03-09", "new")
    assert source[: edit.start] == HEAD


def test_a_plan_without_the_section() -> None:
    source = "# Plan: Quay\n\n**Status**: Planned\n\n## Risks\n\n- none\n"
    document = read_document(source.encode())
    with pytest.raises(NoPlace) as error:
        add_note(document, "2026-03-09", "new")
    assert error.value.message == "the plan has no section for notes"
    assert "--create-section" in (error.value.help or "")
    edits = add_note(document, "2026-03-09", "new", create_section=True)
    assert changed(source, edits) == ["+## Notes & Learnings", "+", "+- **2026-03-09**: new", "+"]


def test_words_on_several_lines_become_one() -> None:
    source = f"{HEAD}- 2026-01-05: a\n{TAIL}"
    edits = add_note(read_document(source.encode()), "2026-03-09", "two\n  lines")
    assert changed(source, edits) == ["+- 2026-03-09: two lines"]
