"""Text in columns: how wide it is, how it is cut, wrapped and aligned."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.record import Literal

Side = Literal["left", "right"]
_ESCAPE = "\x1b["


def width_of(text: str) -> int:
    """How many columns `text` takes; wide characters take two, styles and combining marks none."""
    if text.isascii():
        return len(text) if "\x1b" not in text else len(unstyled(text))
    from unicodedata import combining, east_asian_width

    plain = unstyled(text)
    total = len(plain)
    for character in plain:
        if character.isascii():
            continue
        if combining(character) or character in "\u200b\u200d\ufe0e\ufe0f":
            total -= 1
        elif east_asian_width(character) in "WF":
            total += 1
    return total


def unstyled(text: str) -> str:
    """`text` without its styles."""
    if _ESCAPE not in text:
        return text
    first, *rest = text.split(_ESCAPE)
    return first + "".join(piece.partition("m")[2] for piece in rest)


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """`text` without styles, cut to `width` columns."""
    if width_of(text) <= width:
        return text
    return text[: fitting(text, width - len(ellipsis))].rstrip() + ellipsis


def fitting(text: str, width: int) -> int:
    """How many characters of `text` fit into `width` columns."""
    if text[:width].isascii():
        return min(len(text), max(width, 0))
    room = width
    for position, character in enumerate(text):
        room -= 1 if character.isascii() else width_of(character)
        if room < 0:
            return position
    return len(text)


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


def pad(text: str, width: int, side: Side = "left") -> str:
    """`text` with blanks on its other side, `width` columns in all."""
    blanks = " " * (width - width_of(text))
    return text + blanks if side == "left" else blanks + text


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
