"""Words as they are shown and compared."""

from __future__ import annotations


def one_line(text: str) -> str:
    """`text` with every stretch of white space as one space."""
    return " ".join(text.split())
