"""Edits by example; the laws stand in tests/laws."""

from __future__ import annotations

import pytest

from trueplan.errors import Conflict, OverlappingEdits
from trueplan.text import Edit, apply_edits


def test_edits_are_spliced_in() -> None:
    """Two replacements and an insertion land where they were asked for."""
    edits = [Edit(11, 12, "x"), Edit(2, 6, "Title"), Edit(12, 12, "!")]
    assert apply_edits(b"# Plan\n\n- [ ] a\n", edits) == b"# Title\n\n- [x!] a\n"


def test_insertions_at_one_place_keep_their_order() -> None:
    """What was given first comes first."""
    assert apply_edits(b"ac", [Edit(1, 1, "1"), Edit(1, 1, "2")]) == b"a12c"


def test_an_insertion_may_touch_a_replacement() -> None:
    """A range without bytes shares none with its neighbour."""
    assert apply_edits(b"abc", [Edit(1, 2, "B"), Edit(1, 1, "<"), Edit(2, 2, ">")]) == b"a<B>c"


def test_overlap_is_a_conflict_that_says_where() -> None:
    """The message names the offset, and the caller sees a conflict."""
    with pytest.raises(OverlappingEdits, match="offset 3") as caught:
        apply_edits(b"abcdef", [Edit(1, 4, ""), Edit(3, 5, "")])
    assert isinstance(caught.value, Conflict)
    assert caught.value.exit_code == 3


def test_text_is_written_as_utf8() -> None:
    """Offsets are bytes and the text that replaces them is encoded."""
    assert apply_edits("é✅".encode(), [Edit(2, 5, "完")]) == "é完".encode()
