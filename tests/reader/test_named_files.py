"""Files that a text names, and what only looks like one."""

from __future__ import annotations

import pytest

from trueplan.reader.named_files import find_named_files


def names(text: str) -> list[str]:
    source = text.encode()
    return [one.name for one in find_named_files(source, 0, len(source))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write `src/quay.py` first", ["src/quay.py"]),
        ("Write `./src/quay.py:12`", ["src/quay.py"]),
        ("Write `src/quay.py:12-20`", ["src/quay.py"]),
        ("Write src/quay.py and docs/a.md.", ["src/quay.py", "docs/a.md"]),
        ("Write `quay.py`", ["quay.py"]),
        ("Write quay.py", []),
        ("Call `quay.build()`", []),
        ("See `user.name` and e.g. this", []),
        ("See https://example.org/a/b.html", []),
        ("Version `1.2.3`", []),
        ("All of `src/*.py`", []),
        ("Not `../outside.py`", []),
        ("Ends in `.md`", []),
        ("Keys in `.env`", [".env"]),
        ("`.github/workflows/ci.yml`", [".github/workflows/ci.yml"]),
        ("`a/@scope/b.ts`", ["a/@scope/b.ts"]),
        ("", []),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_where_they_stand() -> None:
    """The span is that of the name, in bytes."""
    source = "für `a/b.py` und c/d.md".encode()
    for one in find_named_files(source, 0, len(source)):
        assert source[one.span.start : one.span.end].decode() == one.name


def test_a_long_line_takes_no_time() -> None:
    assert names("`" + "a/" * 50_000) == []
    assert names("a/" * 50_000 + "`") == []
