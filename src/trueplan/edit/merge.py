"""Two versions of a plan that were made from one, merged; finer than by lines in a row."""

from __future__ import annotations

from trueplan.edit.merging.alignment import TooDifferent
from trueplan.edit.merging.doubts import find_doubt
from trueplan.edit.merging.elements import Elements
from trueplan.edit.merging.moved import move_together, took_moved
from trueplan.edit.merging.numbers import renumber
from trueplan.edit.merging.one_line import merge_words
from trueplan.edit.merging.regions import Dispute, find_regions, read_dispute
from trueplan.edit.merging.side import Side
from trueplan.edit.merging.text_file import TextFile, read_text_file, write_text_file
from trueplan.record import Record
from trueplan.text.pattern import Pattern

# The head of a table of items with IDs, as a backlog has one.
_ITEMS = Pattern(r"(?im)^[ \t]*\|?[ \t*]*(?:id|#|key|ref)[ \t*]*\|")


class Labels(Record):
    """What stands behind the markers of a conflict, and how long these are.

    `style` is one of "merge", "diff3", "zdiff3", as git has them: the latter two show the base.
    """

    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7
    style: str = "merge"


class Merged(Record):
    """The result, and how many conflicts are marked in it."""

    source: bytes
    conflicts: int


class Doubtful(Exception):
    """What would come out may not be what the sides meant; git's own merge is to be asked."""


_LABELS = Labels()


def merge(base: bytes, ours: bytes, theirs: bytes, labels: Labels = _LABELS) -> Merged:
    """Put into `ours` what `theirs` changed in `base`. Raises Doubtful."""
    if ours == theirs or theirs == base:
        return Merged(ours, 0)
    if ours == base:
        return Merged(theirs, 0)
    counted = None
    if _ITEMS.search(base.decode("utf-8", "replace")) is not None:
        counted = _merge_counted(base, ours, theirs, labels)
    return counted or _merge_texts(base, ours, theirs, labels)


def _merge_counted(base: bytes, ours: bytes, theirs: bytes, labels: Labels) -> Merged | None:
    """A merge whose counts count what both did; None where there is none to count, or a conflict.

    The counts of the base stand in all versions while they are merged.
    """
    from trueplan.edit.merging.tallies import find_changed_tallies

    tallies = find_changed_tallies(base, ours, theirs)
    if tallies is None:
        return None
    merged = _merge_texts(base, *tallies.reset(ours, theirs), labels)
    return None if merged.conflicts else Merged(tallies.count(merged.source), 0)


def _merge_texts(base: bytes, ours: bytes, theirs: bytes, labels: Labels) -> Merged:
    old, one, other = (read_text_file(source) for source in (base, ours, theirs))
    if old is None or one is None or other is None:
        raise Doubtful("it is not text in UTF-8")
    try:
        sides = Side(old.lines, one.lines), Side(old.lines, other.lines)
    except TooDifferent:
        raise Doubtful("too little is left of what both began with") from None
    if move_together(*sides):
        raise Doubtful("both sides put the same lines in another order")
    if took_moved(*sides):
        raise Doubtful("one side took out what the other moved")
    lines, conflicts = _merge_lines(Elements(old.lines, *sides), labels)
    lines = renumber(lines, one.lines, other.lines)
    source = write_text_file(_file(old, one, other)._replace(lines=tuple(lines)))
    doubt = "" if conflicts else find_doubt(base, ours, theirs, source)
    if doubt:
        raise Doubtful(doubt)
    return Merged(source, conflicts)


def _merge_lines(elements: Elements, labels: Labels) -> tuple[list[str], int]:
    """The lines, those in dispute between markers, and how often that is."""
    merged = [elements.merge(element) for element in range(len(elements))]
    disputed = [element for element, lines in enumerate(merged) if lines is None]
    found: list[str] = []
    conflicts = position = 0
    for start, end in find_regions(elements, disputed):
        found += [line for lines in merged[position:start] for line in lines or ()]
        dispute = read_dispute(elements, start, end)
        conflicts += bool(dispute.ours or dispute.theirs)
        found += _written(dispute, labels)
        position = end
    found += [line for lines in merged[position:] for line in lines or ()]
    return found, conflicts


def _written(dispute: Dispute, labels: Labels) -> list[str]:
    before, ours, theirs, behind, base = dispute
    if not ours and not theirs:
        return [*before, *behind]
    middle = () if labels.style == "merge" else (f"{'|' * labels.size} base", *base)
    if labels.style == "diff3":
        ours, theirs = (*before, *ours, *behind), (*before, *theirs, *behind)
        before = behind = ()
    return [
        *before,
        f"{'<' * labels.size} {labels.ours}".rstrip(),
        *ours,
        *middle,
        "=" * labels.size,
        *theirs,
        f"{'>' * labels.size} {labels.theirs}".rstrip(),
        *behind,
    ]


def _file(old: TextFile, one: TextFile, other: TextFile) -> TextFile:
    """How the file is written: mark, line end and end as the side has it that changed them."""
    mark = merge_words(old.mark, one.mark, other.mark)
    newline = merge_words(old.newline, one.newline, other.newline)
    # Of two values one is on two of three sides, so nothing here can contradict.
    closed = other.closed if one.closed == old.closed else one.closed
    return TextFile(mark or "", newline or "\n", closed, ())
