"""Lines of `.gitattributes`."""

from __future__ import annotations

from trueplan.edit.attributes import add_attributes, exact_pattern, quote_pattern
from trueplan.text import apply_edits


def added(text: str, *patterns: str) -> str:
    return apply_edits(text.encode(), add_attributes(text.encode(), patterns)).decode()


def test_what_is_missing_is_added() -> None:
    assert added("", "/a.md", "/b.md") == "/a.md merge=trueplan\n/b.md merge=trueplan\n"
    assert added("*.md text\r\n/a.md  merge=trueplan\r\n", "/a.md", "/b.md") == (
        "*.md text\r\n/a.md  merge=trueplan\r\n/b.md merge=trueplan\r\n"
    )
    assert added("*.md text", "/a.md") == "*.md text\n/a.md merge=trueplan\n"


def test_patterns_of_odd_names() -> None:
    assert exact_pattern("a/b.md") == "/a/b.md"
    assert exact_pattern("a [x]*.md") == '"/a \\\\[x]\\\\*.md"'
    assert quote_pattern("/a b/**/*.md") == '"/a b/**/*.md"'
