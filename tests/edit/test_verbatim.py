"""Words of others, written so that Markdown shows them as they are."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from trueplan.edit.verbatim import as_code, as_prose, as_told, as_words
from trueplan.markdown import parse


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, a_b and R&D -> x", "plain words, a_b and R&D -> x"),
        ("[x](y) <script> *d* _e_ ~~h~~", r"\[x\](y) \<script> \*d\* \_e\_ \~\~h\~\~"),
        ("a | b `c` \\ &amp;", r"a \| b \`c\` \\ \&amp;"),
        ("two\nlines\x00and\u202ea turn", "two lines and a turn"),
        ("__init__ and a__b_", r"\_\_init\_\_ and a\_\_b\_"),
        ("- x", r"\- x"),
        ("1. x", r"1\. x"),
        ("# x", r"\# x"),
        ("> x", r"\> x"),
        ("---", r"\---"),
        ("C #", r"C \#"),
        ("", ""),
    ],
)
def test_words(text: str, written: str) -> None:
    assert as_words(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a.py", "`a.py`"),
        ("a`b.py", "``a`b.py``"),
        ("`a`", "`` `a` ``"),
        ("a\nb", "`a b`"),
    ],
)
def test_code(text: str, written: str) -> None:
    assert as_code(text) == written


@pytest.mark.parametrize(
    ("text", "prose", "told"),
    [
        ("Do `a|b` now", "Do `a|b` now", "Do `a|b` now"),
        ("Do ``a`b``", "Do ``a`b``", "Do ``a`b``"),
        ("An `open tick", r"An \`open tick", "An open tick"),
        ("See [`x`](y.md), *soon*", r"See \[`x`\](y.md), \*soon\*", "See `x`, soon"),
    ],
)
def test_code_stays_code(text: str, prose: str, told: str) -> None:
    assert (as_prose(text), as_told(text)) == (prose, told)


@given(st.text("ab `*_[]()<>|#-+.1&;~\\!=\n\r\t\x00\x85\u2028\ue000\ue001", max_size=30))
def test_no_words_are_markup(text: str) -> None:
    """An item with any words is one item, with no block, link, HTML or box of its own."""
    for words in (as_words(text), as_prose(text), as_told(text), as_code(text)):
        markdown = parse(f"- 0 {words}\n- {words}\n\nend\n".encode())
        assert [block.kind for block in markdown.blocks] == ["list", "paragraph"]
        assert (markdown.links, markdown.html, markdown.boxes, markdown.struck) == ((), (), (), ())
        first = markdown.blocks[0]
        assert first.kind == "list"
        assert [item.children for item in first.children] == [(), ()]  # type: ignore[union-attr]
