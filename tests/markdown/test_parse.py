"""Bytes to blocks: kinds, ranges, boxes, and what a parser easily gets wrong."""

from __future__ import annotations

import pytest

from trueplan.markdown import Block, Heading, Item, Table, parse


def _kinds(source: bytes) -> list[str]:
    return [block.kind for block in parse(source).blocks]


def _headings(source: bytes) -> list[tuple[int, str]]:
    return [
        (block.level, block.text) for block in parse(source).blocks if isinstance(block, Heading)
    ]


def _items(source: bytes) -> list[Item]:
    """The items of the first list."""
    block = next(block for block in parse(source).blocks if block.kind == "list")
    assert isinstance(block, Block)
    return [child for child in block.children if isinstance(child, Item)]


def test_blocks_come_in_order() -> None:
    """Each kind of block is told apart, and blank lines are none."""
    source = (
        b"---\na: b\n---\n\n# T\n\nwords\n\n- a\n\n> q\n\n```\nx\n```\n\n---\n\n<div>\n</div>\n\n"
        b"| a |\n|---|\n| b |\n\n[^1]: note\n"
    )
    assert _kinds(source) == [
        "front-matter", "heading", "paragraph", "list", "quote", "code", "rule", "html", "table",
        "note",
    ]  # fmt: skip


def test_headings_are_read_as_a_reader_sees_them() -> None:
    """Emphasis, code and links leave their words; underlined headings count too."""
    source = b"# **A** `b` [c](d) ##\n\nUnder\n=====\n\nTwo\nlines\n---\n"
    assert _headings(source) == [(1, "A b c"), (1, "Under"), (2, "Two\nlines")]


def test_ranges_are_bytes_of_the_file() -> None:
    """Behind a BOM and characters of many bytes a range still slices what it names."""
    source = "\ufeff# 完了\n\n✅ words\n".encode()
    assert [source[block.start : block.end] for block in parse(source).blocks] == [
        "# 完了\n".encode(),
        "✅ words\n".encode(),
    ]


def test_broken_bytes_do_not_move_what_follows() -> None:
    """The first broken byte is reported, and the heading behind it stands where it stood."""
    source = b"a \xff\xfe b\n\n# T\n"
    markdown = parse(source)
    assert markdown.invalid == 2
    assert source[markdown.blocks[1].start : markdown.blocks[1].end] == b"# T\n"


def test_a_sound_file_has_no_broken_byte() -> None:
    """Without broken bytes the offset is -1."""
    assert parse(b"# T\n").invalid == -1


@pytest.mark.parametrize(
    ("line", "box"),
    [
        ("- [ ] a", " "),
        ("* [x] a", "x"),
        ("+ [X] a", "X"),
        ("1. [ ] a", " "),
        ("12) [x] a", "x"),
        ("- [~] a", "~"),
        ("- [/] a", "/"),
        ("- [-] a", "-"),
        ("- [ ]", " "),
        ("- a [x]", None),
        ("- []  a", None),
        ("- [x](link.md)", None),
        ("- [y] a", None),
        ("- `[x]` a", None),
        ("- [-](link.md)", None),
    ],
)
def test_boxes(line: str, box: str | None) -> None:
    """A box stands first in its item, in one of six forms; links and code are none."""
    source = line.encode() + b"\n"
    (item,) = _items(source)
    assert item.box == box
    if box is not None:
        assert source[item.box_start : item.box_start + 3] == f"[{box}]".encode()


def test_the_words_of_an_item_stop_at_what_is_nested() -> None:
    """A nested list is not among the item's own words, and the item holds it all the same."""
    source = b"- [ ] outer\n  more\n  - [x] inner\n"
    (item,) = _items(source)
    assert source[item.start : item.lead_end].rstrip() == b"- [ ] outer\n  more"
    assert source[item.start : item.end] == source


def test_boxes_in_code_and_comments_are_none() -> None:
    """Fences, indented code, inline code and comments hold no boxes."""
    source = b"```\n- [ ] a\n```\n\n    - [ ] b\n\n`- [ ] c`\n\n<!--\n- [ ] d\n-->\n\n- [ ] e\n"
    assert [box for _, box in parse(source).boxes] == [" "]


@pytest.mark.parametrize(
    ("source", "closed"),
    [
        (b"```\na\n```\n", True),
        (b"```\na\n", False),
        (b"````\na\n```\n", False),
        (b"~~~\na\n```\n", False),
        (b"~~~~\na\n~~~~~~\n", True),
        (b"```\r\na\r\n```\r\n", True),
        (b"    indented\n", True),
    ],
)
def test_a_fence_left_open_is_known(source: bytes, closed: bool) -> None:
    """A fence closes with at least as many of its own signs as opened it."""
    block = parse(source).blocks[0]
    assert isinstance(block, Block)
    assert (block.kind, block.closed) == ("code", closed)


def test_a_fence_inside_an_item_can_be_left_open() -> None:
    """The list ends the fence in it; nobody closed it all the same."""
    (item,) = _items(b"- a\n  ```\n  code\n\nwords\n")
    code = item.children[-1]
    assert isinstance(code, Block)
    assert (code.kind, code.closed) == ("code", False)


def test_cells_are_byte_ranges() -> None:
    """The head is the first row; an escaped pipe stays in its cell."""
    source = "| ä | b |\n|---|---|\n| c \\| d | ✅ |\n".encode()
    table = parse(source).blocks[0]
    assert isinstance(table, Table)
    assert [[source[start:end].strip() for start, end in row] for row in table.rows] == [
        ["ä".encode(), b"b"],
        [b"c \\| d", "✅".encode()],
    ]


def test_links_and_pictures_are_kept_with_their_targets() -> None:
    """In paragraphs, headings and cells; addresses written bare between angles are marked."""
    source = (
        b"# [a](a.md)\n\n![p](p.png) <https://x.y> [b][r]\n\n| [c](c.md) |\n|---|\n\n[r]: b.md\n"
    )
    assert [(link.target, link.image, link.automatic) for link in parse(source).links] == [
        ("a.md", False, False),
        ("p.png", True, False),
        ("https://x.y", False, True),
        ("b.md", False, False),
        ("c.md", False, False),
    ]


def test_struck_words_have_a_range() -> None:
    """Strike-through is kept with its signs."""
    source = b"- ~~gone~~ stays\n"
    assert [source[start:end] for start, end in parse(source).struck] == [b"~~gone~~"]
