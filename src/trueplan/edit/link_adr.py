"""A decision named in the header of a plan, in the form in which others are named there."""

from __future__ import annotations

import re

from trueplan.edit.adr_label import Label, Named, call_like, write_label, write_link
from trueplan.edit.document import Document
from trueplan.edit.header_lines import HeaderLines, NewField
from trueplan.edit.lists import add_item, items_of
from trueplan.edit.table import find_cell, find_table, set_cell
from trueplan.errors import NoPlace
from trueplan.markdown import Block, after_marker
from trueplan.model.located import Field
from trueplan.model.outline import HEADER
from trueplan.reader.leftovers import PLACEHOLDERS
from trueplan.reader.points import says_nothing
from trueplan.text import Edit, Span

_NUMBER = re.compile(r"(?:adrs?[-_ :#]*)?0*(\d{1,4})(?!\d)", re.IGNORECASE)
_NONE = re.compile(r"(?:none|n/a|tbd)\b", re.IGNORECASE)
_LABEL = next(one.label for one in HEADER if one.key == "adrs")


def link_adr(document: Document, named: Named, label: Label) -> tuple[Edit, ...]:
    """The edits that name a decision in the field for them, behind those that are there.

    "None" and the like give way. `label` is the form without a model. Raises NoPlace where no
    field can be added.
    """
    source = document.source
    if not document.plan.header.adrs:
        return _new_field(document, write_link(label, named))
    field = document.plan.header.adrs[0]
    raw = field.value.span.slice(source).decode("utf-8", "replace")
    front = _is_in_front(document, field)
    if _holds_place(field, raw):
        below = _list_below(document, field)
        if below is not None:
            return (_in_list(source, below, named, label),)
        plain = write_label(label, named.number, named.title)
        return (_set(document, field, plain if front else write_link(label, named)),)
    called = _like_last(raw, named)
    if called is None:
        called = (
            write_label(label, named.number, named.title) if front else write_link(label, named)
        )
    sign = ";" if ";" in raw and "," not in raw else ","
    return (_set(document, field, f"{raw}{sign} {called}"),)


def _new_field(document: Document, words: str) -> tuple[Edit, ...]:
    edits = HeaderLines(document).insert([NewField("adrs", _LABEL, words)])
    if not edits:
        raise NoPlace(
            "the plan has no field for decisions",
            help=f"write `**{_LABEL}**: None` into its header",
        )
    return edits


def _holds_place(field: Field, raw: str) -> bool:
    value = field.value.value
    remark = _NONE.match(value) is not None and not any(sign.isdigit() for sign in value)
    return remark or says_nothing(value) or raw in PLACEHOLDERS


def _like_last(raw: str, named: Named) -> str | None:
    """The decision as the last one of the field is called."""
    last = re.split(r"[,;]\s+", raw)[-1].strip()
    numbers = _NUMBER.findall(last)
    return call_like(last, int(numbers[0]), named) if numbers else None


def _set(document: Document, field: Field, words: str) -> Edit:
    span, source = field.value.span, document.source
    table = find_table(document.markdown, span.start)
    place = find_cell(table, span.start) if table is not None else None
    if table is not None and place is not None:
        return set_cell(source, table, *place, words)
    end = span.end
    if source[span.start :].lstrip(b" ").startswith(b"[]") and _is_in_front(document, field):
        end = source.find(b"]", span.start) + 1
        return Edit(span.start, end, f" [{words}]")
    if span.start == end and source[span.start - 1 : span.start] in (b":", b"*"):
        return Edit(end, end, f" {words}")
    old = span.slice(source).decode("utf-8", "replace")
    if words.startswith(old):  # touch what is there no more than needed
        return Edit(end, end, words[len(old) :])
    return Edit(*span, words)


def _is_in_front(document: Document, field: Field) -> bool:
    first = next(iter(document.markdown.blocks), None)
    return first is not None and first.kind == "front-matter" and field.span.start < first.end


def _list_below(document: Document, field: Field) -> Block | None:
    """The list that stands right below a label with nothing behind it."""
    if field.value.value:
        return None
    following = (one for one in document.markdown.blocks if one.start >= field.span.end)
    block = next(following, None)
    if not isinstance(block, Block) or block.kind != "list":
        return None
    between = document.source[field.span.end : block.start]
    boxed = any(item.box is not None for item in items_of(block))
    return None if between.strip() or between.count(b"\n") > 1 or boxed else block


def _in_list(source: bytes, block: Block, named: Named, label: Label) -> Edit:
    """One more item, or the words of the only one where these hold the place."""
    last = items_of(block)[-1]
    span = Span(after_marker(source, last.start, last.lead_end), last.lead_end)
    raw = span.slice(source).decode("utf-8", "replace").strip()
    if says_nothing(raw):
        return Edit(span.start, span.start + len(raw.encode()), write_link(label, named))
    return add_item(source, block, _like_last(raw, named) or write_link(label, named))
