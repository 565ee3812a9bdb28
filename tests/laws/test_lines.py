"""Laws of lines: places and lines turn into each other and keep their order."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tests.laws.strategies import files
from trueplan.text import LineIndex, newline_near


@given(files())
def test_positions_never_go_back(source: bytes) -> None:
    """A later offset never stands before an earlier one."""
    index = LineIndex(source)
    positions = [index.position(offset) for offset in range(len(source) + 1)]
    assert positions == sorted(positions)


@given(files())
def test_lines_round_trip(source: bytes) -> None:
    """The start of the line that holds an offset is the last line start at or before it."""
    index = LineIndex(source)
    starts = [0] + [at + 1 for at, byte in enumerate(source) if byte == 10]
    for offset in range(len(source) + 1):
        expected = max(start for start in starts if start <= offset)
        assert index.start(index.line(offset)) == expected


@given(files())
def test_every_line_starts_in_column_one(source: bytes) -> None:
    """The first byte of a line is its first column."""
    index = LineIndex(source)
    for line in range(1, index.count() + 1):
        assert index.position(index.start(line)) == (line, 1)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n\ufeff"), max_size=40))
def test_columns_count_characters(text: str) -> None:
    """A column is the number of characters before it, however many bytes these are."""
    index = LineIndex(f"x\n{text}\n".encode())
    for count in range(len(text) + 1):
        offset = 2 + len(text[:count].encode())
        assert index.position(offset) == (2, count + 1)


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\r\n\ufeff", codec="utf-8"))))
def test_the_text_of_a_line_has_no_end(lines: list[str]) -> None:
    """Lines come back as they were written, with either line end."""
    for newline in ("\n", "\r\n"):
        index = LineIndex("".join(line + newline for line in lines).encode())
        assert [index.text(number + 1) for number in range(len(lines))] == lines
        assert index.count() == max(len(lines), 1)


@given(st.sampled_from(("\n", "\r\n")), st.lists(st.text("ab", max_size=3), min_size=1), st.data())
def test_an_inserted_line_takes_the_newline_around_it(
    newline: str, lines: list[str], data: st.DataObject
) -> None:
    """In a file with one kind of line end every inserted line has that kind."""
    source = "".join(line + newline for line in lines).encode()
    offset = data.draw(st.integers(0, len(source)))
    assert newline_near(source, offset) == newline
