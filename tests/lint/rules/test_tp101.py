"""TP101, missing-header-field: what counts as there, and the bytes that the fix writes."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, fixed, messages

TAIL = "\n## Phases\n\n- [ ] Order masts\n"


def _check(make_repository: Make, head: str | bytes, *, path: str = "docs/plans/lights.md") -> str:
    """The head of a plan after its fixes; they must settle every finding."""
    tail = TAIL.encode()
    source = (head if isinstance(head, bytes) else head.encode()) + tail
    found = find(make_repository, "TP101", source, path=path)
    after = fixed(source, found)
    assert after.endswith(tail)
    assert messages(find(make_repository, "TP101", after, path=path)) == []
    return after.removesuffix(tail).decode()


def test_missing_fields_are_named_together(make_repository: Make) -> None:
    """One finding, at the title, with the fields in the order of the template."""
    text = "# Lights\n\n**Status**: Planned\n" + TAIL
    (finding,) = find(make_repository, "TP101", text)
    assert finding.message == "the header lacks Created, Owner and Target Completion"
    assert finding.span.slice(text.encode()) == b"# Lights"
    assert finding.fix is not None
    assert finding.fix.safe


@pytest.mark.parametrize(
    "head",
    [
        "# L\n\n**Status**: Planned\n**Created**: TBD\n**Author**: Ines\n**Due**: May 2026\n",
        "---\nstatus: draft\ndate: 2026-03-02\nowner: Ines\ndeadline: 2026-05-01\n---\n\n# L\n",
        "# L\n\n**Created**: x\n**Owner**:\n- Ines\n- Tom\n\n**Due**: y\n\n## Status\n\nDone\n",
        "# L\n\n**Status**: Planned | **Created**: 2026-03-02 | **Owner**: Ines | **Due**: May\n",
    ],
)
def test_other_names_forms_and_places_count(head: str, make_repository: Make) -> None:
    """Also a value in a list below the label, several fields a line, a section for the status."""
    assert messages(find(make_repository, "TP101", head + TAIL)) == []


def test_lines_go_where_the_template_has_them(make_repository: Make) -> None:
    """Each behind the field that comes before it."""
    assert _check(make_repository, "# L\n\n**Created**: 2026-03-02\n**Goal**: Light\n") == (
        "# L\n\n**Status**: TBD\n**Created**: 2026-03-02\n**Owner**: TBD\n"
        "**Target Completion**: TBD\n**Goal**: Light\n"
    )


def test_created_takes_the_day_of_the_name(make_repository: Make) -> None:
    """The template puts the day of creation there; a name without a day gives TBD."""
    head = "# L\n\n**Status**: Planned\n**Owner**: Ines\n**Target**: May\n"
    dated = _check(make_repository, head, path="docs/plans/2026-03-02-lights.md")
    assert "**Created**: 2026-03-02\n" in dated
    assert "**Created**: TBD\n" in _check(make_repository, head)


@pytest.mark.parametrize(
    ("head", "after"),
    [
        (  # CRLF, colon inside, two blanks at the end of the lines
            "# L\r\n\r\n**Status:** Done  \r\n**Created:** x  \r\n**Target:** y\r\n",
            (
                "# L\r\n\r\n**Status:** Done  \r\n**Created:** x  \r\n**Owner:** TBD  \r\n"
                "**Target:** y\r\n"
            ),
        ),
        (  # the last line has no break, the new last line has none either
            "# L\n\n**Status:** Done\\\n**Created:** x\\\n**Owner:** Ines\n",
            (
                "# L\n\n**Status:** Done\\\n**Created:** x\\\n**Owner:** Ines\\\n"
                "**Target Completion:** TBD\n"
            ),
        ),
        (
            "# L\n\n> **Status**: Done\n> **Created**: x\n> **Owner**: Ines\n",
            (
                "# L\n\n> **Status**: Done\n> **Created**: x\n> **Owner**: Ines\n"
                "> **Target Completion**: TBD\n"
            ),
        ),
        (
            "# L\n\n- **Status:** Done\n- **Created:** x\n- **Due:** y\n",
            "# L\n\n- **Status:** Done\n- **Created:** x\n- **Owner:** TBD\n- **Due:** y\n",
        ),
        (
            "# L\n\n| Status | Done |\n|---|---|\n| **Created** | x |\n| Due | y |\n",
            (
                "# L\n\n| Status | Done |\n|---|---|\n| **Created** | x |\n| **Owner** | TBD |\n"
                "| Due | y |\n"
            ),
        ),
        (
            "# L\n\n| Created | x |\n|---|---|\n| Owner | Ines |\n| Due | y |\n",
            "# L\n\n| Created | x |\n|---|---|\n| Status | TBD |\n| Owner | Ines |\n| Due | y |\n",
        ),
        (
            "---\ntitle: L\nstatus: draft\nowner:\ntarget: May\n---\n# L\n",
            "---\ntitle: L\nstatus: draft\ncreated: TBD\nowner: TBD\ntarget: May\n---\n# L\n",
        ),
        (
            "---\ntags:\n  - a\n  - b\n---\n# L\n",
            (
                "---\ntags:\n  - a\n  - b\nstatus: TBD\ncreated: TBD\nowner: TBD\n"
                "target: TBD\n---\n# L\n"
            ),
        ),
        (  # a value that runs on
            "# L\n\n**Status**: Done\n**Created**: x\n**Owner**: Ines\nand Tom\n",
            (
                "# L\n\n**Status**: Done\n**Created**: x\n**Owner**: Ines\nand Tom\n"
                "**Target Completion**: TBD\n"
            ),
        ),
        (  # fields that a rule makes a heading
            "L\n=\n\n**Status**: Done\n**Created**: x\n**Owner**: Ines\n---\n",
            (
                "L\n=\n\n**Status**: Done\n**Created**: x\n**Owner**: Ines\n"
                "**Target Completion**: TBD\n---\n"
            ),
        ),
        (  # a sign before each label is not repeated
            "# L\n\n📅 **Created:** x\n👤 **Owner:** Ines\n🏁 **Due:** y\n",
            "# L\n\n**Status:** TBD\n📅 **Created:** x\n👤 **Owner:** Ines\n🏁 **Due:** y\n",
        ),
        (
            "# L\n\nstatus: done\ncreated: x\nowner: Ines\n",
            "# L\n\nstatus: done\ncreated: x\nowner: Ines\ntarget completion: TBD\n",
        ),
        (
            "# L\n\n**Status**: Done\n**Created**: x\n**Owner**:\n**Due**: y\n",
            "# L\n\n**Status**: Done\n**Created**: x\n**Owner**: TBD\n**Due**: y\n",
        ),
    ],
)
def test_the_fix_writes_as_the_lines_beside_it(
    head: str, after: str, make_repository: Make
) -> None:
    """Bold form, line ends, breaks, quotes, lists, tables, front matter, case."""
    assert _check(make_repository, head) == after


@pytest.mark.parametrize(
    ("head", "before", "behind"),
    [
        (b"\xef\xbb\xbf# L\n", "\ufeff# L\n\n", "\n"),
        (b"# L\nLights for all\n", "# L\n\n", "\n\nLights for all\n"),
        (b"Lights for all\n", "", "\n\nLights for all\n"),
        (b"\xef\xbb\xbfLights\n", "\ufeff", "\n\nLights\n"),
        (b"## Summary\n\n# L\n", "", "\n\n## Summary\n\n# L\n"),
    ],
)
def test_without_a_header_one_is_made(
    head: bytes, before: str, behind: str, make_repository: Make
) -> None:
    """In the template's form, below the title, else at the top."""
    block = "**Status**: TBD\n**Created**: TBD\n**Owner**: TBD\n**Target Completion**: TBD"
    assert _check(make_repository, head) == before + block + behind


def test_a_numbered_header_has_no_fix(make_repository: Make) -> None:
    """A new line would have to count on; that is left to a person."""
    (finding,) = find(make_repository, "TP101", "# L\n\n1. **Status**: Planned\n" + TAIL)
    assert finding.fix is None
