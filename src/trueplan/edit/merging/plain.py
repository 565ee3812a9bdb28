"""Which lines are code or data, where a dash is no bullet and a pipe no cell."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.text.pattern import Pattern

_FENCE = Pattern(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})(.*)$")


def find_plain(lines: Sequence[str]) -> list[bool]:
    """For each line whether it stands in a fence, as the fences themselves do, or front matter.

    There is one more at the end: whether what is put behind the last line does.
    """
    found: list[bool] = []
    fence = "---" if lines and lines[0].rstrip() == "---" and "---" in lines[1:] else ""
    for at, text in enumerate(lines):
        if fence == "---":
            found.append(True)
            fence = "" if at and text.rstrip() == "---" else fence
            continue
        match = _FENCE.match(text)
        found.append(bool(fence) or match is not None)
        if match is None:
            continue
        if not fence:
            fence = match[1]
        elif match[1].startswith(fence) and not match[2].strip():
            fence = ""
    return [*found, bool(fence)]
