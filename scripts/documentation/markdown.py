"""Pieces of Markdown: fences that hold what is in them, tables, code in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_OPTION = re.compile(r"(?<![\w`=-])(--?[A-Za-z][\w-]*)(?![\w`])")


def fence(text: str, language: str) -> str:
    """`text` as a code block, its fence longer than any in the text."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    ticks = "`" * (longest + 1)
    return f"{ticks}{language}\n{text.rstrip(chr(10))}\n{ticks}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; pipes in cells are escaped, line ends become spaces."""
    lines = [_row(head), "|" + "---|" * len(head)]
    lines += [_row([_cell(cell) for cell in row]) for row in rows]
    return "\n".join(lines)


def code(text: str) -> str:
    """`text` as code in a sentence."""
    ticks = "``" if "`" in text else "`"
    room = " " if "`" in text else ""
    return f"{ticks}{room}{text}{room}{ticks}"


def quote_options(text: str) -> str:
    """`text` with options as code, where they are not yet: typography would join the hyphens."""
    parts = text.split("`")
    parts[::2] = [_OPTION.sub(r"`\1`", part) for part in parts[::2]]
    return "`".join(parts)


def join(*parts: str) -> str:
    """A page of `parts` with a blank line between; empty ones are left out."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
