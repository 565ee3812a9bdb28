"""Laws of anchors: the same heading gives the same anchor, and no two headings share one."""

from __future__ import annotations

from hypothesis import given, strategies as st

from trueplan.markdown import Heading, parse
from trueplan.markdown.anchors import heading_anchors, slug

_TITLES = st.one_of(st.sampled_from(("a", "A", "a-1", "a 1", "a-1-1", "", "-", "é!")), st.text())


@given(_TITLES)
def test_a_slug_depends_on_its_text_alone(text: str) -> None:
    """The same text gives the same slug, and a slug is its own slug."""
    assert slug(text) == slug(text)
    assert slug(slug(text)) == slug(text)


@given(_TITLES)
def test_a_slug_has_no_blanks(text: str) -> None:
    """No space stays in a slug, and letters are lower case."""
    assert " " not in slug(text)
    assert slug(text) == slug(text).lower()


@given(st.lists(_TITLES, max_size=12))
def test_each_heading_has_an_anchor_of_its_own(titles: list[str]) -> None:
    """There are as many anchors as headings, whatever their titles are."""
    headings = [Heading("heading", 0, 0, 2, title, False) for title in titles]
    assert len(heading_anchors(headings)) == len(titles)


@given(st.lists(st.sampled_from(("a", "a-1", "b")), max_size=8))
def test_anchors_do_not_depend_on_what_follows(titles: list[str]) -> None:
    """A heading added at the end leaves the anchors before it as they are."""
    headings = [
        block
        for block in parse("".join(f"# {title}\n\n" for title in titles).encode()).blocks
        if isinstance(block, Heading)
    ]
    assert heading_anchors(headings[:-1]) <= heading_anchors(headings)
