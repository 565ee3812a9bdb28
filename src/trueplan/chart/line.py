"""Lines for a terminal, not yet dressed: what prints them knows what a style looks like."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.record import Literal, Record
from trueplan.text.columns import cut, width_of

LineStyle = Literal["", "bold", "dim", "accent", "bad", "good"]


class Piece(Record):
    """A text in one style; the styles are those of the command line."""

    text: str
    style: LineStyle = ""


Line = tuple[Piece, ...]


def plain(line: Line) -> str:
    """The text of a line without its styles."""
    return "".join(piece.text for piece in line)


def join_pieces(pieces: Iterable[Piece]) -> Line:
    """A line of pieces: neighbours of one style are one piece, and no blank ends it."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and (joined[-1].style == piece.style or not piece.text.strip(" ")):
            joined[-1] = Piece(joined[-1].text + piece.text, joined[-1].style)
        elif piece.text:
            joined.append(piece)
    while joined and not (text := joined[-1].text.rstrip(" ")):
        joined.pop()
    if joined:
        joined[-1] = Piece(text, joined[-1].style)
    return tuple(joined)


def flow(parts: Iterable[Line], width: int, unicode: bool, gap: int = 3) -> list[Line]:
    """Parts beside each other in lines of `width` columns; a part that is too wide is cut."""
    lines: list[list[Piece]] = []
    used = 0
    for part in [cut_line(part, width, unicode) for part in parts]:
        size = width_of(plain(part))
        if lines and used + gap + size <= width:
            lines[-1] += [Piece(" " * gap), *part]
            used += gap + size
        else:
            lines.append(list(part))
            used = size
    return [join_pieces(line) for line in lines]


def cut_line(line: Line, width: int, unicode: bool) -> Line:
    """A line cut to `width` columns."""
    room = width
    kept: list[Piece] = []
    if width_of(plain(line)) <= width:
        return line
    for piece in line:
        size = width_of(piece.text)
        if size > room - len(ellipsis(unicode)):
            kept.append(Piece(cut(piece.text + " " * width, room, ellipsis(unicode)), piece.style))
            break
        kept.append(piece)
        room -= size
    return join_pieces(kept)


def ellipsis(unicode: bool) -> str:
    """What shows that text was cut."""
    return "…" if unicode else "..."
