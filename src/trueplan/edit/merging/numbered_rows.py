"""Rows that are numbered one by one, and count on where both sides put some at the end."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.text.pattern import Pattern

_NUMBER = Pattern(r"[ \t]*\|[ \t]*([1-9]\d{0,3})(?=[ \t]*\|)")
_BORDER = Pattern(r"[ \t]*\|[ \t:|-]*-[ \t:|-]*$")


def count_on(
    table: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> tuple[str, ...] | None:
    """The rows of theirs with the numbers behind those of ours; None where that is not simple.

    `table` are the lines that both stand behind. Rows that link to something do not change their
    number, for what they link to may have it too.
    """
    last = _last_number(table)
    if last is None or any("](" in text for text in (*ours, *theirs)):
        return None
    if not _counts(ours, last) or not _counts(theirs, last):
        return None
    if {_words(text) for text in ours} & {_words(text) for text in theirs}:
        return None
    return tuple(
        _numbered(text, number) for number, text in enumerate(theirs, last + len(ours) + 1)
    )


def _last_number(table: Sequence[str]) -> int | None:
    """The number of the last row of a table that counts from one; None of any other."""
    borders = [at for at, text in enumerate(table) if _BORDER.match(text) is not None]
    rows = table[borders[-1] + 1 :] if borders else ()
    return len(rows) if borders and _counts(rows, 0) else None


def _counts(rows: Sequence[str], last: int) -> bool:
    return all(_number(text) == number for number, text in enumerate(rows, last + 1))


def _number(text: str) -> int | None:
    match = _NUMBER.match(text)
    return int(match[1]) if match is not None else None


def _words(text: str) -> str:
    return _NUMBER.sub("", text, 1)


def _numbered(text: str, number: int) -> str:
    """The row with another number, which takes its room from the blanks behind it."""
    match = _NUMBER.match(text)
    assert match is not None
    behind = text[match.end() :]
    more = len(str(number)) - len(match[1])
    room = len(behind) - len(behind.lstrip(" ")) - 1
    return f"{text[: match.start(1)]}{number}{behind[max(0, min(more, room)) :]}"
