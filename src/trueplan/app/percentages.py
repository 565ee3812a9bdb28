"""The share of users that a flag is on for, as a person types it."""

from __future__ import annotations

from trueplan.errors import UsageError


def read_percentage(word: str) -> str:
    """A number from 0 to 100, without its sign, as it was typed. Raises UsageError."""
    bare = word.strip().removesuffix("%").strip()
    try:
        value = float(bare)
    except ValueError:
        raise UsageError(f"“{word}” is no percentage", help="a number from 0 to 100") from None
    if not 0 <= value <= 100:
        raise UsageError(f"{word} is out of range", help="a percentage is from 0 to 100")
    return bare
