"""SVG as text: escaping, numbers, the frame of a picture."""

from __future__ import annotations

import pytest

from tests.chart.picture import parse
from trueplan.chart.svg import document, element, escape, number, path, text


@pytest.mark.parametrize(
    ("value", "said"),
    [(1.0, "1"), (1.25, "1.25"), (1 / 3, "0.33"), (-0.001, "0"), (100.0, "100"), (-2.5, "-2.5")],
)
def test_numbers_are_short(value: float, said: str) -> None:
    assert number(value) == said


def test_what_a_plan_says_is_not_markup() -> None:
    said = escape('</svg><script>"a" & b</script>')
    assert said == "&lt;/svg&gt;&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;"


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert escape("a\x00\x1b\ud800\ufffe\u202eb\nc") == "a\ufffd\ufffd\ufffd\ufffd\ufffdb c"


def test_elements() -> None:
    assert text("note", 1, 2.5, "a<b") == '<text class="note" x="1" y="2.5">a&lt;b</text>'
    assert path("edge", "M", 0, 1.0, "H", 5) == '<path class="edge" d="M 0 1 H 5"/>'
    assert element("g", {}, "<a/>") == "<g><a/></g>"


def test_a_picture_is_named_for_whoever_hears_it() -> None:
    svg = document((100, 50), "Lights & masts", "Two bars.")
    root = parse(svg)
    assert root.attrib["viewBox"] == "0 0 100 50"
    assert root.attrib["role"] == "img"
    assert [(one.tag.rpartition("}")[2], one.text) for one in root][:2] == [
        ("title", "Lights & masts"),
        ("desc", "Two bars."),
    ]
