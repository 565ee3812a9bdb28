"""Replace a task by another: the old line is struck through, the new one stands below it."""

from __future__ import annotations

from trueplan.edit.cancel_item import strike
from trueplan.edit.document import Document
from trueplan.edit.find_item import find_list_item
from trueplan.edit.lists import marker
from trueplan.markdown import after_marker
from trueplan.model.item import Item
from trueplan.text import Edit, newline_near


def supersede(document: Document, item: Item, words: str) -> tuple[Edit, ...]:
    """The edits that strike `item` and put a new one with `words` right below its own.

    What is nested in the old item is nested in the new one then: it stays to be done. In a
    numbered list the new line takes the number of the old, which Markdown counts on by itself.
    """
    source = document.source
    _, listed = find_list_item(document, item)
    end = item.text_span.start + len(item.text_span.slice(source).rstrip())
    newline = newline_near(source, item.span.start)
    mark = marker(source, listed)
    number = source[listed.start : after_marker(source, listed.start, listed.lead_end)].strip()
    if number[:1].isdigit():
        indent = mark[: len(mark) - len(mark.lstrip())]
        mark = f"{indent}{number.decode()} "
    box = "[ ] " if item.marker is not None else ""
    line = Edit(end, end, f"{newline}{mark}{box}{' '.join(words.split())}")
    return (*strike(document, item), line)
