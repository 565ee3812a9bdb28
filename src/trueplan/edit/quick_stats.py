"""The counts that stand in a backlog beside its tables: “Quick Stats”, “Summary”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trueplan.edit.backlog_table import BacklogDocument
from trueplan.edit.count_labels import EVERYTHING, Meaning, intersect, read_label
from trueplan.markdown import AnyBlock, Table
from trueplan.model.companions import BacklogItem
from trueplan.reader.source import Source
from trueplan.record import Record
from trueplan.text import Edit, Span
from trueplan.text.pattern import Pattern

_SECTION = Pattern(
    r"\b(?:stats?|statistics|summary|totals?|counts?|metrics|numbers|tally|glance|overview"
    r"|dashboard|snapshot)\b"
)
_NUMBER = Pattern(r"(?<![\w.,#/+%$€£~≈<>-])\d{1,5}(?![\w/%]|[.,-]\d)")
_PERCENT = Pattern(r"\s*\((\d{1,3})\s?%\)")
_SEPARATOR = Pattern(r"[,;|·•]")
_MARKUP = " \t*_`>#+([{-–—=✅☑🚧🔄📋📝⏸️❌🚫⏳🔲⬜🔴🟠🟡🟢🔵⚪📊:"
_FIELD = Pattern(r"\s*(?:>\s*)?(?:[-*+]\s+)?(?:\*\*|__)")
_BEHIND = Pattern(r"[\s*_`)\].]*(?:(?:items?|entries|features|tasks|tickets|in total|total)\b)?")


class Tally(Record):
    """A number that counts items: where its digits stand, and what its label may mean.

    `percent` is where a share of all items stands behind it; `remark` whether the label has more
    to say than was understood.
    """

    label: str
    number: int
    span: Span
    meanings: tuple[Meaning, ...]
    percent: Span | None = None
    remark: bool = False


class Recount(Record):
    """A number that has to be another one: what a person is told, and the edits."""

    label: str
    before: int
    after: int
    edits: tuple[Edit, ...]


def recount(document: BacklogDocument, after: Sequence[BacklogItem]) -> list[Recount]:
    """The counts that change when the items become `after`; the others are left as they are.

    Where a label may mean several things, the one that fits the number that stands there counts.
    """
    before = document.backlog.items
    found = []
    for tally in find_tallies(document):
        meaning = _choose(tally, before, alone=len(document.tables) == 1)
        if meaning is None:
            continue
        number = meaning.count(after)
        edits = []
        if number != meaning.count(before) and number != tally.number:
            edits.append(Edit(*tally.span, str(number)))
        share = _share(number, len(after))
        if tally.percent is not None and share != tally.percent.slice(document.source).decode():
            edits.append(Edit(*tally.percent, share))
        if edits:
            found.append(Recount(tally.label, tally.number, number, tuple(edits)))
    return found


def find_tallies(document: BacklogDocument) -> list[Tally]:
    """Every count whose label is understood, in the order of the file."""
    reading = Source(document.markdown)
    first = document.tables[0].table.start if document.tables else 0
    found: list[Tally] = []
    for node in document.nodes:
        counted = bool(_SECTION.search(node.words)) and node.level > 1
        for block in node.blocks:
            if isinstance(block, Table):
                if counted and not document.is_item_table(block):
                    found += _of_table(block, reading, document)
            elif block.kind in ("paragraph", "list", "quote") and (counted or block.start < first):
                found += _of_lines(block, reading, document, labelled=not counted)
    return found


def _choose(tally: Tally, items: Sequence[BacklogItem], *, alone: bool) -> Meaning | None:
    """What a count means; None where its number fits nothing, and it may mean several things.

    A percentage is understood only where it is right beside its number.
    """
    fitting = [one for one in tally.meanings if one.count(items) == tally.number]
    if fitting:
        return fitting[0]
    return tally.meanings[0] if alone and not tally.remark and tally.percent is None else None


def _share(number: int, total: int) -> str:
    return str(round(100 * number / total)) if total else "0"


def _of_lines(
    block: AnyBlock, reading: Source, document: BacklogDocument, *, labelled: bool
) -> Iterator[Tally]:
    for position, line in reading.lines(block.start, block.end):
        if labelled and not _FIELD.match(line):
            continue
        yield from _of_line(line, position, document)


def _of_line(line: str, position: int, document: BacklogDocument) -> Iterator[Tally]:
    """The counts of a line; “By priority: P0 1, P1 3” says before the colon what all are about."""
    items = document.backlog.items
    about: tuple[Meaning, ...] = (EVERYTHING,)
    start = 0
    for piece in _SEPARATOR.split(line):
        behind = 0
        for match in _NUMBER.finditer(piece):
            label = piece[behind : match.start()]
            behind = match.end()
            head, colon, tail = label.rstrip(_MARKUP).rpartition(":")
            if colon:
                label, about = tail, read_label(head, items)
            rest = piece[match.end() :]
            following = _NUMBER.search(rest)
            rest = rest[: following.start()] if following else rest
            words = _words(label) or _words(rest)
            if _words(label) and not _is_quiet(rest):
                continue
            first = start + match.start()
            span = _span(line, position, first, first + len(match[0]))
            percent = _PERCENT.match(piece[match.end() :])
            at = start + match.end()
            yield from _tally(
                words,
                int(match[0]),
                span,
                _combine(about, read_label(words, items)),
                _span(line, position, at + percent.start(1), at + percent.end(1))
                if percent
                else None,
            )
        start += len(piece) + 1


def _is_quiet(rest: str) -> bool:
    """Whether what stands behind a number adds nothing to its label."""
    percent = _PERCENT.match(rest)
    rest = rest[percent.end() :] if percent else rest
    quiet = _BEHIND.match(rest)
    assert quiet is not None
    left = rest[quiet.end() :].strip(" *_`).]")
    return not left or left.startswith("(")


def _of_table(table: Table, reading: Source, document: BacklogDocument) -> Iterator[Tally]:
    """The counts in the cells of a table, by the words of their row and of their column."""
    items = document.backlog.items
    heads = [_words(reading.located(*cell).value) for cell in table.rows[0]] if table.rows else []
    for row in table.rows[1:]:
        first = _words(reading.located(*row[0]).value)
        labelled = not first.isdigit()
        for column, cell in enumerate(row[: len(heads)]):
            value = reading.located(*cell)
            digits = value.value.strip()
            if not digits.isdecimal() or not digits.isascii() or (labelled and not column):
                continue
            of_row = read_label(first, items) if labelled else (EVERYTHING,)
            of_column = read_label(heads[column], items) if _names(heads[column]) else (EVERYTHING,)
            at = document.source.find(digits.encode(), *value.span)
            label = " ".join(word for word in (first if labelled else "", heads[column]) if word)
            yield from _tally(
                label,
                int(digits),
                Span(at, at + len(digits)),
                _combine(of_row, of_column),
                None,
            )


def _names(head: str) -> bool:
    """Whether the head of a column says more than that there are numbers below."""
    return head.lower() not in ("", "count", "number", "#", "value", "items", "n", "how many")


def _tally(
    label: str, number: int, span: Span, meanings: tuple[Meaning, ...], percent: Span | None
) -> Iterator[Tally]:
    if meanings:
        yield Tally(label, number, span, meanings, percent, remark="(" in label)


def _combine(one: tuple[Meaning, ...], other: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    both = (intersect(left, right) for left in one for right in other)
    return tuple(dict.fromkeys(meaning for meaning in both if meaning is not None))


def _words(text: str) -> str:
    return re.sub(r"\*\*|__|`", "", text).strip(_MARKUP)


def _span(line: str, position: int, start: int, end: int) -> Span:
    first = position + len(line[:start].encode())
    return Span(first, first + end - start)
