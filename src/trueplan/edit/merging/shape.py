"""What one line of a plan is: an item, a row, a heading, a note."""

from __future__ import annotations

from trueplan.record import Literal, Record
from trueplan.text.pattern import Pattern

Kind = Literal["blank", "item", "row", "dated", "heading", "words"]

_ITEM = Pattern(r"([ \t>]*)([-*+]|\d{1,9}[.)])([ \t]+|$)(?:\[([ xX~/-])\](?: |$))?(.*)")
_RULE = Pattern(r"[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_DATED = Pattern(r"[ \t>]*(?:#{1,6}[ \t]+)?[*_\[(`]{0,3}\d{4}-\d{2}-\d{2}\b")
_BETWEEN = Pattern(r"(\s+[|·•]\s+)(?=\*\*[^*\n]{1,60}(?::\*\*|\*\*\s*:))")
_NUMBER = Pattern(r"(\d+)[.)]$")


class Line(Record):
    """A line taken apart; of an item its bullet, box and words, of others only words.

    `indent` counts columns, a tab up to the next multiple of four. `box` is None without one.
    """

    kind: Kind
    indent: int
    lead: str
    bullet: str
    gap: str
    box: str | None
    words: str

    @property
    def number(self) -> int | None:
        """The number of a numbered item."""
        match = _NUMBER.match(self.bullet)
        return int(match[1]) if match is not None else None


def read_line(text: str) -> Line:
    """Take a line apart."""
    bare = text.strip()
    indent = _columns(text)
    if not bare:
        return Line("blank", 0, "", "", "", None, "")
    match = _ITEM.match(text)
    if match is not None and _RULE.match(text) is None:
        return Line("item", indent, *match.groups())
    return Line(_kind(text, bare), indent, "", "", "", None, text)


def bare_line(text: str) -> str:
    """What identifies a line: its words without bullet, number and state, its cells unpadded."""
    line = read_line(text)
    if line.kind == "item":
        return f"{line.indent}- {line.words.replace('~~', '').strip()}"
    if line.kind == "row":
        return "|".join(cell.strip() for cell in text.strip().strip("|").split("|"))
    return text.rstrip()


def split_fields(text: str) -> list[str]:
    """The fields of a line as `**Status**: Done | **Owner**: Ada`, and what is between them."""
    return _BETWEEN.split(text)


def _kind(text: str, bare: str) -> Kind:
    if bare.startswith("|"):
        return "row"
    if _DATED.match(text) is not None:
        return "dated"
    return "heading" if bare.startswith("#") else "words"


def _columns(text: str) -> int:
    count = 0
    for sign in text:
        if sign == " ":
            count += 1
        elif sign == "\t":
            count += 4 - count % 4
        else:
            break
    return count
