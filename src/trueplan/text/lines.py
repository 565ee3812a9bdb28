"""Lines and columns, which exist only where something is shown."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from trueplan.record import Record

BOM = b"\xef\xbb\xbf"


class Position(Record):
    """Line and column, both from 1; the column counts characters, a BOM not among them."""

    line: int
    column: int


class LineIndex:
    """Turns byte offsets into positions; lines end with LF or CRLF, as git counts."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self._starts = _line_starts(source)

    def line(self, offset: int) -> int:
        """The number, from 1, of the line that holds `offset`."""
        return bisect_right(self._starts, offset)

    def position(self, offset: int) -> Position:
        """Where `offset` stands; offsets past the end stand at the end."""
        offset = min(max(offset, 0), len(self.source))
        line = self.line(offset)
        start = self._starts[line - 1]
        if start == 0 and self.source.startswith(BOM):
            start = len(BOM)
        before = self.source[start : max(start, offset)]  # see reader.source
        return Position(line, len(before.decode("utf-8", "replace")) + 1)

    def start(self, line: int) -> int:
        """The offset at which line number `line` begins."""
        return self._starts[line - 1]

    def text(self, line: int) -> str:
        """The text of line number `line`, without its end and without a BOM."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.source)
        text = self.source[start:end].rstrip(b"\r\n").decode("utf-8", "replace")
        return text.removeprefix("\ufeff")

    def count(self) -> int:
        """How many lines there are; a final newline opens no further one."""
        last_is_empty = self._starts[-1] == len(self.source) and len(self._starts) > 1
        return len(self._starts) - last_is_empty


def _line_starts(source: bytes) -> list[int]:
    lengths = [len(line) + 1 for line in source.split(b"\n")]
    lengths.pop()
    return list(accumulate(lengths, initial=0))


def newline_near(source: bytes, offset: int) -> str:
    r"""The line end that an inserted line takes: that of the line at `offset`, else the file's."""
    found = source.find(b"\n", offset)
    if found < 0:
        found = source.rfind(b"\n", 0, offset)
    return "\r\n" if found > 0 and source[found - 1 : found] == b"\r" else "\n"
