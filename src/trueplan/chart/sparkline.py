"""A small series as one line of characters.

After Tufte, *Beautiful Evidence* (2006): a graphic of the size of a word.
"""

from __future__ import annotations

from collections.abc import Sequence

_LEVELS = "▁▂▃▄▅▆▇█"
_PLAIN_LEVELS = "_.:-=+*#"


def sparkline(values: Sequence[float | None], unicode: bool) -> str:
    """One character a value, from 0 to the highest; a value that is not known is a blank.

    Zero alone is at the lowest level, so that something differs from nothing.
    """
    levels = _LEVELS if unicode else _PLAIN_LEVELS
    highest = max((value for value in values if value is not None), default=0.0)
    return "".join(
        " " if value is None else levels[_level(value, highest, len(levels) - 1)]
        for value in values
    )


def _level(value: float, highest: float, most: int) -> int:
    if value <= 0 or highest <= 0:
        return 0
    return min(max(round(value / highest * most), 1), most)
