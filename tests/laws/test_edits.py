"""Laws of edits: they touch their own bytes and no others."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import assume, given, strategies as st

from trueplan.errors import OverlappingEdits
from trueplan.text import Edit, apply_edits

_TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=6)


@st.composite
def _sources_with_edits(draw: st.DrawFn) -> tuple[bytes, list[Edit]]:
    """A source and edits in order that share no byte and no place."""
    source = draw(st.binary(max_size=60))
    places = sorted(draw(st.sets(st.integers(0, len(source)), max_size=10)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    inserts = draw(st.booleans())
    edits = [
        Edit(start, start if inserts and index % 2 else end, draw(_TEXTS))
        for index, (start, end) in enumerate(pairs)
    ]
    return source, edits


@given(_sources_with_edits())
def test_bytes_outside_the_spans_stay(case: tuple[bytes, list[Edit]]) -> None:
    """What stands between the edits comes out as it went in, byte by byte."""
    source, edits = case
    expected, position = b"", 0
    for edit in edits:
        expected += source[position : edit.start] + edit.text.encode()
        position = edit.end
    assert apply_edits(source, edits) == expected + source[position:]


@given(st.binary(max_size=60))
def test_no_edits_change_nothing(source: bytes) -> None:
    """Without an edit the source comes back."""
    assert apply_edits(source, []) == source


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_replacing_by_the_same_changes_nothing(text: str, one: int, other: int) -> None:
    """An edit whose text is what stands there already is the identity."""
    source = text.encode("utf-8", "replace")
    start, end = sorted((min(one, len(source)), min(other, len(source))))
    try:
        same = source[start:end].decode()
    except UnicodeDecodeError:
        assume(False)
    assert (
        apply_edits(source, [Edit(start, end, same), Edit(len(source), len(source), "")]) == source
    )


@given(_sources_with_edits(), st.randoms())
def test_order_does_not_matter(case: tuple[bytes, list[Edit]], random: Random) -> None:
    """Edits at different places give the same result in any order."""
    source, edits = case
    shuffled = list(edits)
    random.shuffle(shuffled)
    assert apply_edits(source, shuffled) == apply_edits(source, edits)


@given(st.binary(min_size=2, max_size=30), st.data())
def test_overlapping_edits_are_refused(source: bytes, data: st.DataObject) -> None:
    """Two edits that share a byte are refused, in either order."""
    shared = data.draw(st.integers(0, len(source) - 1))
    edits = [
        Edit(
            data.draw(st.integers(0, shared)), data.draw(st.integers(shared + 1, len(source))), text
        )
        for text in ("a", "b")
    ]
    for order in (edits, edits[::-1]):
        with pytest.raises(OverlappingEdits):
            apply_edits(source, order)


@given(st.binary(max_size=20), st.integers(-30, 60), st.integers(-30, 60))
def test_edits_that_leave_the_source_are_refused(source: bytes, start: int, end: int) -> None:
    """A range that is turned round or reaches out of the source is refused."""
    assume(not 0 <= start <= end <= len(source))
    with pytest.raises(OverlappingEdits):
        apply_edits(source, [Edit(start, end, "")])
