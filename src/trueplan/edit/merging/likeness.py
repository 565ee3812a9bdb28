"""How alike two lines are: whether one is the other, changed."""

from __future__ import annotations

from trueplan.edit.merging.shape import bare_line, read_line
from trueplan.record import Record

ALIKE = 0.5


class Print(Record):
    """What is compared of a line: its kind, its first cell or "", its pairs of letters."""

    bare: str
    kind: str
    first: str
    pairs: frozenset[str]
    placeholder: bool


def print_of(text: str) -> Print:
    """The print of a line."""
    bare = bare_line(text)
    kind = read_line(text).kind
    first = bare.partition("|")[0] if kind == "row" else ""
    letters = bare.lower()
    pairs = frozenset(letters[at : at + 2] for at in range(len(letters) - 1))
    return Print(bare, kind, first, pairs, holds_place(text))


def likeness(one: Print, other: Print) -> float:
    """Between 0, where two lines have nothing to do with each other, and 1."""
    if one.bare == other.bare:
        return 1.0
    if one.kind != other.kind or one.placeholder or other.placeholder or one.kind == "blank":
        return 0.0
    if not one.pairs or not other.pairs:
        return 0.0
    shared = 2 * len(one.pairs & other.pairs) / (len(one.pairs) + len(other.pairs))
    if one.kind == "row":
        return (0.6 + 0.4 * shared) if one.first == other.first else 0.6 * shared
    shorter, longer = sorted((one.bare.strip(), other.bare.strip()), key=len)
    if len(shorter) > 8 and shorter in longer:
        return max(shared, 0.9)
    return shared


def holds_place(text: str) -> bool:
    """Whether a line only holds the place of entries to come."""
    line = read_line(text)
    words = line.words.strip()
    if line.kind in ("blank", "heading") or len(words) > 120:
        return False
    if line.kind == "row":
        cells = [cell.strip() for cell in words.strip("|").split("|")]
        return all(_says_nothing(cell) for cell in cells) and not all(
            cell and not cell.strip("-: ") for cell in cells
        )
    if words.startswith("<!--") and words.endswith("-->"):
        return True
    return words.startswith("[YYYY-MM-DD") or (bool(words) and _says_nothing(words))


def _says_nothing(words: str) -> bool:
    if len(words) > 60:
        return False
    from trueplan.markdown import plain_text
    from trueplan.reader.points import says_nothing

    return not words or says_nothing(plain_text(words))
