"""Drive pyromark's events once and keep the blocks, links and HTML."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from pyromark import Options, events_with_range

from trueplan.markdown.block import AnyBlock, Block, Heading, Html, Item, Link, Markdown, Table
from trueplan.markdown.inline import after_marker
from trueplan.record import Any

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
    "List": "list",
    "BlockQuote": "quote",
    "CodeBlock": "code",
    "FootnoteDefinition": "note",
    "MetadataBlock": "front-matter",
    "HtmlBlock": "html",
}
_ACTIONS = {
    "Paragraph": "leaf",
    "Item": "open",
    "Heading": "heading",
    "Link": "link",
    "Image": "link",
    "Strikethrough": "struck",
    "Table": "table",
    **dict.fromkeys(_KINDS, "open"),
}
_OTHER_BOXES = (b"[~]", b"[/]", b"[-]")
_WORDS = ("paragraph", "heading")
_AUTOMATIC = ("Autolink", "Email")

# What a record's own constructor calls in the end; straight to it where thousands are made a file.
_new: Any = tuple.__new__

Events = Iterator[tuple[Any, dict[str, int]]]


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
    if invalid < 0 and is_wide(body):
        invalid = body.index(0) + shift
    return _Builder(source, shift).run(text, invalid)


def is_wide(source: bytes) -> bool:
    """Whether each character takes two bytes, as in UTF-16 without a mark at its start."""
    return b"\0" in source[:2] and source[:64].count(0) * 3 > len(source[:64])


class _Builder:
    """Collects what the events tell; one use, one file."""

    def __init__(self, source: bytes, shift: int) -> None:
        self.source = source
        self.shift = shift
        self.links: list[Link] = []
        self.html: list[Html] = []
        self.struck: list[tuple[int, int]] = []
        self.boxes: list[tuple[int, str]] = []
        self.markers: list[int] = []
        self.closed = True
        self.other_boxes = any(box in source for box in _OTHER_BOXES)

    def run(self, text: str, invalid: int) -> Markdown:
        events: Any = events_with_range(text, options=_OPTIONS, merge_text=True)
        blocks = self._blocks(iter(events))
        return Markdown(
            self.source,
            tuple(blocks),
            tuple(self.links),
            tuple(self.html),
            tuple(self.struck),
            tuple(sorted(self.boxes)),
            invalid,
            self.closed,
        )

    def _blocks(self, events: Events) -> list[AnyBlock]:  # noqa: C901, PLR0912
        # One loop over every event of the file: the hot path, kept flat on purpose. Tags that
        # stand alone arrive as words, the others as a dictionary with one key.
        shift = self.shift
        children: list[AnyBlock] = []
        stack: list[list[AnyBlock]] = []
        for event, where in events:
            if "Text" in event or "Code" in event:
                continue
            if "Start" in event:
                tag = event["Start"]
                name = tag if tag.__class__ is str else next(iter(tag))
                action = _ACTIONS.get(name)
                if action is None:
                    continue
                if action == "open":
                    stack.append(children)
                    children = []
                elif action == "leaf":
                    place = ("paragraph", where["start"] + shift, where["end"] + shift, (), True)
                    children.append(_new(Block, place))
                elif action == "heading":
                    children.append(self._heading(events, where, _LEVELS[tag[name]["level"]]))
                elif action == "link":
                    self._link(tag[name], where, name == "Image")
                elif action == "struck":
                    self.struck.append((where["start"] + shift, where["end"] + shift))
                else:
                    children.append(self._table(events, where))
            elif "End" in event:
                tag = event["End"]
                name = tag if tag.__class__ is str else next(iter(tag))
                if name == "Item":
                    inner, children = children, stack.pop()
                    children.append(self._item(where, inner))
                elif name in _KINDS:
                    inner, children = children, stack.pop()
                    children.append(self._block(name, where, inner))
            elif "TaskListMarker" in event:
                self.markers.append(where["start"] + shift)
            elif "InlineHtml" in event:
                self.html.append(Html("html", where["start"] + shift, where["end"] + shift))
            elif event == "Rule":
                children.append(Block("rule", where["start"] + shift, where["end"] + shift))
        return children

    def _heading(self, events: Events, where: dict[str, int], level: int) -> Heading:
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
        text = "".join(parts).strip()
        return _new(Heading, ("heading", start, end, level, text, underlined))  # type: ignore[no-any-return]

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

    def _table(self, events: Events, where: dict[str, int]) -> Table:
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
        if not closed:
            self.closed = False
        return _new(Block, (_KINDS[name], start, end, tuple(children), closed))  # type: ignore[no-any-return]

    def _item(self, where: dict[str, int], children: list[AnyBlock]) -> Item:
        start, end = where["start"] + self.shift, where["end"] + self.shift
        lead_end = end
        if children:
            first = children[0]
            lead_end = first.end if first.kind in _WORDS else first.start
        box = None
        box_start = -1
        # Nested items took theirs when they ended; what is left and behind the start is ours.
        if self.markers and self.markers[-1] >= start:
            box_start = self.markers.pop()
        elif self.other_boxes:
            box_start = self._other_box(start, lead_end)
        if box_start >= 0:
            box = chr(self.source[box_start + 1])
            self.boxes.append((box_start, box))
        return _new(Item, ("item", start, end, lead_end, box, box_start, tuple(children)))  # type: ignore[no-any-return]

    def _other_box(self, start: int, end: int) -> int:
        """Where an item has a box that is plain text to the parser; -1 without one."""
        source = self.source
        at = after_marker(source, start, end)
        if source[at : at + 3] not in _OTHER_BOXES:
            return -1
        return at if at + 3 >= end or source[at + 3] in b" \t\r\n" else -1


def _is_closed(source: bytes, start: int, end: int) -> bool:
    """Whether a code block ends with a fence as long as the one that opened it."""
    fence = source[start : start + 3]
    if fence not in (b"```", b"~~~"):
        return True  # indented
    body = source[start:end].rstrip()
    length = len(body) - len(body.lstrip(fence[:1]))
    last = body[max(body.rfind(b"\n"), body.rfind(b"\r")) + 1 :].lstrip(b" \t>")
    return len(body) > length and len(last) >= length and not last.strip(fence[:1])
