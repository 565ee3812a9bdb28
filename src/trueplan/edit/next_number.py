"""The number of a new phase: `4` behind `3`, `2.4` behind `2.3`, `C` behind `B`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WHOLE = re.compile(r"\d+")
_RANGE = re.compile(r"\d+\s*(?:[-–—&/+]|to|and)\s*(\d+)")
_DOTTED = re.compile(r"(.*\D)(\d+)")


def next_number(numbers: Sequence[str | None]) -> str | None:
    """The number that follows those of the phases there; None where the last one has none.

    Whole numbers go on behind the highest, as wide as the last; others behind the last.
    """
    last = numbers[-1] if numbers else None
    if not last:
        return None
    whole = [number for number in numbers if number and _WHOLE.fullmatch(number)]
    if _WHOLE.fullmatch(last) or (
        whole and not (_DOTTED.fullmatch(last) or _RANGE.fullmatch(last))
    ):
        width = len(last) if last.startswith("0") else 0
        return f"{max(map(int, whole)) + 1:0{width}d}"
    ends = _RANGE.fullmatch(last)
    if ends is not None:
        return str(int(ends[1]) + 1)
    dotted = _DOTTED.fullmatch(last)
    if dotted is not None:
        return f"{dotted[1]}{int(dotted[2]) + 1}"
    letter = last[-1]
    if letter.isascii() and letter.isalpha() and letter not in "zZ":
        return last[:-1] + chr(ord(letter) + 1)
    return f"{last}2"
