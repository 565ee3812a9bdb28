"""The points that a section makes, by the label or sub-heading above them."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.markdown import AnyBlock, Block
from trueplan.model.located import Located
from trueplan.reader.items import DEEPEST, list_items
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.vocabulary import NOTHING, SECTIONS
from trueplan.reader.words import normalise, split_label

_SUMMARY = ("major components", "components", "integration points", "integrations", "dependencies")


def read_points(blocks: Iterable[AnyBlock], source: Source) -> tuple[Located, ...]:
    """Items and paragraphs that say something; "None" and "TBD" do not."""
    return tuple(point for _, point in _labelled(blocks, source))


def read_groups(nodes: Iterable[Node], source: Source) -> dict[str, list[Located]]:
    """The points of a section and those below it, by the words of label or sub-heading.

    What stands under the section's own heading is kept under "".
    """
    groups: dict[str, list[Located]] = {}
    for depth, node in enumerate(nodes):
        heading = node.words if depth else ""
        for label, point in _labelled(node.blocks, source, own_labels=True):
            groups.setdefault(label or heading, []).append(point)
    return groups


def _own_label(point: Located, source: Source) -> tuple[str, Located]:
    """The label of an item such as `- Target users: Families`, and what stands behind it."""
    split = split_label(point.value)
    words = normalise(split.words) if split is not None else ""
    if split is None or (words not in SECTIONS and words not in _SUMMARY):
        return "", point
    start, end = point.span
    raw = source.text(start, end)
    inner = split_label(raw)
    if inner is None:
        return "", point
    return words, source.located(start + len(raw[: inner.value_start].encode()), end)


def says_nothing(text: str) -> bool:
    """Whether words only hold a place: "TBD", "None", "(to be completed later)"."""
    words = normalise(text)
    if words in NOTHING:
        return True
    bare = words.strip("()[] ")
    return bare in NOTHING or bare.startswith(
        (
            "to be completed",
            "to be filled",
            "to be written",
            "to be determined",
            "will be added",
            "will be filled",
            "fill in",
            "not yet",
            "tbd",
            "(to be",
        )
    )


def _labelled(
    blocks: Iterable[AnyBlock], source: Source, depth: int = 0, *, own_labels: bool = False
) -> list[tuple[str, Located]]:
    label = ""
    found: list[tuple[str, Located]] = []
    for block in blocks:
        if block.kind == "paragraph":
            line = source.text(block.start, block.end)
            split = split_label(line)
            start = block.start
            if split is not None and split.bold:
                label = normalise(split.words)
                start += len(line[: split.value_start].encode())
            point = source.located(start, block.end)
            if point.value and not says_nothing(point.value):
                found.append((label, point))
        elif block.kind == "list":
            for item in list_items((block,)):
                own, point = "", source.lead(item)
                if own_labels:
                    own, point = _own_label(point, source)
                if not says_nothing(point.value):
                    found.append((own or label, point))
        elif block.kind == "quote":
            assert isinstance(block, Block)
            if depth < DEEPEST:
                found.extend(_labelled(block.children, source, depth + 1))
        elif block.kind in ("code", "table"):
            found.append((label, source.located(block.start, block.end)))
    return found
