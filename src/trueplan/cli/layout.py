"""Text in columns: how it is wrapped and aligned. How wide it is, `text.columns` says."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.text.columns import Side, cut, fitting, pad, unstyled, width_of

__all__ = ["Side", "align", "counted", "cut", "fitting", "pad", "unstyled", "width_of", "wrap"]


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns; its own line ends stay, long words too."""
    if "\n" not in text and width_of(text) <= width:
        return [text]
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if line and width_of(line) + 1 + width_of(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return lines


def align(rows: Sequence[Sequence[str]], sides: Sequence[Side] = (), gap: str = "  ") -> list[str]:
    """Rows as lines with their columns under each other; `sides` says where each one stands."""
    columns = max((len(row) for row in rows), default=0)
    widths = [
        max((width_of(row[i]) for row in rows if i < len(row)), default=0) for i in range(columns)
    ]
    lines = []
    for row in rows:
        cells = [
            pad(cell, widths[index], sides[index] if index < len(sides) else "left")
            for index, cell in enumerate(row)
        ]
        lines.append(gap.join(cells).rstrip())
    return lines


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it is not one."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun}{'es' if noun.endswith(('x', 's')) else 's'}"
