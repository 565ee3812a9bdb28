"""Columns of a terminal: how many a text takes, how it is cut to them and filled up."""

from __future__ import annotations

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
    for character in set(plain):  # few are not ASCII, and most of these come again
        if character.isascii():
            continue
        if combining(character) or character in "\u200b\u200d\ufe0e\ufe0f":
            total -= plain.count(character)
        elif east_asian_width(character) in "WF":
            total += plain.count(character)
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


def pad(text: str, width: int, side: Side = "left") -> str:
    """`text` with blanks on its other side, `width` columns in all."""
    blanks = " " * (width - width_of(text))
    return text + blanks if side == "left" else blanks + text
