"""The head of a decision record: its title, its fields, its sections called Status or Date."""

from __future__ import annotations

from trueplan.markdown import AnyBlock, Block, Markdown, parse
from trueplan.model.companions import Adr
from trueplan.model.located import Field
from trueplan.reader.companions import read_adr
from trueplan.reader.fields import fields_of_block, fields_of_front_matter
from trueplan.reader.sections import read_outline
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.words import normalise
from trueplan.record import Record
from trueplan.text import Span

# What the fields of a record and its short sections are called, beside the words of plans.
_KEYS = {
    "deciders": "deciders",
    "decider": "deciders",
    "decision makers": "deciders",
    "decision-makers": "deciders",
    "decision maker": "deciders",
    "decided by": "deciders",
    "supersedes": "supersedes",
    "replaces": "supersedes",
    "title": "title",
}
_SECTIONS = {"status": "status", "date": "created", "created": "created"}
_KNOWN = frozenset(("status", "created", "updated", "owner"))
# What a record without a title begins with.
_BODY_WORDS = (
    "context",
    "context and problem statement",
    "problem statement",
    "background",
    "decision",
    "decision outcome",
    "summary",
)


class AdrFile(Record):
    """A decision record with its bytes. `path` starts at the root of the repository."""

    path: str
    source: bytes
    adr: Adr

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.rpartition("/")[2]


class Head(Record):
    """The head as read. `nodes` are its sections, `title` the one with the title, if any.

    `body` are the sections behind it.
    """

    source: Source
    markdown: Markdown
    nodes: tuple[Node, ...]
    title: Node | None
    body: tuple[Node, ...]


def read_adr_file(path: str, source: bytes) -> AdrFile:
    """Read a decision record so that it can be changed, or be the model of another."""
    return AdrFile(path, source, read_adr(source, path.rpartition("/")[2]))


def read_head(source: bytes) -> Head:
    """Read the head of a decision record."""
    markdown = parse(source)
    reading = Source(markdown)
    nodes = read_outline(reading)
    end = 1
    title = None
    first = nodes[1] if len(nodes) > 1 else None
    if first is not None and not key_of_section(first) and first.words not in _BODY_WORDS:
        title = first
        end = 2
    while end < len(nodes) and (key_of_section(nodes[end]) or nodes[end].element == "metadata"):
        end += 1
    return Head(reading, markdown, tuple(nodes[:end]), title, tuple(nodes[end:]))


def key_of(field: Field) -> str:
    """What a field of a record tells: "status", "created", "deciders" …; "" for what we leave."""
    return _KEYS.get(normalise(field.label)) or (field.key if field.key in _KNOWN else "")


def key_of_section(node: Node) -> str:
    """What a short section of the head tells; "" for any other section."""
    return _SECTIONS.get(node.words) or _KEYS.get(node.words, "")


def fields_in(block: AnyBlock, source: Source) -> list[Field]:
    """The fields of a block of the head."""
    if block.kind == "front-matter":
        assert isinstance(block, Block)
        return list(fields_of_front_matter(block, source))
    return list(fields_of_block(block, source))


def status_places(head: Head) -> list[tuple[Span, AnyBlock | None]]:
    """Where the head says the status, as the first line of each value, with the block of it."""
    found: list[tuple[Span, AnyBlock | None]] = []
    for node in head.nodes:
        own = key_of_section(node) == "status"
        for block in node.blocks:
            fields = [one for one in fields_in(block, head.source) if one.key == "status"]
            found += [(first_line(one.value.span, head.source), block) for one in fields]
            if not fields and own and block.kind == "paragraph":
                found.append((first_line(Span(block.start, block.end), head.source), block))
                own = False
    return found


def first_line(span: Span, source: Source) -> Span:
    """The first line of some words."""
    end = source.bytes.find(b"\n", span.start, span.end)
    return Span(*source.trim(span.start, span.end if end < 0 else end))
