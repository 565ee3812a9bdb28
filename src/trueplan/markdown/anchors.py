"""The anchors that GitHub gives to headings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trueplan.markdown.block import Heading, Markdown

_DROPPED = re.compile(r"[^\w\- ]")
_NAMED = re.compile(rb"""<[a-zA-Z][^>]*?\b(?:id|name)\s*=\s*["']?([^"'\s>]+)""")


def slug(text: str) -> str:
    """The anchor of a heading: lower case, punctuation gone, blanks as hyphens.

    Follows what GitHub does: letters, digits, `_` and `-` of any script stay, each space
    becomes one hyphen, and nothing is trimmed or merged.
    """
    return _DROPPED.sub("", text.strip().lower()).replace(" ", "-")


def heading_anchors(headings: Iterable[Heading]) -> set[str]:
    """The anchors of all headings; a repeated one gets `-1`, `-2`, as on GitHub."""
    counts: dict[str, int] = {}
    for heading in headings:
        name = base = slug(heading.text.replace("\n", " "))
        while name in counts:
            counts[base] += 1
            name = f"{base}-{counts[base]}"
        counts[name] = 0
    return set(counts)


def named_anchors(markdown: Markdown) -> set[str]:
    """The anchors that HTML in the file sets by `id` or `name`."""
    source = markdown.source
    return {
        found.decode("utf-8", "replace")
        for piece in markdown.html
        for found in _NAMED.findall(source[piece.start : piece.end])
    }
