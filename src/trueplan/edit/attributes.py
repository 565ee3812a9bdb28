"""Lines of `.gitattributes` that name the merge driver for the files it knows."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.text import Edit, newline_near

DRIVER = "trueplan"
_SIGNS = "*?[\\"
_QUOTED = ' "\t#!'


def add_attributes(source: bytes, patterns: Sequence[str]) -> tuple[Edit, ...]:
    """The edits that add a line for each pattern which has none yet."""
    there = {tuple(line.split()) for line in source.decode("utf-8", "replace").split("\n")}
    missing = [
        line
        for pattern in patterns
        if tuple((line := f"{pattern} merge={DRIVER}").split()) not in there
    ]
    if not missing:
        return ()
    newline = newline_near(source, max(0, len(source) - 1)) if source else "\n"
    lead = newline if source and not source.endswith(b"\n") else ""
    text = "".join(f"{line}{newline}" for line in missing)
    return (Edit(len(source), len(source), f"{lead}{text}"),)


def exact_pattern(path: str) -> str:
    """The pattern that matches one path from the root, and no other."""
    escaped = "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in path)
    return quote_pattern(f"/{escaped}")


def quote_pattern(pattern: str) -> str:
    """A pattern as git reads it where it holds blanks."""
    if not any(sign in pattern for sign in _QUOTED):
        return pattern
    inner = pattern.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{inner}"'
