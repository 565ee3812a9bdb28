"""New items in the lists of a document, written as the others there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from trueplan.edit.document import Document
from trueplan.markdown import AnyBlock, Block, Item, after_marker, plain_text
from trueplan.reader.guidance import is_guidance
from trueplan.reader.points import says_nothing
from trueplan.text import Edit, Span, newline_near

_NUMBERED = re.compile(rb"(\d+)([.)])")
_BREAK = re.compile(rb"(?: {2,}|\\)$")


def add_item(
    source: bytes,
    block: Block,
    words: str,
    *,
    box: bool | None = None,
    after: Item | None = None,
) -> Edit:
    """The edit that adds an item behind `after`, else behind the last one of a list.

    It has the bullet, indent and blank line of that one, the next number, and an empty box if
    that one has a box, or as `box` says.
    """
    return add_items(source, block, (words,), box=box, after=after)


def add_first(source: bytes, block: Block, words: str, *, box: bool = False) -> Edit:
    """The edit that adds an item before all others of a list, with their bullet and indent."""
    first = items_of(block)[0]
    newline = newline_near(source, first.start)
    line = source.rfind(b"\n", 0, first.start) + 1
    boxed = "[ ] " if box else ""
    gap = newline * (2 if is_loose(source, items_of(block)) else 1)
    return Edit(line, line, f"{marker(source, first)}{boxed}{_folded(words)}{gap}")


def add_items(
    source: bytes,
    block: Block,
    words: Sequence[str],
    *,
    box: bool | None = None,
    after: Item | None = None,
) -> Edit:
    """The edit that adds several items in a row, each as `add_item` would."""
    items = items_of(block)
    model = after or items[-1]
    alike = len(items) > 1 and marker(source, items[0]) == marker(source, items[1])
    end = line_end(source, trimmed(source, model.start, model.end).end)
    newline = newline_near(source, model.start)
    gap = newline * (2 if is_loose(source, items) else 1)
    mark, tail = marker(source, model), _break(source, model)
    if alike and mark.strip()[:-1].isdecimal():  # all are 1.
        mark = mark.replace(mark.strip()[:-1], str(int(mark.strip()[:-1]) - 1))
    boxed = "[ ] " if (model.box is not None if box is None else box) else ""
    lines = []
    for one in words:
        lines.append(f"{gap}{mark}{boxed}{_folded(one)}{tail}")
        mark = mark if alike else _count_on(mark)
    return Edit(end, end, "".join(lines))


def fill_section(
    document: Document,
    heading: Span,
    section: Span,
    words: str | Sequence[str],
    *,
    box: bool = False,
) -> Edit:
    """The edit that adds an entry, or several, to the last list of a section.

    Words that only hold a place give way to it; without a list one starts, behind what is there
    or below the heading. `heading` is that of the section, `section` the bytes up to the next.
    """
    source = document.source
    blocks = blocks_between(document, heading.end, section.end)
    newline = newline_near(source, heading.start)
    entries = (words,) if isinstance(words, str) else words
    boxed = [f"{'[ ] ' if box else ''}{_folded(one)}" for one in entries]
    held = find_placeholder(source, blocks)
    if held is not None:
        block, span = held
        items = [item for item in items_of(block) if item.start <= span.start < item.end]
        first, mark = ("", marker(source, items[0])) if items else ("- ", "- ")
        return Edit(*span, first + f"{newline}{mark}".join(boxed))
    lists = [block for block in blocks if block.kind == "list"]
    if lists:
        assert isinstance(lists[-1], Block)
        return add_items(source, lists[-1], entries, box=box)
    text = newline.join(f"- {one}" for one in boxed)
    if blocks:
        end = trimmed(source, blocks[-1].start, blocks[-1].end).end
        return Edit(end, end, f"{newline}{newline}{text}")
    end = trimmed(source, heading.start, heading.end).end
    gap = newline * (2 if are_headings_set_off(document) else 1)
    return Edit(end, end, f"{gap}{text}")


def blocks_between(document: Document, start: int, end: int) -> list[AnyBlock]:
    """The blocks that stand between two offsets, up to the next heading."""
    found: list[AnyBlock] = []
    for block in document.markdown.blocks:
        if block.start >= end or (block.kind == "heading" and block.start >= start):
            break
        if block.start >= start and block.kind in ("paragraph", "list", "table", "quote", "html"):
            found.append(block)
    return found


def find_placeholder(source: bytes, blocks: list[AnyBlock]) -> tuple[AnyBlock, Span] | None:
    """The words that only hold the place of entries to come, and the block that they are in."""
    for block in blocks:
        if block.kind == "paragraph" and _holds_place(source, block.start, block.end):
            return block, trimmed(source, block.start, block.end)
        if block.kind == "html" and is_guidance(source[block.start : block.end]):
            return block, trimmed(source, block.start, block.end)
        for item in items_of(block):
            start = after_marker(source, item.start, item.lead_end)
            if item.box is None and _holds_place(source, start, item.lead_end):
                return block, trimmed(source, start, item.lead_end)
    return None


def items_of(block: AnyBlock) -> list[Item]:
    """The items of a list; none where the block is something else."""
    if not isinstance(block, Block) or block.kind != "list":
        return []
    return [child for child in block.children if isinstance(child, Item)]


def marker(source: bytes, item: Item) -> str:
    """Indent and bullet for the next item behind `item`: the same, or the number after its own."""
    behind = after_marker(source, item.start, item.lead_end)
    lead = source[item.start : behind]
    start = behind - len(lead.lstrip())
    line = source.rfind(b"\n", 0, start) + 1
    indent = source[line:start].decode("utf-8", "replace")
    indent = indent if not indent.strip(" \t>") else ""
    number = _NUMBERED.match(source, start, behind)
    if number is not None:
        return f"{indent}{int(number[1]) + 1}{number[2].decode()} "
    bullet = source[start:behind].decode()
    return f"{indent}{bullet if bullet.endswith((' ', chr(9))) else bullet + ' '}"


def nesting(source: bytes, item: Item) -> tuple[str, str]:
    """What stands before an item that is nested in another: its indent, and its bullet.

    The indent reaches to where the words of the other begin, in tabs where it has tabs.
    """
    behind = after_marker(source, item.start, item.lead_end)
    line = source.rfind(b"\n", 0, behind) + 1
    lead = source[line:behind].decode("utf-8", "replace")
    outer = lead[: len(lead) - len(lead.lstrip(" \t>"))]
    mark = lead[len(outer) :]
    indent = outer + "".join("\t" if sign == "\t" else " " for sign in mark)
    if not mark[-1:].isspace():
        indent += " "
    return indent, mark[:1] if mark[:1] in ("-", "*", "+") else "-"


def _count_on(mark: str) -> str:
    """The marker of the item behind one with `mark`: the same bullet, the next number."""
    bare = mark.strip()
    if not bare[:-1].isdecimal():
        return mark
    return mark.replace(bare, f"{int(bare[:-1]) + 1}{bare[-1]}")


def is_loose(source: bytes, items: list[Item]) -> bool:
    """Whether blank lines stand between the items of a list."""
    return len(items) > 1 and all(
        _ends_blank(source, item.start, following.start) for item, following in pairwise(items)
    )


def trimmed(source: bytes, start: int, end: int) -> Span:
    """A range without the blanks at its ends."""
    piece = source[start:end]
    if not piece.strip():
        return Span(start, start)
    return Span(end - len(piece.lstrip()), start + len(piece.rstrip()))


def line_end(source: bytes, end: int) -> int:
    """Behind the blanks that stand between `end` and the end of its line."""
    while source[end : end + 1] in (b" ", b"\t"):
        end += 1
    return end


def _ends_blank(source: bytes, start: int, end: int) -> bool:
    piece = source[start:end]
    return piece[len(piece.rstrip(b" \t\r\n>")) :].count(b"\n") > 1


def _holds_place(source: bytes, start: int, end: int) -> bool:
    text = source[start:end].decode("utf-8", "replace").strip()
    if is_guidance(source[start:end]):
        return True
    return says_nothing(plain_text(text)) or (text.startswith("[YYYY-MM-DD") and "](" in text)


def _break(source: bytes, item: Item) -> str:
    """The hard line break with which the words of an item end, if they do."""
    line_end = source.find(b"\n", item.start)
    line = source[item.start : len(source) if line_end < 0 else line_end].rstrip(b"\r")
    found = _BREAK.search(line)
    single = item.lead_end >= line_end or not source[line_end : item.lead_end].strip()
    return found[0].decode() if found and single else ""


def are_headings_set_off(document: Document) -> bool:
    """Whether a blank line stands below most headings that have something below them.

    Where none has, it is as in the template.
    """
    blank = [
        has_blank_line(document.source, section.heading.end)
        for section in document.plan.sections
        if not section.empty
    ]
    return not blank or blank.count(True) * 2 > len(blank)


def has_blank_line(source: bytes, end: int) -> bool:
    """Whether the line behind the one that ends at or behind `end` is blank."""
    line_end = source.find(b"\n", end)
    following = source.find(b"\n", line_end + 1)
    return line_end >= 0 and not source[line_end : following if following >= 0 else None].strip()


def _folded(words: str) -> str:
    return " ".join(words.split())
