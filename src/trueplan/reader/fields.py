"""Labelled values: `**Owner**: CTO`, in all the forms that people use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trueplan.markdown import AnyBlock, Block, Table, plain_text
from trueplan.model.located import Field, Located
from trueplan.reader.items import DEEPEST, list_items
from trueplan.reader.shapes import Label
from trueplan.reader.source import Source
from trueplan.reader.tables import read_head
from trueplan.reader.vocabulary import FIELDS
from trueplan.reader.words import normalise, split_label
from trueplan.record import Any
from trueplan.text import Span
from trueplan.text.pattern import Pattern

_new: Any = tuple.__new__  # see markdown.parse
_BETWEEN = Pattern(r"\s+[|·•]\s+(?=\*\*[^*\n]{1,60}(?::\*\*|\*\*\s*:))")


def field_of_line(position: int, line: str, source: Source) -> Field | None:
    """The field that a line holds, if any; `position` is the offset of its first byte."""
    label = split_label(line)
    return None if label is None else field_of_label(label, position, line, source)


def field_of_label(label: Label, position: int, line: str, source: Source) -> Field | None:
    """The field that a line with this label holds; None where the label means nothing here."""
    words = normalise(label.words)
    key = FIELDS.get(words)
    if key is None and not label.bold:
        return None
    start, end = label.value_start, len(line)
    if line.startswith("*") and not label.bold and line.endswith("*"):
        end -= 1  # a line that is slanted as a whole
        line = line[:-1]
    if not line.isascii():
        start, end = len(line[:start].encode()), len(line.encode())
    value = source.located(position + start, position + end)
    span = _new(Span, source.trim(position, position + end))
    return _new(Field, (key or words, label.words, value, span))  # type: ignore[no-any-return]


def fields_of_line(position: int, line: str, source: Source) -> list[Field]:
    """The fields of a line that may hold several: `**Status**: Done | **Owner**: CTO`."""
    if holds_several(line):
        found = (field_of_line(start, piece, source) for start, piece in _pieces(position, line))
        return [field for field in found if field is not None]
    field = field_of_line(position, line, source)
    return [] if field is None else [field]


def holds_several(line: str) -> bool:
    """Whether a line may hold more fields than one."""
    return " | **" in line or " · **" in line or " • **" in line


def _pieces(position: int, line: str) -> list[tuple[int, str]]:
    """A line cut where a bar or a dot stands before a label, each piece with its offset."""
    pieces: list[tuple[int, str]] = []
    start = 0
    for cut in _BETWEEN.finditer(line):
        pieces.append((position + len(line[:start].encode()), line[start : cut.start()]))
        start = cut.end()
    pieces.append((position + len(line[:start].encode()), line[start:]))
    return pieces


def fields_of_block(block: AnyBlock, source: Source, depth: int = 0) -> Iterator[Field]:
    """The fields in a paragraph, quote, list, or table of two columns."""
    if block.kind == "paragraph":
        for position, line in source.lines(block.start, block.end):
            yield from fields_of_line(position, line, source)
    elif block.kind == "quote":
        assert isinstance(block, Block)
        if depth < DEEPEST:
            for child in block.children:
                yield from fields_of_block(child, source, depth + 1)
    elif block.kind == "list":
        for item in list_items((block,)):
            for position, line in source.lines(source.words_start(item), item.lead_end):
                yield from fields_of_line(position, line, source)
    elif block.kind == "table":
        assert isinstance(block, Table)
        yield from _fields_of_table(block, source)


def _fields_of_table(table: Table, source: Source) -> Iterator[Field]:
    """Rows such as `| Status | Draft |`; the head counts as a row where it names a field."""
    if not table.rows or len(table.rows[0]) != 2:
        return
    first = 0 if read_head(table, source)[0] in FIELDS else 1
    for row in table.rows[first:]:
        if len(row) != 2:
            continue
        label = source.located(*row[0])
        key = FIELDS.get(normalise(label.value))
        if key is not None:
            value = source.located(*row[1])
            yield Field(key, label.value, value, Span(row[0][0], row[1][1]))


def fields_of_front_matter(block: Block, source: Source) -> Iterator[Field]:
    """The top-level keys of YAML front matter; lists below a key are joined with commas."""
    current: tuple[str, int, int] | None = None
    entries: list[str] = []
    for position, line in source.lines(block.start, block.end):
        stripped = line.strip()
        if not stripped or stripped.startswith(("#", "---")):
            continue
        if current and (stripped.startswith("- ") or line[:1] in " \t"):
            entries.append(stripped.removeprefix("- ").strip("\"' "))
            current = (current[0], current[1], position + len(line.encode()))
            continue
        if current and entries:
            yield _front_field(current, ", ".join(entries))
        current, entries = None, []
        key, colon, value = line.partition(":")
        if not colon:
            continue
        end = position + len(line.encode())
        start = position + len((key + colon).encode())
        if value.split(" #")[0].strip(" \"'|>-"):
            yield _front_value(key, value, position, start, end)
        else:
            current = (key, position, end)
    if current and entries:
        yield _front_field(current, ", ".join(entries))


def _front_value(key: str, value: str, position: int, start: int, end: int) -> Field:
    bare = value.split(" #", maxsplit=1)[0]
    inner = bare.strip().strip("\"'[] ")
    first = start + len(bare[: bare.index(inner)].encode())
    words = normalise(key.replace("_", " "))
    return Field(
        FIELDS.get(words, words),
        key.strip(),
        Located(inner, Span(first, first + len(inner.encode()))),
        Span(position, end),
    )


def _front_field(current: tuple[str, int, int], value: str) -> Field:
    key, start, end = current
    words = normalise(key.replace("_", " "))
    return Field(
        FIELDS.get(words, words), key.strip(), Located(value, Span(start, end)), Span(start, end)
    )


def first_field(fields: Iterable[Field], key: str) -> Field | None:
    """The first field with the canonical name `key`."""
    for field in fields:
        if field.key == key:
            return field
    return None


def plain(field: Field) -> str:
    """The value in lower case and without emphasis."""
    return normalise(plain_text(field.value.value))
