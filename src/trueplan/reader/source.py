"""A parsed file as the reader walks it: words of a range, with their place."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from trueplan.markdown import Item as ListItem, Markdown, after_marker, plain_text
from trueplan.model.located import Located
from trueplan.reader.dates import SpanOf
from trueplan.record import Any
from trueplan.text import Span

_new: Any = tuple.__new__  # see markdown.parse
_WIDE_COLON = "：".encode()
_FURTHEST = 120  # bytes; a label that is longer is a sentence
_BLANKS = b" \t\r\n"
_REMARKS = tuple(sign.encode() for sign in ("(", "[", "—", "–", "-", "→", ":", ",", ".", ";"))


class Source:
    """The bytes of a file, and the questions that the reader asks of them."""

    def __init__(self, markdown: Markdown) -> None:
        self.markdown = markdown
        self.bytes = markdown.source
        self._box_offsets = [offset for offset, _ in markdown.boxes]
        self._done_before = [0, *accumulate(box in "xX" for _, box in markdown.boxes)]

    def text(self, start: int, end: int) -> str:
        """The words between two offsets, broken bytes replaced one by one."""
        piece = self.bytes[start : max(start, end)]  # compiled, a range must not run backwards
        try:
            return piece.decode()
        except UnicodeDecodeError:
            return piece.decode(errors="trueplan-keep-length")

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The range without blanks at its ends."""
        source = self.bytes
        while start < end and source[start] in _BLANKS:
            start += 1
        while end > start and source[end - 1] in _BLANKS:
            end -= 1
        return start, end

    def located(self, start: int, end: int) -> Located:
        """The plain words of a range, blanks at the ends left out."""
        source = self.bytes
        while start < end and source[start] in _BLANKS:
            start += 1
        while end > start and source[end - 1] in _BLANKS:
            end -= 1
        text = self.text(start, end)
        if "\r" in text:
            text = text.replace("\r\n", "\n")
        return _new(Located, (plain_text(text), _new(Span, (start, end))))  # type: ignore[no-any-return]

    def span_of(self, text: str, start: int) -> SpanOf:
        """Turns offsets of `text`, which begins at byte `start`, into spans."""
        return SpanOf(text, start)

    def lines(self, start: int, end: int) -> list[tuple[int, str]]:
        """The lines of a range with the offset at which each starts, line ends left out."""
        found = []
        position = start
        for piece in self.bytes[start:end].split(b"\n"):
            behind = position + len(piece)
            found.append((position, self.text(position, behind).rstrip("\r")))
            position = behind + 1
        return found

    def words_start(self, item: ListItem) -> int:
        """Where the item's own words start: behind its marker and its box."""
        if item.box_start >= 0:
            return item.box_start + 3
        return after_marker(self.bytes, item.start, item.lead_end)

    def label_lines(self, start: int, end: int) -> list[tuple[int, str]]:
        """Those lines of a range that may open with a label: a colon early, or bold words."""
        found = []
        position = start
        for piece in self.bytes[start:end].split(b"\n"):
            behind = position + len(piece)
            early = piece[:_FURTHEST]
            if b":" in early or b"**" in early or _WIDE_COLON in early:
                found.append((position, self.text(position, behind).rstrip("\r")))
            position = behind + 1
        return found

    def lead(self, item: ListItem) -> Located:
        """The item's own words."""
        return self.located(self.words_start(item), item.lead_end)

    def is_struck(self, start: int, end: int) -> bool:
        """Whether the words of a range are struck through, but for a remark behind them."""
        start, end = self.trim(start, end)
        for first, last in self.markdown.struck:
            if start <= first and last <= end:
                rest = self.bytes[last:end].lstrip(b" *_")
                remark = not rest or rest.startswith(_REMARKS)
                return first - start <= 4 and (remark or (last - first) * 2 >= end - start)
        return False

    def boxes(self, start: int, end: int) -> tuple[int, int]:
        """Done and total of the checkboxes between two offsets."""
        first = bisect_left(self._box_offsets, start)
        last = bisect_left(self._box_offsets, end)
        return self._done_before[last] - self._done_before[first], last - first
