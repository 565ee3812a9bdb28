"""TP001, not-utf8: which bytes, and how many."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

PLAN = b"# Implementation Plan: Caf\xe9\n\n**Status**: Planned\n\n- [ ] Order masts\n"


def test_the_first_broken_byte_is_marked(make_repository: Make) -> None:
    """One finding a file, at the first byte, with the count of the others."""
    source = PLAN + b"- [ ] Ask the caf\xe9 and the h\xf4tel\n"
    (finding,) = find(make_repository, "TP001", source)
    assert finding.span.slice(source) == b"\xe9"
    assert finding.message == (
        "byte 0xE9 is not UTF-8, and 2 more like it; the rest of the file was read"
    )
    assert (finding.place.line, finding.place.column) == (1, 27)


def test_a_replacement_sign_that_was_written_is_not_broken(make_repository: Make) -> None:
    """U+FFFD is a character like others."""
    (finding,) = find(make_repository, "TP001", PLAN + "- [ ] What is \ufffd\n".encode())
    assert finding.message == "byte 0xE9 is not UTF-8; the rest of the file was read"
    assert find(make_repository, "TP001", PLAN.replace(b"\xe9", b"\xef\xbf\xbd")) == []


def test_utf16_is_named(make_repository: Make) -> None:
    """The mark at the start of the file tells; the companions are read from the same bytes."""
    source = PLAN.replace(b"\xe9", b"").decode().encode("utf-16")
    found = find(make_repository, "TP001", source, path="docs/adr/0001-lights.md")
    assert messages(found) == ["1: the file is UTF-16, so nothing in it can be read"]


@pytest.mark.parametrize("encoding", ["UTF-16LE", "UTF-16BE"])
def test_utf16_without_a_mark_is_named(encoding: str, make_repository: Make) -> None:
    """Every other byte of it is zero, which is fine UTF-8 and no text."""
    source = PLAN.replace(b"\xe9", b"").decode().encode(encoding)
    (finding,) = find(make_repository, "TP001", source)
    assert finding.message == "the file is UTF-16, so nothing in it can be read"
    assert finding.help == f"convert it: iconv -f {encoding} -t UTF-8"


def test_a_byte_order_mark_is_fine(make_repository: Make) -> None:
    """UTF-8 with a mark is UTF-8."""
    assert find(make_repository, "TP001", b"\xef\xbb\xbf" + PLAN.replace(b"\xe9", b"e")) == []
