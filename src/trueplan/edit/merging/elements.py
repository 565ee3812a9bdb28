"""The places of the base, lines and gaps between them, each merged for itself."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.edit.merging.insertions import merge_runs
from trueplan.edit.merging.likeness import holds_place
from trueplan.edit.merging.numbered_rows import count_on
from trueplan.edit.merging.one_line import merge_line, merge_words
from trueplan.edit.merging.plain import find_plain
from trueplan.edit.merging.shape import read_line
from trueplan.edit.merging.side import Side


class Elements:
    """Gap `i` of the base is element `2i`, its line `i` element `2i + 1`."""

    def __init__(self, base: Sequence[str], ours: Side, theirs: Side) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.plain = find_plain(base)

    def __len__(self) -> int:
        return 2 * len(self.base) + 1

    def merge(self, element: int) -> tuple[str, ...] | None:
        """The lines that become of an element; None where the sides contradict."""
        return self._line(element // 2) if element % 2 else self._gap(element // 2)

    def on(self, side: Side, element: int) -> tuple[str, ...]:
        """The lines that an element has on a side."""
        if element % 2 == 0:
            return side.runs[element // 2]
        text = side.text(element // 2)
        return () if text is None else (text,)

    def unchanged(self, element: int) -> tuple[str, ...]:
        """The lines that an element has in the base."""
        return (self.base[element // 2],) if element % 2 else ()

    def _line(self, at: int) -> tuple[str, ...] | None:
        base, ours, theirs = self.base[at], self.ours.text(at), self.theirs.text(at)
        if ours is None or theirs is None:
            kept = theirs if ours is None else ours
            return () if kept is None or kept == base else None
        settle = merge_words if self.plain[at] else merge_line
        line = settle(base, ours, theirs)
        return None if line is None else (line,)

    def _gap(self, gap: int) -> tuple[str, ...] | None:
        ours, theirs = self.ours.runs[gap], self.theirs.runs[gap]
        if not ours and not theirs:
            return ()
        for side, other in ((self.ours, self.theirs), (self.theirs, self.ours)):
            if side.runs[gap] and not self._has_place(side, other, gap):
                return None
        if ours and theirs and not self._goes_together(gap):
            return None
        if ours and theirs and ours != theirs and self._in_plain(gap):
            return None
        at_end = gap == len(self.base) or read_line(self.base[gap]).kind != "row"
        if ours and theirs and at_end:
            theirs = count_on(self.base[:gap], ours, theirs) or theirs
        return merge_runs(ours, theirs, self._before(gap))

    def _goes_together(self, gap: int) -> bool:
        """Whether two runs may both stand: not both in place of something that was said."""
        one, other = self.ours.replaced(gap), self.theirs.replaced(gap)
        if one is None or other is None:
            return True
        if one == other and self.ours.runs[gap] == self.theirs.runs[gap]:
            return True
        return all(self._holds_place(block) for block in (one, other))

    def _has_place(self, side: Side, other: Side, gap: int) -> bool:
        """Whether what a side put into a gap stands where it was put, for all the other took out.

        An entry stands behind a sibling that went, but not below a heading or a parent that did.
        """
        if gap == 0 or side.replaced(gap) is not None:
            return True
        block = other.blocks[gap - 1]
        if block is None or self._holds_place(block):
            return True
        if other.within(gap):
            return False
        first = next((text for text in side.runs[gap] if text.strip()), "")
        line = read_line(first)
        gone = [read_line(self.base[at]) for at in block]
        return all(
            one.kind == "blank" or (one.kind == line.kind and one.indent >= line.indent)
            for one in gone
        )

    def _holds_place(self, block: range) -> bool:
        """Whether lines of the base only held the place of what was to come."""
        lines = [text for text in self.base[block.start : block.stop] if text.strip()]
        if len(lines) > 1:
            whole = " ".join(lines).strip()
            return whole.startswith("<!--") and whole.find("-->") == len(whole) - 3
        return bool(lines) and holds_place(lines[0])

    def _in_plain(self, gap: int) -> bool:
        """Whether a gap stands between two lines of code or data."""
        behind = self.plain[gap] if gap <= len(self.base) else False
        return gap > 0 and self.plain[gap - 1] and behind

    def _before(self, gap: int) -> str | None:
        """The last line before a gap that says something and stays."""
        for at in range(gap - 1, -1, -1):
            ours, theirs = self.ours.text(at), self.theirs.text(at)
            if ours is not None and theirs is not None and ours.strip():
                return ours
        return None
