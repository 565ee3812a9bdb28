"""Keep the links of a file to its own headings right when these are worded anew."""

from __future__ import annotations

from trueplan.edit.destinations import find_destinations
from trueplan.edit.document import Document
from trueplan.markdown import Heading, Markdown, find_blocks
from trueplan.markdown.anchors import slug
from trueplan.text import Edit


def retarget(document: Document, after: Markdown) -> tuple[Edit, ...]:
    """The edits of destinations such as `#phase-2-planks` whose heading is another in `after`.

    A heading that shares its anchor with others is left alone.
    """
    old, new = _slugs(document.markdown), _slugs(after)
    if len(old) != len(new):
        return ()
    moved = {
        f"#{one}": f"#{other}"
        for one, other in zip(old, new, strict=True)
        if one != other and old.count(one) == 1 and new.count(other) == 1
    }
    return tuple(
        Edit(*one.span, moved[one.text])
        for one in find_destinations(document.markdown, document.source)
        if one.text in moved
    )


def _slugs(markdown: Markdown) -> list[str]:
    headings: list[Heading] = find_blocks(markdown.blocks, "heading")
    return [slug(heading.text.replace("\n", "")) for heading in headings]
