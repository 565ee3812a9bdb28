"""One line that both sides changed, made one again."""

from __future__ import annotations

from trueplan.edit.merging.cells import merge_row
from trueplan.edit.merging.shape import Line, read_line, split_fields
from trueplan.text.pattern import Pattern

_DAY = Pattern(r"\b\d{4}-\d{2}-\d{2}\b")
_UPDATED = Pattern(r"(?i)\b(?:last[ _-]+)?(?:updated|modified|changed)\b[^\w\d]{1,8}\d{4}-")


def merge_line(base: str, ours: str, theirs: str) -> str | None:
    """The line with what both sides did to it; None where that contradicts."""
    settled = merge_words(base, ours, theirs)
    if settled is not None:
        return settled
    old, one, other = read_line(base), read_line(ours), read_line(theirs)
    if old.kind == one.kind == other.kind == "item":
        return _merge_item(old, one, other)
    if old.kind == one.kind == other.kind == "row":
        return merge_row(base, ours, theirs)
    return _merge_pieces(base, ours, theirs)


def merge_words(base: str | None, ours: str | None, theirs: str | None) -> str | None:
    """What stands on the side that changed; None where both did, and not the same."""
    if ours == theirs or theirs == base:
        return ours
    return theirs if ours == base else None


def _merge_item(old: Line, one: Line, other: Line) -> str | None:
    """Place, box and words apart; who strikes an item is at odds with who sets its box."""
    if one.box != other.box and _strikes(old, one) != _strikes(old, other):
        return None
    parts = []
    for name in ("lead", "bullet", "gap"):
        part = merge_words(getattr(old, name), getattr(one, name), getattr(other, name))
        if part is None:
            return None
        parts.append(part)
    box = _changed_box(old, one, other)
    words = _merge_pieces(old.words, one.words, other.words)
    if words is None or box == "":
        return None
    if box is not None:
        words = f"[{box}] {words}" if words else f"[{box}]"
    return f"{''.join(parts)}{words}"


def _changed_box(old: Line, one: Line, other: Line) -> str | None:
    """The box of the side that changed it; "" where both did."""
    if other.box == old.box or (one.box or "").lower() == (other.box or "").lower():
        return one.box
    return other.box if one.box == old.box else ""


def _strikes(old: Line, new: Line) -> bool:
    return "~~" in new.words and "~~" not in old.words


def _merge_pieces(base: str, ours: str, theirs: str) -> str | None:
    """The words, field by field where a line holds several: `**Status**: Done | **Owner**: Ada`."""
    lines = [split_fields(text) for text in (base, ours, theirs)]
    if len({len(pieces) for pieces in lines}) > 1:
        return merge_words(base, ours, theirs)
    found = []
    for old, one, other in zip(*lines, strict=True):
        piece = merge_words(old, one, other)
        if piece is None:
            piece = _later_day(old, one, other)
        if piece is None:
            return None
        found.append(piece)
    return "".join(found)


def _later_day(base: str, ours: str, theirs: str) -> str | None:
    """Of a date that says when something was last changed, the later one."""
    if _UPDATED.search(base) is None:
        return None
    bare = {_DAY.sub("", text) for text in (base, ours, theirs)}
    if len(bare) > 1:
        return None
    return max(ours, theirs, key=_DAY.findall)
