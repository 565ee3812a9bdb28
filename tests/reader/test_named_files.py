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
        ("Add ``src/a.py``", ["src/a.py"]),
        ("Add (src/a.py), then “src/b.py”", ["src/a.py", "src/b.py"]),
        ("Add [it](src/a.py)", ["src/a.py"]),
        ("`src/a-b_c.d.test.tsx`", ["src/a-b_c.d.test.tsx"]),
        ("`img/lamp@2x.png`", ["img/lamp@2x.png"]),
        ("Run `python src/a.py`", []),
        ("All of `src/{a,b}.py` and src/**/a.py", []),
        ("Write to wren@example.org/a.py", []),
        ("In $HOME/src/a.py, ~/src/a.py or /etc/harbour/a.toml", []),
        ("In `src/masts/`, either/or.", []),
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


def test_several_in_their_order() -> None:
    """Each as often as it stands there."""
    text = "Move `a.py` and lib/b.rs to `lib/a.py`, and `a.py` goes"
    assert names(text) == ["a.py", "lib/b.rs", "lib/a.py", "a.py"]


def test_only_the_range_is_looked_at() -> None:
    source = b"`a.py` `b.py` `c.py`"
    assert [one.name for one in find_named_files(source, 6, 14)] == ["b.py"]


def test_bytes_that_are_no_text() -> None:
    """Broken UTF-8 around a name is left alone."""
    source = b"\xff\xfe `a.py` \xc3"
    assert [one.name for one in find_named_files(source, 0, len(source))] == ["a.py"]
