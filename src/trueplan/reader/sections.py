"""The outline of a file: headings with what stands below them."""

from __future__ import annotations

from typing import NamedTuple

from trueplan.markdown import AnyBlock, Block, Heading
from trueplan.reader.source import Source
from trueplan.reader.words import heading_words, split_label


class Node(NamedTuple):
    """A section. Its own blocks are `blocks`; its subsections are the nodes `index + 1..until`.

    `own_end` is where the next heading starts, `end` where the next of the same level or above
    does. `words` is the heading as `heading_words` gives it.
    """

    index: int
    parent: int
    heading: Heading | None
    level: int
    words: str
    start: int
    own_end: int
    end: int
    until: int
    blocks: tuple[AnyBlock, ...]


def read_outline(source: Source) -> list[Node]:
    """The sections in order; the first, of level 0, is what stands before any heading."""
    starts: list[tuple[Heading | None, int, list[AnyBlock]]] = [(None, 0, [])]
    for block in source.markdown.blocks:
        if block.kind == "heading" and not _is_fields(block, source):
            assert isinstance(block, Heading)
            starts.append((block, block.start, []))
        elif block.kind == "heading":
            starts[-1][2].append(Block("paragraph", block.start, block.end))
        else:
            starts[-1][2].append(block)
    ends = _ends(starts, len(source.bytes))
    nodes: list[Node] = []
    path: list[int] = []
    for index, (heading, start, blocks) in enumerate(starts):
        level = heading.level if heading else 0
        while path and nodes[path[-1]].level >= level:
            path.pop()
        until = ends[index]
        end = starts[until][1] if until < len(starts) else len(source.bytes)
        own_end = starts[index + 1][1] if index + 1 < len(starts) else len(source.bytes)
        words = heading_words(heading.text) if heading else ""
        parent = path[-1] if path else -1
        nodes.append(
            Node(index, parent, heading, level, words, start, own_end, end, until, tuple(blocks))
        )
        path.append(index)
    return nodes


def _ends(starts: list[tuple[Heading | None, int, list[AnyBlock]]], size: int) -> list[int]:
    """For each section the index of the first one behind it that it does not hold."""
    ends = [len(starts)] * len(starts)
    open_sections: list[tuple[int, int]] = []
    for index, (heading, _, _) in enumerate(starts):
        level = heading.level if heading else 0
        while open_sections and open_sections[-1][1] >= level:
            ends[open_sections.pop()[0]] = index
        open_sections.append((index, level))
    return ends


def _is_fields(heading: AnyBlock, source: Source) -> bool:
    """Whether a heading is really header fields with a rule right below them.

    `**Status**: Done` with `---` on the next line is a heading to Markdown, never to its author.
    """
    assert isinstance(heading, Heading)
    if not heading.underlined or heading.level != 2:
        return False
    return "\n" in heading.text or split_label(source.text(heading.start, heading.end)) is not None
