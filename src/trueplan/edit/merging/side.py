"""What one side did: which lines it kept, changed and took out, and what it put between them."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.edit.merging.alignment import GONE, align
from trueplan.edit.merging.shape import read_line


class Side:
    """The lines of a side beside those of the base.

    `of[i]` is the line that line i of the base became. `runs[i]` are the lines that stand new
    before line i; those put in place of lines that were taken out stand behind these.
    `blocks[i]` is the range of lines taken out together that line i belongs to, None if it is kept.
    """

    def __init__(self, base: Sequence[str], lines: Sequence[str]) -> None:
        self.base, self.lines = base, lines
        self.of = align(base, lines)
        self._slide_deletions()
        self.runs: list[tuple[str, ...]] = [()] * (len(base) + 1)
        self.blocks: list[range | None] = [None] * len(base)
        self._slide_insertions()
        self._collect()

    def text(self, at: int) -> str | None:
        """What line `at` of the base says here; None where it was taken out."""
        return None if self.of[at] == GONE else self.lines[self.of[at]]

    def replaced(self, gap: int) -> range | None:
        """The lines that the run at a gap stands in place of; None where it only came."""
        return self.blocks[gap - 1] if gap and self.runs[gap] else None

    def within(self, gap: int) -> bool:
        """Whether the lines on both sides of a gap were taken out together."""
        if not 0 < gap < len(self.base):
            return False
        block = self.blocks[gap - 1]
        return block is not None and block == self.blocks[gap]

    def part(self, start: int, end: int) -> list[str]:
        """What stands here for the lines `start` to `end` and the gaps before and behind them."""
        found = list(self.runs[start])
        for at in range(start, end):
            text = self.text(at)
            if text is not None:
                found.append(text)
            found += self.runs[at + 1]
        return found

    def _collect(self) -> None:
        position, start = 0, 0
        for at, there in enumerate((*self.of, len(self.lines))):
            if there == GONE:
                continue
            for gone in range(start, at):
                self.blocks[gone] = range(start, at)
            self.runs[at] = tuple(self.lines[position:there])
            position, start = there + 1, at + 1

    def _slide_insertions(self) -> None:
        """Let each run that only came begin with an entry or a heading, where it may.

        A run may stand a line higher if it ends with the line before it: the bytes are the same.
        """
        matched = {there: at for at, there in enumerate(self.of) if there != GONE}
        position = 0
        for at in (*range(len(self.base)), len(self.base)):
            there = self.of[at] if at < len(self.base) else len(self.lines)
            if there == GONE:
                continue
            only_came = matched.get(position - 1) == at - 1 if position else at == 0
            if there > position and only_came:
                self._slide_run(position, there, at)
            position = there + 1

    def _slide_run(self, start: int, end: int, gap: int) -> None:
        lines, of = self.lines, self.of
        best = 0
        ups = 0
        while (
            gap - ups > 0
            and of[gap - ups - 1] == start - ups - 1
            and lines[start - ups - 1] == lines[end - ups - 1] == self.base[gap - ups - 1]
        ):
            ups += 1
            if _opens(lines[start - ups]) > _opens(lines[start - best]):
                best = ups
        for step in range(best):
            of[gap - step - 1] = end - step - 1

    def _slide_deletions(self) -> None:
        base, of = self.base, self.of
        end = len(base)
        while end > 0:
            if of[end - 1] != GONE:
                end -= 1
                continue
            start = end
            while start > 0 and of[start - 1] == GONE:
                start -= 1
            before = of[start - 1] if start else GONE
            behind = of[end] if end < len(base) else len(self.lines)
            if behind == before + 1:
                start = self._slide_block(start, end)
            end = start

    def _slide_block(self, start: int, end: int) -> int:
        """Move a range of lines that were taken out up; returns where it starts."""
        base, of = self.base, self.of
        best = 0
        ups = 0
        while (
            start - ups > 0
            and of[start - ups - 1] != GONE
            and base[start - ups - 1] == base[end - ups - 1]
        ):
            ups += 1
            if _opens(base[start - ups]) > _opens(base[start - best]):
                best = ups
        for step in range(best):
            of[end - step - 1], of[start - step - 1] = of[start - step - 1], GONE
        return start - best


def _opens(text: str) -> int:
    kind = read_line(text).kind
    return 0 if kind == "blank" else 2 if kind in ("heading", "dated") else 1
