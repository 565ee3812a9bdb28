"""New items look like those beside them."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.document import Document, read_document
from trueplan.edit.lists import add_item, fill_section
from trueplan.markdown import Block
from trueplan.markdown.block import find_blocks


def list_of(source: str) -> tuple[Document, Block]:
    document = read_document(source.encode())
    block = next(iter(find_blocks(document.markdown.blocks, "list")))
    assert isinstance(block, Block)
    return document, block


@pytest.mark.parametrize(
    ("source", "came"),
    [
        ("- a\n- b\n", ["+- new"]),
        ("* a\n* b\n", ["+* new"]),
        ("- [x] a\n- [ ] b\n", ["+- [ ] new"]),
        ("1. a\n2. b\n", ["+3. new"]),
        ("1) [x] a\n", ["+2) [ ] new"]),
        ("  - a\n  - b\n", ["+  - new"]),
        ("-   a\n", ["+-   new"]),
        ("- a\n\n- b\n", ["+- new", "+"]),
        ("- a\r\n- b\r\n", ["+- new\r"]),
        ("- a  \n- b  \n", ["+- new  "]),
        ("- a\n  - nested\n\n  more of a\n", ["+- new"]),
        ("- a\n- b", ["+- new"]),
        ("> - a\n> - b\n", ["+> - new"]),
        ("- a\n\n\nAfter.\n", ["+- new"]),
    ],
)
def test_add_item(source: str, came: list[str]) -> None:
    document, block = list_of(source)
    assert changed(source, [add_item(document.source, block, "new")]) == came


def test_add_item_behind_another() -> None:
    source = "- a\n  - under a\n- b\n"
    document, block = list_of(source)
    first = block.children[0]
    edit = add_item(document.source, block, "new", after=first)  # type: ignore[arg-type]
    assert source[: edit.start] == "- a\n  - under a"
    assert edit.text == "\n- new"


@pytest.mark.parametrize(
    ("body", "changes"),
    [
        ("- one\n", ["+- new"]),
        ("- TBD\n", ["-- TBD", "+- new"]),
        ("None yet\n", ["-None yet", "+- new"]),
        ("<!-- trueplan: what was learnt -->\n", ["-<!-- trueplan: what was learnt -->", "+- new"]),
        ("Some words.\n", ["+- new", "+"]),
        ("", ["+", "+- new"]),
    ],
    ids=["a list", "a placeholder", "words that hold the place", "guidance", "prose", "nothing"],
)
def test_fill_section(body: str, changes: list[str]) -> None:
    source = f"# Plan\n\n## Notes\n\n{body}\n## References\n\n- one\n"
    document = read_document(source.encode())
    section = next(one for one in document.plan.sections if one.title == "Notes")
    edits = [fill_section(document, section.heading, section.span, "new")]
    assert changed(source, edits) == changes
