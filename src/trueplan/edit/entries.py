"""The dev journal entries of a plan, and how one more is written there."""

from __future__ import annotations

from trueplan.edit.document import Document
from trueplan.edit.lists import fill_section, find_placeholder, trimmed
from trueplan.markdown import AnyBlock
from trueplan.text import Edit, Span

_OF_A_LIST = ("heading", "paragraph", "list", "rule", "html")


class JournalEntries:
    """The entries of one plan.

    `section` is None where the plan has no place for them. `span` is where one that is missing
    would stand: the words that hold its place, else the heading, else the plan's title.
    """

    def __init__(self, document: Document) -> None:
        plan = document.plan
        self.document = document
        self.section = plan.progress.journals_section
        headings = {section.element: section.heading for section in reversed(plan.sections)}
        heading = headings.get("journals") or headings.get("progress")
        self.heading = trimmed(document.source, *heading) if heading is not None else None
        inside: list[AnyBlock] = []
        if self.section is not None:
            start, end = self.section
            inside = [one for one in document.markdown.blocks if start <= one.start < end]
        # A table of entries, or something else with rules of its own, is not written to.
        self.is_list = all(one.kind in _OF_A_LIST for one in inside)
        held = find_placeholder(document.source, inside)
        title = plan.title.span if plan.title is not None else Span(0, 0)
        self.span = (held[1] if held is not None else None) or self.heading or title

    def edit(self, entry: str) -> Edit | None:
        """The edit that adds an entry; None without a section, or where it is no list."""
        if self.section is None or self.heading is None or not self.is_list:
            return None
        return fill_section(self.document, self.heading, self.section, entry)
