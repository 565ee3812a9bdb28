"""Destinations are changed where files move, and nothing beside them."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.relink import relink
from trueplan.markdown import parse

OLD, NEW = "docs/plans/quay.md", "docs/plans/archive/quay.md"
FILES = {
    OLD,
    "docs/plans/lamps.md",
    "docs/plans/my file.md",
    "docs/plans/a(1).md",
    "docs/plans/100%.md",
    "docs/adr",
    "docs/adr/1.md",
    "docs/adr/x y.png",
}


def moved(text: str, path: str = OLD) -> list[str]:
    source = text.encode()
    edits = relink(parse(source), source, path, {OLD: NEW}, FILES.__contains__)
    return [line[1:] for line in changed(text, edits) if line[0] == "+"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a](lamps.md)", "[a](../lamps.md)"),
        ("[a](./lamps.md)", "[a](../lamps.md)"),
        ("[a](../adr/1.md#why)", "[a](../../adr/1.md#why)"),
        ("[a](../adr/)", "[a](../../adr/)"),
        ('![a](../adr/x%20y.png "A title")', '![a](../../adr/x%20y.png "A title")'),
        ("[a](<my file.md>)", "[a](<../my file.md>)"),
        ("[a](a\\(1\\).md)", "[a](../a%281%29.md)"),
        ("[a](a(1).md)", "[a](../a%281%29.md)"),
        ("[a](100%25.md)", "[a](../100%25.md)"),
        ("[`]` a](lamps.md)", "[`]` a](../lamps.md)"),
        ("[a [b] c](lamps.md)", "[a [b] c](../lamps.md)"),
        ("[a][1]\n\n[1]: ../adr/1.md 'why'", "[1]: ../../adr/1.md 'why'"),
        ("[a]: <../adr/1.md>\n\n[a]", "[a]: <../../adr/1.md>"),
        ('<a href="../adr/1.md">a</a>', '<a href="../../adr/1.md">a</a>'),
        ("x <img src='../adr/x%20y.png'> y", "x <img src='../../adr/x%20y.png'> y"),
        ("- [ ] [a](lamps.md)\r", "- [ ] [a](../lamps.md)\r"),
        ("| [a](lamps.md) |\n|---|", "| [a](../lamps.md) |"),
        ("[![a](../adr/x%20y.png)](lamps.md)", "[![a](../../adr/x%20y.png)](../lamps.md)"),
    ],
)
def test_links_in_a_file_that_moves(before: str, after: str) -> None:
    assert moved(before) == [after]


@pytest.mark.parametrize(
    "text",
    [
        "[a](#why)",
        "[a](quay.md#why)",
        "[a](https://example.org/lamps.md)",
        "[a](mailto:wren@example.org)",
        "[a](/docs/adr/1.md)",
        "[a](nowhere.md)",
        "`[a](lamps.md)`",
        "```\n[a](lamps.md)\n[b]: lamps.md\n```",
        "    [a](lamps.md)",
        "\\[a](lamps.md)",
    ],
)
def test_what_stays(text: str) -> None:
    """Anchors, addresses, what stands from the root, what led nowhere, and code."""
    assert moved(text) == []


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("docs/plans/README.md", "[a](quay.md)", "[a](archive/quay.md)"),
        ("docs/plans/README.md", "[a](./quay.md#x)", "[a](./archive/quay.md#x)"),
        ("README.md", "[a](docs/plans/quay.md)", "[a](docs/plans/archive/quay.md)"),
        ("README.md", "[a](/docs/plans/quay.md)", "[a](/docs/plans/archive/quay.md)"),
        ("docs/adr/1.md", "[a](../plans/quay.md)", "[a](../plans/archive/quay.md)"),
    ],
)
def test_links_to_a_file_that_moves(path: str, before: str, after: str) -> None:
    assert moved(before, path) == [after]


def test_a_dead_link_does_not_come_to_life() -> None:
    """`../lamps.md` led nowhere from docs/plans; from the archive it would lead to a plan."""
    assert moved("[a](../lamps.md)") == ["[a](../../lamps.md)"]
