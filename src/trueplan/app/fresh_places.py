"""The references of what a change brought into a plan."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.targets import all_items
from trueplan.model.plan import Plan
from trueplan.model.references import Target, refer
from trueplan.text import Edit


def find_fresh_items(after: Plan, edits: Sequence[Edit]) -> list[Target]:
    """The items of a plan that stand in what `edits` wrote, in the order of references."""
    ranges = _written_ranges(edits)
    return [
        target
        for target in all_items(after)
        if target.item is not None and _is_in(target.item.item.text_span.start, ranges)
    ]


def find_fresh_phase(after: Plan, edits: Sequence[Edit]) -> str | None:
    """The place of the phase that begins in what `edits` wrote."""
    ranges = _written_ranges(edits)
    for one in refer(after).phases:
        if _is_in(one.phase.heading.start, ranges):
            return one.place
    return None


def find_fresh_risk(after: Plan, edits: Sequence[Edit]) -> str | None:
    """The place of the risk that begins in what `edits` wrote."""
    ranges = _written_ranges(edits)
    for place, risk in refer(after).risks:
        if _is_in(risk.text.span.start, ranges):
            return place
    return None


def _written_ranges(edits: Sequence[Edit]) -> list[tuple[int, int]]:
    """Where the texts of edits stand once all are applied."""
    ranges, shift = [], 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        length = len(edit.text.encode())
        start = edit.start + shift
        ranges.append((start, start + length))
        shift += length - (edit.end - edit.start)
    return ranges


def _is_in(offset: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in ranges)
