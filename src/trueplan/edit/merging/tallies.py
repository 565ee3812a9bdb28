"""The counts beside a backlog, which both sides bring up to date: one and one more are two more."""

from __future__ import annotations

from trueplan.edit.backlog_table import BacklogDocument, read_backlog_document
from trueplan.edit.quick_stats import Tally, find_tallies, recount
from trueplan.record import Record
from trueplan.text import Edit, Span, apply_edits


class Number(Record):
    """A number that counts, or a share of one hundred: where it stands and what it says."""

    label: str
    span: Span
    said: str


class Tallies:
    """The counts of three versions, the base first; `find_changed_tallies` makes it."""

    def __init__(self, base: BacklogDocument, numbers: list[list[Number]]) -> None:
        self.base = base
        self.numbers = numbers

    def reset(self, ours: bytes, theirs: bytes) -> tuple[bytes, bytes]:
        """Both versions with the counts of the base in them."""
        old = self.numbers[0]
        found = [
            apply_edits(source, [_edit(one, was.said) for one, was in zip(side, old, strict=True)])
            for source, side in zip((ours, theirs), self.numbers[1:], strict=True)
        ]
        return found[0], found[1]

    def count(self, merged: bytes) -> bytes:
        """A merge of such versions, with the counts that either side changed or both did."""
        document = read_backlog_document(merged)
        counts = {
            edit.start: edit.text
            for one in recount(self.base, document.backlog.items)
            for edit in one.edits
        }
        edits = []
        there = _numbers(document)
        if [one.label for one in there] != [one.label for one in self.numbers[0]]:
            return merged
        for place, old, one, other in zip(there, *self.numbers, strict=True):
            said = one.said if other.said == old.said else other.said
            if old.said not in (one.said, other.said):
                said = counts.get(old.span.start, old.said)
            edits.append(_edit(place, said))
        return apply_edits(merged, edits)


def find_changed_tallies(base: bytes, ours: bytes, theirs: bytes) -> Tallies | None:
    """The counts, where both sides changed some that fitted; None where there is nothing to do."""
    document = read_backlog_document(base)
    old = _numbers(document)
    if not old or not _fit(document):
        return None
    sides = [old, *(_numbers(read_backlog_document(source)) for source in (ours, theirs))]
    labels = [[one.label for one in side] for side in sides]
    said = [[one.said for one in side] for side in sides]
    if labels[1:] != [labels[0]] * 2 or said[0] in said[1:]:
        return None
    return Tallies(document, sides)


def _numbers(document: BacklogDocument) -> list[Number]:
    found = []
    for tally in find_tallies(document):
        found.append(Number(tally.label, tally.span, str(tally.number)))
        if tally.percent is not None:
            share = tally.percent.slice(document.source).decode()
            found.append(Number(f"{tally.label} %", tally.percent, share))
    return found


def _fit(document: BacklogDocument) -> bool:
    """Whether every count is right in the base, so that it can be told what it counts."""
    return all(_fits(tally, document) for tally in find_tallies(document))


def _fits(tally: Tally, document: BacklogDocument) -> bool:
    items = document.backlog.items
    return any(meaning.count(items) == tally.number for meaning in tally.meanings)


def _edit(number: Number, said: str) -> Edit:
    return Edit(number.span.start, number.span.end, said)
