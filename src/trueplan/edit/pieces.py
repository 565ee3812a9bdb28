"""A file in pieces: its sections, and the text of each as it can stand in another document."""

from __future__ import annotations

from bisect import bisect_left

from trueplan.edit.document import Document
from trueplan.edit.lists import items_of
from trueplan.markdown import AnyBlock, Block, after_marker
from trueplan.model.plan import Section

_DEEPEST = 6


class Pieces:
    """The sections of one file and the text below each."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.source = document.source
        self.sections = document.plan.sections
        self._starts = [section.span.start for section in self.sections]
        self._block_starts = [block.start for block in document.markdown.blocks]

    def front_matter(self) -> str:
        """The front matter as a block of code; "" without one."""
        first = next(iter(self.document.markdown.blocks), None)
        if first is None or first.kind != "front-matter":
            return ""
        return f"```yaml\n{self.slice(first.start, first.end).strip('-').strip()}\n```"

    def opening(self) -> tuple[int, int]:
        """The bytes before the first heading, behind the front matter."""
        end = self._starts[0] if self._starts else len(self.source)
        first = next(iter(self.document.markdown.blocks), None)
        return (first.end if first is not None and first.kind == "front-matter" else 0), end

    def without_boxes(self, start: int, end: int) -> tuple[str, str]:
        """A range without its lists of boxes, and these lists."""
        blocks = self.blocks(start, end)
        lists, texts, position = [], [], start
        for block, behind in zip(blocks, [*(one.start for one in blocks[1:]), end], strict=False):
            if any(item.box is not None for item in items_of(block)):
                texts.append(self.slice(position, block.start))
                lists.append(self.boxed(block.start, behind))
                position = behind
        texts.append(self.slice(position, end))
        return "\n\n".join(filter(None, texts)), "\n\n".join(lists)

    def tops(self) -> list[Section]:
        """The sections that stand in no other."""
        found: list[Section] = []
        for section in self.sections:
            if not found or section.span.start >= found[-1].span.end:
                found.append(section)
        return found

    def inside(self, section: Section) -> list[Section]:
        """The sections right below another."""
        found: list[Section] = []
        at = bisect_left(self._starts, section.span.start) + 1
        while at < len(self.sections) and self.sections[at].span.start < section.span.end:
            if not found or self.sections[at].span.start >= found[-1].span.end:
                found.append(self.sections[at])
            at += 1
        return found

    def raw_title(self, section: Section) -> str:
        """A heading as it is written, on one line and without its signs."""
        text = self.slice(*section.heading).replace("\r", "\n")
        if text.startswith("#"):
            words = text.lstrip("#").strip()
            bare = words.rstrip("#")
            return bare.rstrip() if bare != words and bare[-1:] in (" ", "\t", "") else words
        lines = text.split("\n")
        return " ".join(line.strip() for line in lines[:-1])

    def own_range(self, section: Section) -> tuple[int, int]:
        """The bytes between a heading and the next."""
        at = bisect_left(self._starts, section.span.start) + 1
        end = self._starts[at] if at < len(self._starts) else len(self.source)
        return section.heading.end, end

    def own_text(self, section: Section, *, boxed: bool = False, ticked: bool = False) -> str:
        """The text between a heading and the next; `boxed` gives its items boxes."""
        start, end = self.own_range(section)
        return self.boxed(start, end, ticked=ticked) if boxed else self.slice(start, end)

    def text(
        self, section: Section, level: int, *, nested: bool = True, boxed: bool = False
    ) -> str:
        """A section at another level, with the sections in it unless `nested` is false."""
        signs = "#" * min(level, _DEEPEST)
        parts = [f"{signs} {self.raw_title(section)}", self.own_text(section, boxed=boxed)]
        if nested:
            parts += [self.text(one, level + 1, boxed=boxed) for one in self.inside(section)]
        return "\n\n".join(part for part in parts if part)

    def blocks(self, start: int, end: int) -> list[AnyBlock]:
        """The blocks that begin in a range."""
        blocks = self.document.markdown.blocks
        return list(
            blocks[bisect_left(self._block_starts, start) : bisect_left(self._block_starts, end)]
        )

    def slice(self, start: int, end: int) -> str:
        """A range without blank lines around it; a fence that is left open there is closed."""
        text = self.source[start:end].decode("utf-8", "replace")
        lines = text.split("\n")
        while lines and not lines[0].strip():
            lines.pop(0)
        return "\n".join(lines).rstrip() + self._fence_to_close(start, end)

    def boxed(self, start: int, end: int, *, ticked: bool = False) -> str:
        """A range in which every item of a list has a box, but for those nested in others."""
        places = [
            after_marker(self.source, item.start, item.lead_end)
            for block in self.blocks(start, end)
            for item in items_of(block)
            if item.box is None
        ]
        parts, position = [], start
        for place in places:
            line_end = self.source.find(b"\n", place)
            words = self.source[place : line_end if line_end >= 0 else None].strip()
            if place < end and words and not words.startswith((b"- ", b"* ", b"+ ", b"```")):
                parts += [self.source[position:place], b"[x] " if ticked else b"[ ] "]
                position = place
        parts.append(self.source[position:end])
        text = b"".join(parts).decode("utf-8", "replace")
        lines = text.split("\n")
        while lines and not lines[0].strip():
            lines.pop(0)
        return "\n".join(lines).rstrip() + self._fence_to_close(start, end)

    def _fence_to_close(self, start: int, end: int) -> str:
        """What closes the block of code that a file leaves open at its end."""
        if end < len(self.source):
            return ""
        for block in self.blocks(start, end):
            if isinstance(block, Block) and block.kind == "code" and not block.closed:
                opening = self.source[block.start :].lstrip()
                sign = opening[:1]
                length = len(opening) - len(opening.lstrip(sign))
                return f"\n{sign.decode() * length}" if sign in (b"`", b"~") else ""
        return ""
