"""Pictures taken apart: their elements, their texts, and where the texts lie."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from trueplan.chart.measure import text_width
from trueplan.chart.style import RULES
from trueplan.record import Record

_SVG = "{http://www.w3.org/2000/svg}"


class Box(Record):
    """A text and the rectangle that it takes at most."""

    words: str
    left: float
    top: float
    right: float
    bottom: float


def parse(svg: str) -> ElementTree.Element:
    """The picture as an XML parser sees it, from its bytes."""
    return ElementTree.fromstring(svg.encode())


def find(svg: str, name: str, kind: str | None = None) -> list[ElementTree.Element]:
    """All elements of a name, and of a class of the style."""
    found = parse(svg).iter(f"{_SVG}{name}")
    return [one for one in found if kind is None or kind in one.get("class", "").split()]


def texts(svg: str) -> list[str]:
    """All that is written in the picture."""
    return [one.text or "" for one in find(svg, "text")]


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of the canvas."""
    _, _, width, height = parse(svg).attrib["viewBox"].split()
    return float(width), float(height)


def boxes(svg: str) -> list[Box]:
    """Where each text lies, by the widths that the room itself takes for the widest."""
    sizes = {
        rule.name: (float(found.group(1)), "font-weight" in rule.rest)
        for rule in RULES
        if (found := re.search(r"font-size:(\d+)px", rule.rest))
    }
    found_boxes = []
    for one in find(svg, "text"):
        size, bold = next(sizes[name] for name in one.attrib["class"].split() if name in sizes)
        words = one.text or ""
        width = text_width(words, size, bold=bold)
        x, y = float(one.attrib["x"]), float(one.attrib["y"])
        left = (
            x - {"start": 0.0, "middle": 0.5, "end": 1.0}[one.get("text-anchor", "start")] * width
        )
        found_boxes.append(Box(words, left, y - 0.8 * size, left + width, y + 0.2 * size))
    return found_boxes


def misplaced(svg: str) -> list[str]:
    """What is written beyond the canvas or over something else that is written."""
    width, height = size_of(svg)
    found = boxes(svg)
    said = [
        f"{one.words!r} leaves the picture"
        for one in found
        if one.left < 0 or one.top < 0 or one.right > width or one.bottom > height
    ]
    found.sort(key=lambda one: one.top)
    for index, one in enumerate(found):
        for other in found[index + 1 :]:
            if other.top >= one.bottom:
                break
            if one.left < other.right and other.left < one.right:
                said.append(f"{one.words!r} meets {other.words!r}")
    return said
