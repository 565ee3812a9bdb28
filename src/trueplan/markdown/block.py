"""What a Markdown file is made of. Offsets are bytes into the file as it is on disk."""

from __future__ import annotations

from trueplan.record import Any, Record
from trueplan.text import Span


class Block(Record):
    """A paragraph, quote, list, code block, rule, footnote or front matter.

    `kind` is one of "paragraph", "quote", "list", "code", "rule", "note", "front-matter".
    A code block left open has `closed` false.
    """

    kind: str
    start: int
    end: int
    children: tuple[AnyBlock, ...] = ()
    closed: bool = True

    @property
    def span(self) -> Span:
        """Where the block stands."""
        return Span(self.start, self.end)


class Heading(Record):
    """A heading; `text` is what a reader sees, `underlined` one in the setext form."""

    kind: str
    start: int
    end: int
    level: int
    text: str
    underlined: bool

    @property
    def span(self) -> Span:
        """Where the heading stands."""
        return Span(self.start, self.end)


class Item(Record):
    """A list item. Its own words end at `lead_end`, before any nested block.

    `box` is the state character of its checkbox (" ", "x", "X", or "~", "/", "-" where people
    write these), at `box_start..box_start + 3` with its brackets; None without one.
    """

    kind: str
    start: int
    end: int
    lead_end: int
    box: str | None
    box_start: int
    children: tuple[AnyBlock, ...]

    @property
    def span(self) -> Span:
        """Where the item stands, nested blocks included."""
        return Span(self.start, self.end)


class Table(Record):
    """A table: rows of cells as byte ranges, the head first."""

    kind: str
    start: int
    end: int
    rows: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def span(self) -> Span:
        """Where the table stands."""
        return Span(self.start, self.end)


class Html(Record):
    """A piece of HTML: a block, or an inline tag or comment."""

    kind: str
    start: int
    end: int


AnyBlock = Block | Heading | Item | Table | Html


_HOLDERS = ("item", "list", "quote", "note")


def find_blocks(blocks: tuple[AnyBlock, ...], wanted: str) -> list[Any]:
    """The blocks of the kind `wanted` in order, those in lists, quotes and notes too."""
    found: list[Any] = []
    pending = [blocks]
    while pending:
        for block in pending.pop():
            kind = block.kind
            if kind == wanted:
                found.append(block)
            elif kind in _HOLDERS and (children := block.children):  # type: ignore[union-attr]
                pending.append(children)
    found.sort(key=lambda block: block.start)
    return found


class Link(Record):
    """A link or picture: what it points to, and where it stands."""

    start: int
    end: int
    target: str
    image: bool
    automatic: bool


class Markdown(Record):
    """A file, parsed.

    `html` holds every piece of HTML, blocks and inline; `struck` the ranges of struck-through
    text; `boxes` the offset and state of every checkbox, in order; `invalid` the offset of the
    first byte that is not UTF-8, or -1; `closed` whether every fence is.
    """

    source: bytes
    blocks: tuple[AnyBlock, ...]
    links: tuple[Link, ...]
    html: tuple[Html, ...]
    struck: tuple[tuple[int, int], ...]
    boxes: tuple[tuple[int, str], ...]
    invalid: int
    closed: bool = True
