"""Files that a text names: in code, or plainly by a path."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueplan.record import Record
from trueplan.text import Span
from trueplan.text.pattern import Pattern

# A name of a file in code: with an ending that begins with a letter, and no blank or call in it.
# The first sign stands by itself: `re` looks for a literal fast, for a repeated one it does not.
_IN_CODE = re.compile(
    rb"``*+[ \t]?(?:\./)?((?:[\w.@+-]++/)*+[\w.@+-]*\.[A-Za-z]\w{0,9}+)(?::\d+(?:-\d+)?)?[ \t]?`+"
)
# Outside of code only what has a folder and an ending is taken for a file.
_PLAIN = re.compile(
    rb"(?<![\w/.:@~`$%*<{\\-])(?:\./)?((?:[\w.@+-]++/)++[\w.@+-]*\w\.[A-Za-z]\w{0,5})(?![\w/`*({<\\-])"
)
_ENDINGS = frozenset(
    b"c cc cfg conf cpp cs css csv cts dart env erb ex exs go gradle h hpp html ini ipynb java js"
    b" json jsx kt kts less lock lua md mdx mjs mts php pl png proto ps1 py pyi r rb rs sass scala"
    b" scss sh sql svelte svg swift tf toml ts tsx txt vue xml yaml yml zig".split()
)
# What every text has that names a file; it passes over most texts, and fast.
_ENDED = Pattern(
    rf"\.(?:{'|'.join(sorted(one.decode() for one in _ENDINGS))})(?!\w)", re.IGNORECASE | re.ASCII
)


class NamedFile(Record):
    """A file as a text names it, without a leading "./", and where."""

    name: str
    span: Span


def may_name_files(text: str) -> bool:
    """Whether a text may name a file; False is certain."""
    return _ENDED.search(text) is not None


def find_named_files(source: bytes, start: int, end: int) -> tuple[NamedFile, ...]:
    """The files that a range of bytes names, in their order.

    What merely looks like one is left out: an ending that no file of a project has (`e.g.`,
    `user.name`), a version, an address, a pattern.
    """
    found: dict[int, NamedFile] = {}
    for match in _matches(source, start, end):
        name = match[1]
        ending = name.rpartition(b".")[2].lower()
        bare = name.lower() == b"." + ending and ending != b"env"  # `.md` is an ending, no file
        mail = b"@" in name.partition(b"/")[0][1:] and b"/" in name
        if ending in _ENDINGS and b".." not in name and not bare and not mail:
            span = Span(*match.span(1))
            found.setdefault(span.start, NamedFile(name.decode("utf-8", "replace"), span))
    return tuple(found[at] for at in sorted(found))


def _matches(source: bytes, start: int, end: int) -> Iterator[re.Match[bytes]]:
    yield from _IN_CODE.finditer(source, start, end)
    if source.find(b"/", start, end) >= 0:
        yield from _PLAIN.finditer(source, start, end)
