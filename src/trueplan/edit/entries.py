"""The dev journal entries of a plan, and how one more is written there."""

from __future__ import annotations

import re

from trueplan.edit.document import Document
from trueplan.markdown import AnyBlock, Block, Item, after_marker, plain_text
from trueplan.reader.points import says_nothing
from trueplan.text import Edit, Span, newline_near

_OF_A_LIST = ("heading", "paragraph", "list", "rule")
_NUMBERED = re.compile(rb"(\d+)([.)])")


class JournalEntries:
    """The entries of one plan.

    `section` is None where the plan has no place for them. `span` is where one that is missing
    would stand: the words that hold its place, else the heading, else the plan's title.
    """

    def __init__(self, document: Document) -> None:
        plan = document.plan
        self.source = document.source
        headings = {section.element: section.heading for section in reversed(plan.sections)}
        self.section = plan.progress.journals_section
        heading = headings.get("journals") or headings.get("progress")
        self.heading = self._trimmed(*heading) if heading is not None else None
        self.blocks: list[AnyBlock] = []
        self.is_list = True
        if self.section is not None:
            start, end = self.section
            inside = [one for one in document.markdown.blocks if start <= one.start < end]
            self.blocks = [one for one in inside if one.kind in ("paragraph", "list")]
            self.is_list = all(one.kind in _OF_A_LIST for one in inside)
        self.empty = self._placeholder()
        title = plan.title.span if plan.title is not None else Span(0, 0)
        self.span = self.empty or self.heading or title

    def _placeholder(self) -> Span | None:
        """The words that only hold the place of the entries to come."""
        for block in self.blocks:
            if block.kind == "paragraph" and self._says_nothing(block.start, block.end):
                return self._trimmed(block.start, block.end)
            for item in _items(block):
                start = self._words(item)
                if item.box is None and self._says_nothing(start, item.lead_end):
                    return self._trimmed(start, item.lead_end)
        return None

    def edit(self, entry: str) -> Edit | None:
        """The edit that adds an entry; None without a section, or where it is no list."""
        if self.section is None or self.heading is None:
            return None
        if self.empty is not None:
            in_list = any(
                block.kind == "list" and block.start <= self.empty.start < block.end
                for block in self.blocks
            )
            return Edit(*self.empty, entry if in_list else f"- {entry}")
        lists = [items for block in self.blocks if (items := _items(block))]
        newline = newline_near(self.source, self.heading.start)
        if lists:
            last = lists[-1][-1]
            end = self._trimmed(last.start, last.end).end
            return Edit(end, end, f"{newline}{self._marker(last)}{entry}")
        if not self.is_list:
            return None  # a table of entries, or something else with rules of its own
        if self.blocks:
            end = self._trimmed(self.blocks[-1].start, self.blocks[-1].end).end
            return Edit(end, end, f"{newline}{newline}- {entry}")
        return Edit(self.heading.end, self.heading.end, f"{newline}- {entry}")

    def _marker(self, item: Item) -> str:
        """The marker of the next item: the bullet of the last, or the number after its own."""
        line = self.source.rfind(b"\n", 0, item.start) + 1
        behind = after_marker(self.source, item.start, item.lead_end)
        number = _NUMBERED.match(self.source, item.start, behind)
        indent = self.source[line : item.start].decode("utf-8", "replace")
        indent = indent if not indent.strip(" \t>") else ""
        if number is not None:
            return f"{indent}{int(number[1]) + 1}{number[2].decode()} "
        return f"{indent}{self.source[item.start : behind].decode()}"

    def _words(self, item: Item) -> int:
        return after_marker(self.source, item.start, item.lead_end)

    def _says_nothing(self, start: int, end: int) -> bool:
        text = self.source[start:end].decode("utf-8", "replace").strip()
        return says_nothing(plain_text(text)) or (text.startswith("[YYYY-MM-DD") and "](" in text)

    def _trimmed(self, start: int, end: int) -> Span:
        piece = self.source[start:end]
        return Span(end - len(piece.lstrip()), start + len(piece.rstrip()))


def _items(block: AnyBlock) -> list[Item]:
    if not isinstance(block, Block) or block.kind != "list":
        return []
    return [child for child in block.children if isinstance(child, Item)]
