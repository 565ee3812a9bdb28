"""The anchors that GitHub gives to headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import category

from trueplan.markdown.block import Heading, Markdown, find_blocks
from trueplan.text.pattern import Pattern

# GitHub keeps what its regular expressions call a word: letters, marks (the invisible selector
# behind ⚠️ is one), decimal digits, joining punctuation; and of letters also those in circles.
_KEPT = ("L", "M")
_KEPT_EXACTLY = ("Nd", "Nl", "Pc")
_CIRCLED = ((0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))
_PLAIN = Pattern(r"[^a-z0-9_\- ]")
_TAG = re.compile(rb"<[a-zA-Z][^>]*>")
_NAMED = re.compile(rb"""(?<![\w-])(?:id|name)\s*=\s*["']?([^"'\s>]+)""")
_HTML_HEADING = re.compile(rb"<h([1-6])\b[^>]*>(.*?)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_ANY_TAG = Pattern(r"<[^>]*>")


def slug(text: str) -> str:
    """The anchor of a heading: lower case, punctuation gone, blanks as hyphens.

    Follows what GitHub does: words of any script, `_` and `-` stay, each space becomes one
    hyphen, and hyphens are neither trimmed nor merged.
    """
    lowered = text.strip().lower()
    if lowered.isascii():
        return _PLAIN.sub("", lowered).replace(" ", "-")
    return "".join(sign for sign in lowered if _is_kept(sign)).replace(" ", "-")


@cache
def _is_kept(sign: str) -> bool:
    if sign in "- ":
        return True
    kind = category(sign)
    if kind.startswith(_KEPT) or kind in _KEPT_EXACTLY:
        return True
    return kind == "So" and any(first <= ord(sign) <= last for first, last in _CIRCLED)


def heading_anchors(headings: Iterable[Heading]) -> set[str]:
    """The anchors of all headings; a repeated one gets `-1`, `-2`, as on GitHub."""
    return _numbered(slug(heading.text.replace("\n", "")) for heading in headings)


def named_anchors(markdown: Markdown) -> set[str]:
    """The anchors that HTML in the file sets by `id` or `name`."""
    source = markdown.source
    return {
        found.decode("utf-8", "replace")
        for piece in markdown.html
        for tag in _TAG.findall(source[piece.start : piece.end])
        for found in _NAMED.findall(tag)
    }


def all_anchors(markdown: Markdown) -> frozenset[str]:
    """Every anchor of a file: of its headings, in quotes and lists too, and those set by HTML."""
    source = markdown.source
    found: list[tuple[int, str]] = []
    extra: set[str] = set()
    for heading in find_blocks(markdown.blocks, "heading"):
        name = slug(heading.text.replace("\n", ""))
        found.append((heading.start, name))
        words = source[heading.start : heading.end].lstrip(b"# \t")
        if words.startswith((b"<", b"!", b"[!")):
            extra.add(f"-{name}")  # the blank behind a tag or a picture stays
    if b"<h" in source or b"<H" in source:
        found += [
            (piece.start, slug(_ANY_TAG.sub("", words.decode("utf-8", "replace"))))
            for piece in markdown.html
            for _, words in _HTML_HEADING.findall(source[piece.start : piece.end])
        ]
    found.sort()
    names = _numbered(name for _, name in found)
    return frozenset(names | extra | named_anchors(markdown))


def _numbered(slugs: Iterable[str]) -> set[str]:
    counts: dict[str, int] = {}
    for base in slugs:
        name = base
        while name in counts:
            counts[base] += 1
            name = f"{base}-{counts[base]}"
        counts[name] = 0
    return set(counts)
