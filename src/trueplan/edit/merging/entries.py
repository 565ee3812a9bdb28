"""Lines that came, taken apart into entries: items, rows, dated notes."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.edit.merging.shape import bare_line, read_line
from trueplan.record import Literal, Record
from trueplan.text.pattern import Pattern

EntryKind = Literal["item", "row", "dated"]
_LEADS = ("item", "row", "dated")
# A first cell that names what the row is about, as a day or a priority does not.
_NAMES = Pattern(r"[*`]*(?:\[|[A-Za-z]{1,8}-?\d+[*`]*$|\d{1,4}[*`]*$)")
_FENCE = Pattern(r"[ \t>]*(`{3,}|~{3,})")


class Entry(Record):
    """An entry: its lines, those that belong to its first one and blanks between them included."""

    kind: EntryKind
    indent: int
    lines: tuple[str, ...]

    @property
    def key(self) -> str:
        """What two entries must not share and differ otherwise: the words, the ID of a row."""
        bare = bare_line(self.lines[0]).strip()
        if self.kind != "row":
            return bare
        first = bare.partition("|")[0].strip()
        return first if _NAMES.match(first) is not None else bare


class Run(Record):
    """A run of lines that consists of entries, with the blank lines around them."""

    before: tuple[str, ...]
    entries: tuple[Entry, ...]
    behind: tuple[str, ...]


def read_run(lines: Sequence[str]) -> Run | None:
    """The entries of a run; None where it holds anything else."""
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    found: list[Entry] = []
    at = start
    while at < end:
        line = read_line(lines[at])
        if line.kind not in _LEADS:
            return None
        stop = _entry_end(lines, at, end)
        part = tuple(lines[at:stop])
        if sum(_FENCE.match(text) is not None for text in part) % 2:
            return None
        found.append(Entry(line.kind, line.indent, part))  # type: ignore[arg-type]
        at = stop
    if not found:
        return None
    return Run(tuple(lines[:start]), tuple(found), tuple(lines[end:]))


def _entry_end(lines: Sequence[str], start: int, end: int) -> int:
    """Where the entry that starts at a line ends: its blanks behind it are its own."""
    head = read_line(lines[start])
    if head.kind == "row":
        return start + 1
    headed = head.words.lstrip(" \t>").startswith("#")
    loose = False
    for at in range(start + 1, end):
        line = read_line(lines[at])
        if line.kind == "blank":
            loose = True
        elif head.kind == "item":
            if line.indent <= head.indent and (loose or line.kind != "words"):
                return at
            loose = False
        elif line.kind in ("heading", "dated", "row") or (loose and not headed):
            return at
    return end
