"""What both sides put at the same place, kept both where it is entries."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.edit.merging.entries import Entry, Run, read_run
from trueplan.edit.merging.shape import read_line


def merge_runs(
    ours: Sequence[str], theirs: Sequence[str], before: str | None
) -> tuple[str, ...] | None:
    """Both runs of lines, ours first; None where they contradict or are no entries.

    `before` is the line that they stand behind, the last one that is not blank.
    """
    if tuple(ours) == tuple(theirs) or not theirs:
        return tuple(ours)
    if not ours:
        return tuple(theirs)
    one, other = read_run(ours), read_run(theirs)
    if one is None or other is None:
        found = _entries_and_section(ours, one, theirs, other)
        return _below_the_same(ours, theirs) if found is None else found
    kinds = {entry.kind for entry in (*one.entries, *other.entries)}
    merged = _merge_entries(one.entries, other.entries)
    if len(kinds) > 1 or merged is None:
        return None
    return _joined(one, other, merged, before)


def _entries_and_section(
    ours: Sequence[str], one: Run | None, theirs: Sequence[str], other: Run | None
) -> tuple[str, ...] | None:
    """Entries end the section they stand in, so a section that came there stands behind them."""
    for run, lines, section in ((one, ours, theirs), (other, theirs, ours)):
        starts = next((text for text in section if text.strip()), "")
        if run is None or read_line(starts).kind != "heading":
            continue
        gap = () if run.behind or not section[0].strip() else ("",)
        return (*lines, *gap, *section)
    return None


def _below_the_same(ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...] | None:
    """Runs that begin with the same lines, as a section does that both made: these once."""
    count = 0
    while count < min(len(ours), len(theirs)) and ours[count] == theirs[count]:
        count += 1
    words = [text for text in ours[:count] if text.strip()]
    if not words:
        return None
    rest = merge_runs(ours[count:], theirs[count:], words[-1])
    return None if rest is None else (*ours[:count], *rest)


def _merge_entries(
    ours: Sequence[Entry], theirs: Sequence[Entry]
) -> tuple[list[Entry], list[Entry]] | None:
    """The entries of both in order, with those of theirs among them that are kept.

    What is nested deeper than the rest belongs to the line before, and stands first.
    """
    if not ours or not theirs:
        return [*ours, *theirs], list(theirs)
    level = min(entry.indent for entry in (*ours, *theirs))
    ours_at, theirs_at = _first_at(ours, level), _first_at(theirs, level)
    first: tuple[list[Entry], list[Entry]] | None = ([], [])
    if ours_at or theirs_at:
        first = _merge_entries(ours[:ours_at], theirs[:theirs_at])
    known = {entry.key: entry for entry in ours[ours_at:]}
    kept = []
    for entry in theirs[theirs_at:]:
        same = known.get(entry.key)
        if same is None or not entry.key:
            kept.append(entry)
        elif _words(same) != _words(entry):
            return None
    if first is None:
        return None
    return [*first[0], *ours[ours_at:], *kept], [*first[1], *kept]


def _first_at(entries: Sequence[Entry], level: int) -> int:
    return next((at for at, entry in enumerate(entries) if entry.indent <= level), len(entries))


def _words(entry: Entry) -> list[str]:
    """The lines of an entry as far as they say something."""
    lines = [text.strip() for text in entry.lines if text.strip()]
    head = read_line(lines[0])
    return [f"[{head.box}]{head.words.strip()}", *lines[1:]]


def _joined(
    one: Run, other: Run, merged: tuple[list[Entry], list[Entry]], before: str | None
) -> tuple[str, ...]:
    """The lines, with blanks between entries where these stand apart."""
    entries, kept = merged
    apart = _stand_apart(one, other, before)
    lines = list(one.before or other.before)
    last: Entry | None = None
    for entry in entries:
        if last is not None:
            together = (last in kept) == (entry in kept)
            lines += [""] if (_has_blank_end(last) if together else apart) else []
        body = list(entry.lines)
        while not body[-1].strip():
            body.pop()
        lines += body
        last = entry
    return (*lines, *(one.behind or other.behind))


def _stand_apart(one: Run, other: Run, before: str | None) -> bool:
    """Whether a blank line belongs between the entries of ours and those of theirs."""
    kind = one.entries[0].kind
    starts = before is None or read_line(before).kind != kind
    blanks = (one.before and other.before) or (one.behind and other.behind)
    if kind == "dated":
        return starts or bool(blanks)
    # Where a list starts, a blank line sets it off from what stands before, not its items.
    return kind == "item" and not starts and bool(blanks)


def _has_blank_end(entry: Entry) -> bool:
    return not entry.lines[-1].strip()
