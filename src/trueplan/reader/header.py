"""The header of a plan: front matter, the fields on top, a status section, a footer."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.markdown import AnyBlock, Block, Heading
from trueplan.model.date import Date
from trueplan.model.estimate import Estimate, Rates
from trueplan.model.located import Field, Located, Problem
from trueplan.model.plan import Header
from trueplan.model.status import Status
from trueplan.reader.dates import find_date
from trueplan.reader.estimates import find_estimate
from trueplan.reader.fields import fields_of_block, fields_of_front_matter, first_field
from trueplan.reader.points import says_nothing
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.status import read_state
from trueplan.reader.words import normalise, split_label
from trueplan.text import Span

_DATES = ("created", "target", "updated", "completed")


def read_header(nodes: list[Node], source: Source, rates: Rates) -> tuple[Header, list[Problem]]:
    """The fields that speak of the whole document, and the problems met in them."""
    problems: list[Problem] = []
    fields = _fields(nodes, source)
    status = _status(fields, nodes, source, problems)
    dates = {key: _date(fields, key, source, problems) for key in _DATES}
    owner = first_field(fields, "owner")
    reason = first_field(fields, "reason")
    header = Header(
        fields=tuple(fields),
        status=status,
        created=dates["created"],
        target=dates["target"],
        updated=dates["updated"] or dates["completed"],
        owner=owner.value if owner and not says_nothing(owner.value.value) else None,
        adrs=tuple(field for field in fields if field.key == "adrs"),
        backlog=tuple(field for field in fields if field.key == "backlog"),
        estimate=_estimate(fields, source, rates),
        reason=reason.value if reason and reason.value.value else None,
    )
    return header, problems


def _fields(nodes: list[Node], source: Source) -> list[Field]:
    """Every header field, front matter first, then the top, then a section of its own."""
    fields: list[Field] = []
    for block in nodes[0].blocks:
        if block.kind == "front-matter":
            assert isinstance(block, Block)
            fields.extend(fields_of_front_matter(block, source))
    for node in _top(nodes):
        fields.extend(_of_blocks(_before_body(node.blocks), source))
    for node in nodes[1:]:
        if node.element == "metadata" and node.level <= 3:
            fields.extend(_of_blocks(node.blocks, source))
    return fields


def _top(nodes: list[Node]) -> list[Node]:
    """What stands before the first section: the preamble and the title's own section."""
    top = [nodes[0]]
    for node in nodes[1:3]:
        if node.level == 1 or (len(top) == 1 and not nodes[0].blocks):
            top.append(node)
            break
    return top


def _before_body(blocks: Iterable[AnyBlock]) -> list[AnyBlock]:
    return [block for block in blocks if block.kind in ("paragraph", "quote", "list", "table")]


def _of_blocks(blocks: Iterable[AnyBlock], source: Source) -> list[Field]:
    return [field for block in blocks for field in fields_of_block(block, source)]


def _status(
    fields: list[Field], nodes: list[Node], source: Source, problems: list[Problem]
) -> Status | None:
    unreadable: Field | None = None
    for field in fields:
        if field.key != "status":
            continue
        status = _as_status(field)
        if status is not None:
            return status
        unreadable = unreadable or field
    status = _status_elsewhere(nodes, source)
    if status is None and unreadable is not None and not _is_template(unreadable.value.value):
        words = unreadable.value
        if words.value and not says_nothing(words.value):
            problems.append(
                Problem("status", f"no state can be read in “{words.value}”", words.span)
            )
    return status


def _as_status(field: Field) -> Status | None:
    if _is_template(field.value.value):
        return None
    state = read_state(field.value.value, normalise(field.label))
    return Status(state, field.value.value, field.value.span) if state else None


def _is_template(value: str) -> bool:
    return value.startswith("[") and "|" in value


def _status_elsewhere(nodes: list[Node], source: Source) -> Status | None:
    """A status in a heading, below one that is called so, early in the text, or in the footer."""
    for node in nodes[1:]:
        if node.heading is None or node.opening is not None:
            continue
        split = split_label(node.heading.text)
        if split is not None and normalise(split.words).endswith("status"):
            value = node.heading.text[split.value_start :].strip()
            state = read_state(value)
            if state is not None and value:
                return Status(state, value, _span_of_words(value, node.heading, source))
        elif node.element == "metadata" and node.level <= 3:
            found = _first_words(node.blocks, source)
            state = read_state(found.value.split("\n")[0]) if found else None
            if found is not None and state is not None and len(found.value) < 120:
                return Status(state, found.value.split("\n")[0], found.span)
    for blocks in (_early(nodes), _footer(nodes)):
        for block in blocks:
            for field in fields_of_block(block, source):
                if field.key == "status" and normalise(field.label) != "state":
                    status = _as_status(field)
                    if status is not None:
                        return status
    return _emphasised(nodes, source)


def _span_of_words(words: str, heading: Heading, source: Source) -> Span:
    """Where the last words of a heading stand; the whole heading where markup is among them."""
    start, end = source.trim(heading.start, heading.end)
    at = source.bytes.rfind(words.encode(), start, end)
    return Span(at, at + len(words.encode())) if at >= 0 else Span(start, end)


def _first_words(blocks: Iterable[AnyBlock], source: Source) -> Located | None:
    for block in blocks:
        if block.kind == "paragraph":
            return source.located(block.start, block.end)
    return None


def _early(nodes: list[Node]) -> list[AnyBlock]:
    """The paragraphs of the first section that is not a phase."""
    for node in nodes[1:4]:
        if node.heading is not None and node.opening is None:
            blocks = [block for block in node.blocks[:4] if block.kind in ("paragraph", "quote")]
            if blocks:
                return blocks
    return []


def _footer(nodes: list[Node]) -> list[AnyBlock]:
    """The last paragraphs of the document, unless they belong to a phase."""
    last = nodes[-1]
    if last.heading is not None and last.opening is not None:
        rules = [index for index, block in enumerate(last.blocks) if block.kind == "rule"]
        if not rules:
            return []
        return list(last.blocks[rules[-1] :])
    return [block for block in last.blocks[-4:] if block.kind in ("paragraph", "quote")]


def _emphasised(nodes: list[Node], source: Source) -> Status | None:
    """`*Status: DRAFT - Pending Review*` on the last lines."""
    for block in nodes[-1].blocks[-3:]:
        if block.kind != "paragraph":
            continue
        for position, line in source.lines(block.start, block.end):
            words = line.strip().strip("*_ ")
            if words.lower().startswith("status:"):
                state = read_state(words[7:])
                if state is not None:
                    value = words[7:].strip()
                    before = line[: line.index(value, line.index(words) + 7)]
                    start = position + len(before.encode())
                    return Status(state, value, Span(start, start + len(value.encode())))
    return None


def _date(fields: list[Field], key: str, source: Source, problems: list[Problem]) -> Date | None:
    for field in fields:
        if field.key != key:
            continue
        span = field.value.span
        text = source.text(span.start, span.end)
        date = find_date(text, source.span_of(text, span.start))
        if date is None:
            continue
        if date.first is None and date.raw.upper() != "YYYY-MM-DD":
            what = "no such day" if date.impossible else "not a date that can be read"
            kind = "impossible-date" if date.impossible else "date"
            problems.append(Problem(kind, f"“{date.raw}” is {what}", date.span))
        return date
    return None


def _estimate(fields: list[Field], source: Source, rates: Rates) -> Estimate | None:
    field = first_field(fields, "estimate")
    if field is None:
        return None
    span = field.value.span
    text = source.text(span.start, span.end)
    return find_estimate(text, source.span_of(text, span.start), rates)
