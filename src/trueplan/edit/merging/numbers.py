"""Numbered lists that count on where both sides put an item into them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trueplan.edit.merging.plain import find_plain
from trueplan.edit.merging.shape import bare_line, read_line
from trueplan.text.pattern import Pattern

_NUMBER = Pattern(r"([ \t>]*)\d+(?=[.)])")


def renumber(merged: list[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Number the lists anew that count in both versions and no longer do when merged."""
    broken = [items for items in _lists(merged) if not _counts(items)]
    if not broken:
        return merged
    uncounted = {
        bare_line(lines[at])
        for lines in (ours, theirs)
        for items in _lists(lines)
        if not _counts(items)
        for at, _ in items
    }
    found = list(merged)
    for items in broken:
        if uncounted.isdisjoint(bare_line(merged[at]) for at, _ in items):
            for number, (at, _) in enumerate(items, items[0][1]):
                found[at] = _NUMBER.sub(rf"\g<1>{number}", found[at], 1)
    return found


def _counts(items: list[tuple[int, int]]) -> bool:
    return all(number == items[0][1] + step for step, (_, number) in enumerate(items))


def _lists(lines: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
    """The numbered lists: of each item its line and number."""
    plain = find_plain(lines)
    open_lists: dict[int, list[tuple[int, int]]] = {}
    for at, text in enumerate(lines):
        line = read_line(text)
        if plain[at] or line.kind == "blank":
            continue
        ends = [
            indent
            for indent in open_lists
            if indent > line.indent or (indent == line.indent and line.number is None)
        ]
        for indent in ends:
            yield open_lists.pop(indent)
        if line.number is not None:
            open_lists.setdefault(line.indent, []).append((at, line.number))
    yield from open_lists.values()
