"""One more journal where journals are listed: at its end, or on top if the newest is first."""

from __future__ import annotations

import posixpath
from collections.abc import Set

from trueplan.edit.document import Document
from trueplan.edit.journal_entry import Entry, write_entry
from trueplan.edit.lists import add_item, is_loose, items_of, marker
from trueplan.edit.table import add_row
from trueplan.edit.verbatim import as_words
from trueplan.markdown import AnyBlock, Block, Item, Markdown, Table, find_blocks, parse
from trueplan.model.link_target import resolve
from trueplan.record import Record
from trueplan.text import Edit, Span, newline_near
from trueplan.text.pattern import Pattern

_DAY = Pattern(r"\d{4}-\d{2}-\d{2}")


class ListedJournal(Record):
    """What an index may say of a journal, each as it is written; `plan` is a link."""

    entry: Entry
    status: str
    author: str
    plan: str


def list_journal(path: str, source: bytes, journals: Set[str], new: ListedJournal) -> Edit | None:
    """The edit that lists a journal in the index at `path`, `journals` being those there are.

    None where nothing but journals is listed nowhere, or the place of one more is not plain.
    """
    markdown = parse(source)
    links = {
        link.start: target
        for link in markdown.links
        if (target := resolve(path, link.target)) in journals and target is not None
    }
    if not links:
        return None
    lists = [(days, block) for block in markdown.blocks if (days := _days_of_list(block, links))]
    tables = [
        (days, block)
        for block in find_blocks(markdown.blocks, "table")
        if (days := _days_of_table(block, links))
    ]
    if lists and not tables:
        days, block = max(lists, key=lambda one: max(one[0]))
        assert isinstance(block, Block)
        return _add_to_list(source, block, days, new)
    if len(tables) == 1 and not lists:
        days, table = tables[0]
        return _add_to_table(markdown, table, days, new, links)
    return None


def add_above(document: Document, entry: Entry) -> Edit | None:
    """The edit that puts an entry above those of a plan; None if its newest is not the first."""
    progress = document.plan.progress
    links = {link.span.start: link.target for link in progress.journals}
    start, end = progress.journals_section or Span(0, 0)
    lists = [
        block
        for block in document.markdown.blocks
        if block.kind == "list" and start <= block.start < end
    ]
    if len(lists) != 1 or not _newest_first(_days_of_list(lists[0], links)):
        return None
    return _on_top(document.source, items_of(lists[0]), entry)


def _days_of_list(block: AnyBlock, links: dict[int, str]) -> list[str]:
    """The days of the journals of a list; none where an item is no journal."""
    return _days([(item.start, item.lead_end) for item in items_of(block)], links)


def _days_of_table(table: Table, links: dict[int, str]) -> list[str]:
    return _days([(row[0][0], row[-1][1]) for row in table.rows[1:]], links)


def _days(ranges: list[tuple[int, int]], links: dict[int, str]) -> list[str]:
    days = []
    for start, end in ranges:
        inside = [links[at] for at in links if start <= at < end]
        day = _DAY.match(posixpath.basename(inside[0])) if len(inside) == 1 else None
        if day is None:
            return []
        days.append(day[0])
    return days


def _newest_first(days: list[str]) -> bool:
    return len(set(days)) > 1 and days == sorted(days, reverse=True)


def _add_to_list(source: bytes, block: Block, days: list[str], new: ListedJournal) -> Edit | None:
    if _newest_first(days):
        return _on_top(source, items_of(block), new.entry)
    return add_item(
        source, block, write_entry(new.entry, _raw(source, items_of(block)[-1])), box=False
    )


def _on_top(source: bytes, items: list[Item], entry: Entry) -> Edit | None:
    first = items[0]
    mark = marker(source, first)
    if mark.strip()[:1].isdigit():
        return None  # every number behind it would have to change
    start = source.rfind(b"\n", 0, first.start) + 1
    newline = newline_near(source, start)
    gap = newline * (2 if is_loose(source, items) else 1)
    return Edit(start, start, f"{mark}{write_entry(entry, _raw(source, first))}{gap}")


def _add_to_table(
    markdown: Markdown, table: Table, days: list[str], new: ListedJournal, links: dict[int, str]
) -> Edit:
    source = markdown.source
    cells = []
    known = {"plan": new.plan, "status": new.status, "author": as_words(new.author)}
    like = table.rows[1]
    for column, (start, end) in enumerate(table.rows[0]):
        head = source[start:end].decode("utf-8", "replace").strip(" *").lower()
        first, last = like[column] if column < len(like) else (0, 0)
        words = source[first:last].decode("utf-8", "replace").strip()
        if any(first <= at < last for at in links):
            cells.append(write_entry(new.entry, words))
        elif _DAY.fullmatch(words):
            cells.append(new.entry.day)
        else:
            cells.append(known.get(head, ""))
    return add_row(source, table, cells, before=1 if _newest_first(days) else None)


def _raw(source: bytes, item: Item) -> str:
    return " ".join(source[item.start : item.lead_end].decode("utf-8", "replace").split())
