"""TP001: the file is not UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.markdown import is_wide
from trueplan.text import Span

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_REPLACEMENT = "\ufffd"


def check(subject: Subject) -> Iterator[Found]:
    """Report the first byte of a file that is not UTF-8, and how many places follow it."""
    first = subject.markdown.invalid
    if first < 0:
        return
    source = subject.source
    span = Span(first, first + 1)
    if source.startswith(_UTF16_MARKS):
        yield _wide(span, "UTF-16", "the mark of UTF-16")
        return
    if is_wide(source):
        order = "UTF-16BE" if source[0] == 0 else "UTF-16LE"
        yield _wide(span, order, "half of a character")
        return
    byte = source[first]
    places = _broken_places(source)
    more = f", and {places - 1} more like it" if places > 1 else ""
    yield Found(
        span,
        f"byte 0x{byte:02X} is not UTF-8{more}; the rest of the file was read",
        help="save the file as UTF-8; if it is Windows-1252: iconv -f WINDOWS-1252 -t UTF-8",
        mark="not UTF-8",
        seen=f"0x{byte:02X} in {places} places",
    )


def _wide(span: Span, encoding: str, mark: str) -> Found:
    return Found(
        span,
        "the file is UTF-16, so nothing in it can be read",
        help=f"convert it: iconv -f {encoding} -t UTF-8",
        mark=mark,
    )


def _broken_places(source: bytes) -> int:
    written = source.count(_REPLACEMENT.encode())
    return max(source.decode("utf-8", "replace").count(_REPLACEMENT) - written, 1)


RULE = Rule(
    code="TP001",
    name="not-utf8",
    severity="error",
    scope="document",
    summary="The file is not UTF-8.",
    what=(
        "Reports the first byte that is not UTF-8, and how many more there are. The file is read "
        "all the same; words with broken bytes show a question mark for each. The bad example "
        "stands on the disk as Windows-1252, the good one as UTF-8."
    ),
    why=(
        "Git, browsers and other people's editors take Markdown for UTF-8. They show rubbish, or "
        "save the file with the words lost."
    ),
    bad="""\
# Implementation Plan: Café on the quay

**Status**: Planned

- [ ] Ask the café for the key to the fuse box
""",
    good="""\
# Implementation Plan: Café on the quay

**Status**: Planned

- [ ] Ask the café for the key to the fuse box
""",
    check=check,
    bad_encoding="windows-1252",
)
