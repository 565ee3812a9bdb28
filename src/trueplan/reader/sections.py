"""The outline of a file: headings with what stands below them."""

from __future__ import annotations

from trueplan.markdown import AnyBlock, Block, Heading
from trueplan.reader.phase_heading import read_phase_heading
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.vocabulary import FIELDS, SECTIONS
from trueplan.reader.words import heading_words, normalise, split_label
from trueplan.record import Any

_new: Any = tuple.__new__  # see markdown.parse


def read_outline(source: Source) -> list[Node]:
    """The sections in order; the first, of level 0, is what stands before any heading."""
    headings: list[Heading | None] = [None]
    bodies: list[list[AnyBlock]] = [[]]
    for block in source.markdown.blocks:
        if block.kind != "heading":
            bodies[-1].append(block)
        elif _is_fields(block, source):
            bodies[-1].append(Block("paragraph", block.start, block.end))
        else:
            headings.append(block)  # type: ignore[arg-type]
            bodies.append([])
    starts = [heading.start if heading else 0 for heading in headings]
    starts.append(len(source.bytes))
    levels = [heading.level if heading else 0 for heading in headings]
    untils = _untils(levels)
    nodes: list[Node] = []
    path: list[int] = []
    for number, heading in enumerate(headings):
        level = levels[number]
        while path and levels[path[-1]] >= level:
            path.pop()
        text = heading.text.replace("\n", " ") if heading else ""
        words = heading_words(text)
        until = untils[number]
        node = (
            number,
            path[-1] if path else -1,
            heading,
            level,
            words,
            starts[number],
            starts[number + 1],
            starts[until],
            until,
            bodies[number],
            SECTIONS.get(words),
            read_phase_heading(text),
        )
        nodes.append(_new(Node, node))
        path.append(number)
    return nodes


def _untils(levels: list[int]) -> list[int]:
    """For each section the number of the first one behind it that it does not hold."""
    untils = [len(levels)] * len(levels)
    path: list[int] = []
    for number, level in enumerate(levels):
        while path and levels[path[-1]] >= level:
            untils[path.pop()] = number
        path.append(number)
    return untils


def _is_fields(heading: AnyBlock, source: Source) -> bool:
    """Whether a heading is really header fields with a rule right below them.

    `**Status**: Done` with `---` on the next line is a heading to Markdown, never to its author.
    """
    assert isinstance(heading, Heading)
    if not heading.underlined or heading.level != 2:
        return False
    label = split_label(source.text(heading.start, heading.end))
    if label is None:
        return False
    return label.bold or normalise(label.words) in FIELDS
