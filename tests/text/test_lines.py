"""Lines and columns by example; the laws stand in tests/laws."""

from __future__ import annotations

import pytest

from trueplan.text import LineIndex, Span, newline_near


@pytest.mark.parametrize(
    ("source", "count"),
    [
        pytest.param(b"", 1, id="an empty file"),
        pytest.param(b"a", 1, id="no final newline"),
        pytest.param(b"a\n", 1, id="a final newline"),
        pytest.param(b"a\n\n", 2, id="an empty line at the end"),
        pytest.param(b"a\r\nb\r\n", 2, id="CRLF"),
        pytest.param(b"a\rb\r", 1, id="a lone CR ends no line"),
        pytest.param("a\u2028b\x85c\x0cd".encode(), 1, id="nor do the line ends of Unicode"),
    ],
)
def test_lines_are_counted_as_git_counts(source: bytes, count: int) -> None:
    """Only LF and CRLF end a line, and a final one opens no further line."""
    assert LineIndex(source).count() == count


def test_columns_count_characters_not_bytes() -> None:
    """After two characters of three and four bytes comes column 3."""
    index = LineIndex("a\n完🚀x\n".encode())
    assert index.position(2 + 3 + 4) == (2, 3)


def test_a_byte_order_mark_takes_no_column() -> None:
    """The first visible character stands in column 1, and so does the mark."""
    index = LineIndex(b"\xef\xbb\xbfab")
    assert [index.position(offset).column for offset in range(6)] == [1, 1, 1, 1, 2, 3]
    assert index.text(1) == "ab"


def test_offsets_outside_stand_at_the_ends() -> None:
    """Before the file is its start, behind it its end."""
    index = LineIndex(b"ab\ncd")
    assert index.position(-5) == (1, 1)
    assert index.position(99) == (2, 3)


def test_the_text_of_a_line_is_shown_as_it_is() -> None:
    """Line ends are left out, and bytes that are not UTF-8 replaced."""
    index = LineIndex(b"\xef\xbb\xbfone\r\ntw\xff\n")
    assert [index.text(1), index.text(2)] == ["one", "tw\ufffd"]


@pytest.mark.parametrize(
    ("source", "offset", "newline"),
    [
        pytest.param(b"a\r\nb\nc", 0, "\r\n", id="the line's own end"),
        pytest.param(b"a\r\nb\nc", 3, "\n", id="the line's own end, not the file's"),
        pytest.param(b"a\r\nb", 3, "\r\n", id="the end before, in a last line without one"),
        pytest.param(b"ab", 1, "\n", id="LF in a file without lines"),
        pytest.param(b"\nab", 0, "\n", id="an empty first line"),
    ],
)
def test_a_new_line_ends_as_its_neighbours_do(source: bytes, offset: int, newline: str) -> None:
    """An inserted line takes the line end of the place where it goes."""
    assert newline_near(source, offset) == newline


def test_a_span_knows_what_it_holds() -> None:
    """Slices are half-open; a span contains what begins and ends within it, itself too."""
    span = Span(2, 5)
    assert span.slice(b"abcdefg") == b"cde"
    assert [span.contains(other) for other in (Span(2, 5), Span(3, 3), Span(1, 4), Span(4, 6))] == [
        True, True, False, False,
    ]  # fmt: skip
