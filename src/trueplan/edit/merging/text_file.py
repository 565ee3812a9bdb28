"""A file as lines without their ends, and what is kept apart from them."""

from __future__ import annotations

from trueplan.record import Record

_MARK = "\ufeff"


class TextFile(Record):
    """The lines of a file. `newline` is what all of them end with; `closed` that the last does.

    Where the ends of lines are of both kinds, `newline` is LF and the CR is a part of its line.
    """

    mark: str
    newline: str
    closed: bool
    lines: tuple[str, ...]


def read_text_file(source: bytes) -> TextFile | None:
    """Take a file apart; None where it is no text in UTF-8."""
    try:
        text = source.decode()
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    mark = _MARK if text.startswith(_MARK) else ""
    pieces = text[len(mark) :].split("\n")
    closed = pieces[-1] == ""
    if closed:
        pieces.pop()
    ended = pieces if closed else pieces[:-1]
    if ended and all(piece.endswith("\r") for piece in ended):
        lines = [piece.removesuffix("\r") for piece in ended]
        return TextFile(mark, "\r\n", closed, (*lines, *pieces[len(ended) :]))
    return TextFile(mark, "\n", closed, tuple(pieces))


def write_text_file(parts: TextFile) -> bytes:
    """The bytes of the file that `parts` were taken from."""
    text = parts.newline.join(parts.lines)
    end = parts.newline if parts.closed and parts.lines else ""
    return f"{parts.mark}{text}{end}".encode()
