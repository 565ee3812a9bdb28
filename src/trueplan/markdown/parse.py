"""Drive pyromark's events once and keep the blocks, links and HTML."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Any

from pyromark import Options, events_with_range

from trueplan.markdown.block import AnyBlock, Block, Heading, Html, Item, Link, Markdown, Table

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
)
_BOM = b"\xef\xbb\xbf"
_LEVELS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
# Kept as blocks of their own; "List" and "CodeBlock" arrive as keys with arguments.
_KINDS = {
    "Paragraph": "paragraph",
    "List": "list",
    "BlockQuote": "quote",
    "CodeBlock": "code",
    "FootnoteDefinition": "note",
    "MetadataBlock": "front-matter",
    "HtmlBlock": "html",
}
_OTHER_BOXES = (b"~", b"/", b"-")
_AUTOMATIC = ("Autolink", "Email")


def _one_byte_each(error: UnicodeError) -> tuple[str, int]:
    """Stand in for broken bytes without moving the ones behind them."""
    assert isinstance(error, UnicodeDecodeError)
    return "?" * (error.end - error.start), error.end


codecs.register_error("trueplan-keep-length", _one_byte_each)


def parse(source: bytes) -> Markdown:
    """Parse `source`; any bytes at all. Broken UTF-8 is read around, and its offset reported."""
    shift = 3 if source.startswith(_BOM) else 0
    invalid = -1
    body = source[shift:] if shift else source
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        invalid = error.start + shift
        text = body.decode(errors="trueplan-keep-length")
    return _Builder(source, shift).run(text, invalid)


class _Builder:
    """Collects what the events tell; one use, one file."""

    def __init__(self, source: bytes, shift: int) -> None:
        self.source = source
        self.shift = shift
        self.links: list[Link] = []
        self.html: list[Html] = []
        self.struck: list[tuple[int, int]] = []
        self.boxes: list[tuple[int, str]] = []

    def run(self, text: str, invalid: int) -> Markdown:
        events = events_with_range(text, options=_OPTIONS, merge_text=True)
        blocks = self._blocks(iter(events))
        return Markdown(
            self.source,
            tuple(blocks),
            tuple(self.links),
            tuple(self.html),
            tuple(self.struck),
            tuple(sorted(self.boxes)),
            invalid,
        )

    def _blocks(self, events: Iterator[tuple[Any, dict[str, int]]]) -> list[AnyBlock]:  # noqa: C901, PLR0912, PLR0915
        # One loop over every event of the file: the hot path, kept flat on purpose.
        shift = self.shift
        top: list[AnyBlock] = []
        children = top
        stack: list[list[AnyBlock]] = []
        items: list[list[int]] = []  # per open item: lead_start, lead_end, box_start or -1
        for event, where in events:
            if "Text" in event:
                continue
            if "Start" in event:
                tag = event["Start"]
                if tag.__class__ is str:
                    name = tag
                else:
                    (name,) = tag
                if name == "Paragraph":
                    start = where["start"] + shift
                    children.append(Block("paragraph", start, where["end"] + shift))
                    if items and items[-1][1] < 0:
                        items[-1][1] = where["end"] + shift
                elif name == "Item":
                    stack.append(children)
                    children = []
                    items.append([where["start"] + shift, -1, -1])
                elif name == "Heading":
                    children.append(self._heading(events, where, _LEVELS[tag[name]["level"]]))
                    if items and items[-1][1] < 0:
                        items[-1][1] = where["end"] + shift
                elif name == "Link" or name == "Image":
                    self._link(tag[name], where, name == "Image")
                elif name == "Strikethrough":
                    self.struck.append((where["start"] + shift, where["end"] + shift))
                elif name == "Table":
                    children.append(self._table(events, where))
                elif name in _KINDS:
                    if items and items[-1][1] < 0:
                        items[-1][1] = where["start"] + shift
                    stack.append(children)
                    children = []
                    if name == "List":
                        items.append([0, 0, -1])  # shields the item around it
            elif "End" in event:
                tag = event["End"]
                if tag.__class__ is str:
                    name = tag
                else:
                    (name,) = tag
                if name == "Item":
                    inner = children
                    children = stack.pop()
                    children.append(self._item(where, items.pop(), inner))
                elif name in _KINDS and name != "Paragraph":
                    inner = children
                    children = stack.pop()
                    if name == "List":
                        items.pop()
                    children.append(self._block(name, where, inner))
            elif "TaskListMarker" in event:
                if items:
                    items[-1][2] = where["start"] + shift
            elif "InlineHtml" in event:
                self.html.append(Html("html", where["start"] + shift, where["end"] + shift))
            elif event == "Rule":
                children.append(Block("rule", where["start"] + shift, where["end"] + shift))
        return top

    def _heading(
        self, events: Iterator[tuple[Any, dict[str, int]]], where: dict[str, int], level: int
    ) -> Heading:
        shift = self.shift
        parts: list[str] = []
        for event, place in events:
            if "Text" in event:
                parts.append(event["Text"])
            elif "Code" in event:
                parts.append(event["Code"])
            elif event == "SoftBreak" or event == "HardBreak":
                parts.append("\n")
            elif "Start" in event:
                tag = event["Start"]
                if "Link" in tag or "Image" in tag:
                    name = "Image" if "Image" in tag else "Link"
                    self._link(tag[name], place, name == "Image")
                elif tag == "Strikethrough":
                    self.struck.append((place["start"] + shift, place["end"] + shift))
            elif "End" in event:
                if "Heading" in event["End"]:
                    break
            elif "InlineHtml" in event:
                self.html.append(Html("html", place["start"] + shift, place["end"] + shift))
        start, end = where["start"] + shift, where["end"] + shift
        underlined = self.source[start : start + 1] != b"#"
        return Heading("heading", start, end, level, "".join(parts).strip(), underlined)

    def _link(self, tag: dict[str, str], where: dict[str, int], image: bool) -> None:
        self.links.append(
            Link(
                where["start"] + self.shift,
                where["end"] + self.shift,
                tag["dest_url"],
                image,
                tag["link_type"] in _AUTOMATIC,
            )
        )

    def _table(self, events: Iterator[tuple[Any, dict[str, int]]], where: dict[str, int]) -> Table:
        shift = self.shift
        rows: list[tuple[tuple[int, int], ...]] = []
        cells: list[tuple[int, int]] = []
        for event, place in events:
            if "Text" in event:
                continue
            if "Start" in event:
                tag = event["Start"]
                if tag == "TableCell":
                    cells.append((place["start"] + shift, place["end"] + shift))
                elif tag.__class__ is not str:
                    (name,) = tag
                    if name == "Link" or name == "Image":
                        self._link(tag[name], place, name == "Image")
                elif tag == "Strikethrough":
                    self.struck.append((place["start"] + shift, place["end"] + shift))
            elif "End" in event:
                tag = event["End"]
                if tag == "TableRow" or tag == "TableHead":
                    rows.append(tuple(cells))
                    cells = []
                elif tag == "Table":
                    break
            elif "InlineHtml" in event:
                self.html.append(Html("html", place["start"] + shift, place["end"] + shift))
        return Table("table", where["start"] + shift, where["end"] + shift, tuple(rows))

    def _block(self, name: str, where: dict[str, int], children: list[AnyBlock]) -> AnyBlock:
        start, end = where["start"] + self.shift, where["end"] + self.shift
        if name == "HtmlBlock":
            piece = Html("html", start, end)
            self.html.append(piece)
            return piece
        closed = name != "CodeBlock" or _is_closed(self.source, start, end)
        return Block(_KINDS[name], start, end, tuple(children), closed)

    def _item(self, where: dict[str, int], lead: list[int], children: list[AnyBlock]) -> Item:
        start, end = where["start"] + self.shift, where["end"] + self.shift
        lead_end = lead[1] if lead[1] >= 0 else end
        box_start = lead[2]
        lead_start = _after_marker(self.source, start, lead_end)
        box = None
        if box_start >= 0:
            box = chr(self.source[box_start + 1])
            lead_start = box_start + 3
        elif (
            self.source[lead_start : lead_start + 1] == b"["
            and self.source[lead_start + 1 : lead_start + 2] in _OTHER_BOXES
            and self.source[lead_start + 2 : lead_start + 4] in (b"] ", b"]")
        ):
            box_start = lead_start
            box = chr(self.source[box_start + 1])
            lead_start = box_start + 3
        if box is not None:
            self.boxes.append((box_start, box))
        return Item("item", start, end, lead_start, lead_end, box, box_start, tuple(children))


def _after_marker(source: bytes, start: int, end: int) -> int:
    """The offset behind a list marker ("-", "*", "+", "12.", "3)") and its blanks."""
    position = start
    if source[position : position + 1] in (b"-", b"*", b"+"):
        position += 1
    else:
        while position < end and source[position : position + 1].isdigit():
            position += 1
        position += 1
    while position < end and source[position] in b" \t":
        position += 1
    return min(position, end)


def _is_closed(source: bytes, start: int, end: int) -> bool:
    """Whether a code block ends with a fence as long as the one that opened it."""
    fence = source[start : start + 3]
    if fence not in (b"```", b"~~~"):
        return True  # indented
    body = source[start:end].rstrip()
    length = len(body) - len(body.lstrip(fence[:1]))
    last = body[max(body.rfind(b"\n"), body.rfind(b"\r")) + 1 :].lstrip(b" \t>")
    return len(body) > length and len(last) >= length and not last.strip(fence[:1])
