"""Read what came out of a merge, and look for what neither side wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from trueplan.edit.merging.shape import bare_line, split_fields
from trueplan.markdown import Heading, Item, Markdown, Table, find_blocks, parse


def find_doubt(base: bytes, ours: bytes, theirs: bytes, merged: bytes) -> str:
    """What reads otherwise than the sides together would; "" where nothing does."""
    pages = [parse(source) for source in (base, ours, theirs, merged)]
    if pages[1].closed and pages[2].closed and not pages[3].closed:
        return "a fence would stay open"
    old, one, other, found = (Counter(_pieces(page)) for page in pages)
    for kind, words in found.keys() | one.keys() | other.keys():
        key = (kind, words)
        counts = old[key], one[key], other[key]
        if not _fits(found[key], *counts):
            return f"a {kind} would read otherwise"
    return ""


def _fits(found: int, old: int, one: int, other: int) -> bool:
    """Whether a piece is there as often as either side has it, or both changes together make it."""
    together = one + other - old
    return min(one, other, together) <= found <= max(one, other, together)


def _pieces(page: Markdown) -> Iterator[tuple[str, str]]:
    """What a page is made of, each with the words that identify it."""
    for kind in ("heading", "table", "code", "rule", "item"):
        for block in find_blocks(page.blocks, kind):
            if isinstance(block, Heading):
                yield kind, f"{block.level} {block.text}"
            elif isinstance(block, Table):
                yield kind, bare_line(_first_line(page.source, block.start))
                for row in block.rows:
                    cells = (page.source[start:end].strip() for start, end in row)
                    # A number says which row of a table it is, not what it is about.
                    words = next((cell for cell in cells if not cell.isdigit()), b"")
                    yield "row of a table", words.decode("utf-8", "replace")
            elif isinstance(block, Item):
                line = page.source.rfind(b"\n", 0, block.start) + 1
                yield "list item", split_fields(bare_line(_first_line(page.source, line)))[0]
            else:
                yield kind, ""


def _first_line(source: bytes, start: int) -> str:
    """The line that starts at an offset."""
    end = source.find(b"\n", start)
    return source[start : len(source) if end < 0 else end].decode("utf-8", "replace")
