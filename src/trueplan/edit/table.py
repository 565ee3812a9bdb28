"""Cells and rows of a table, written as the table is: its pipes, its padding, its indent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trueplan.markdown import Markdown, Table
from trueplan.markdown.block import find_blocks
from trueplan.record import Record
from trueplan.text import Edit, newline_near
from trueplan.text.pattern import Pattern

_BARE_PIPE = Pattern(r"(?<!\\)\|")
_LEAD = re.compile(rb"[ \t>]*")


class _Line(Record):
    """A line of the file without its end."""

    start: int
    end: int


def find_table(markdown: Markdown, offset: int) -> Table | None:
    """The table that stands at `offset`; None where there is none."""
    for table in find_blocks(markdown.blocks, "table"):
        if table.start <= offset < table.end:
            assert isinstance(table, Table)
            return table
    return None


def find_cell(table: Table, offset: int) -> tuple[int, int] | None:
    """Row (the head is 0) and column of the cell at `offset`; None outside of every cell."""
    for row, cells in enumerate(table.rows):
        for column, (start, end) in enumerate(cells):
            if start <= offset <= end:
                return row, column
    return None


def find_row(source: bytes, table: Table, offset: int) -> int | None:
    """The number of the row on whose line an offset stands; None outside of the table."""
    for number, cells in enumerate(table.rows):
        line = _line(source, cells[0][0])
        if line.start <= offset <= line.end:
            return number
    return None


def set_cell(source: bytes, table: Table, row: int, column: int, text: str) -> Edit:
    """The edit that makes a cell say `text`; the pipes of an aligned table stay in line."""
    line = _line(source, table.rows[row][0][0])
    start, end = table.rows[row][column]
    written = escape_cell(text)
    if start > line.end or start == end == line.end:
        return _fill_up(source, table, row, column, written)
    cell = source[start:end].decode("utf-8", "surrogateescape")
    inner = cell.strip(" \t")
    left = len(cell) - len(cell.lstrip(" \t")) if inner else min(1, len(cell))
    right = len(cell) - len(cell.rstrip(" \t")) if inner else max(0, len(cell) - left)
    lead, tail = cell[:left], cell[len(cell) - right :]
    width = _column_width(source, table, column)
    if width is not None and display_width(cell) == width:
        room = width - display_width(written)
        if left > 1 and right == 1:
            lead = " " * max(1, room - right)
        else:
            tail = " " * max(1, room - left)
    elif not inner:
        lead, tail = " ", " "
    fresh = f"{lead}{written}{tail}" if written else " " * max(1, len(cell))
    return _smallest(start, cell, fresh)


def add_row(source: bytes, table: Table, cells: Sequence[str], before: int | None = None) -> Edit:
    """The edit that adds a row: the last one, or before the row with that number."""
    model = _line(source, table.rows[-1][0][0])
    if len(table.rows) == 1:
        model = _line(source, min(model.end + 1, len(source)))  # below the head stand the dashes
    lead_match = _LEAD.match(source, model.start, model.end)
    assert lead_match is not None
    lead = lead_match[0].decode()
    opens = source[model.start : model.end].lstrip(b" \t>").startswith(b"|")
    closes = source[model.start : model.end].rstrip().endswith(b"|")
    padded = [
        _padded(escape_cell(text), _column_width(source, table, column))
        for column, text in enumerate(cells)
    ]
    blank = "" if _is_dense(source, table) else " "
    row = "|".join(f"{blank}{text}{blank}" for text in padded)
    text = f"{lead}{'|' if opens else ''}{row if opens else row.lstrip()}{'|' if closes else ''}"
    text = text if closes else text.rstrip()
    newline = newline_near(source, model.start)
    if before is None or before >= len(table.rows):
        end = model.end - (source[model.end - 1 : model.end] == b"\r")
        return Edit(end, end, f"{newline}{text}")
    start = _line(source, table.rows[before][0][0]).start
    return Edit(start, start, f"{text}{newline}")


def escape_cell(text: str) -> str:
    """`text` as a cell can hold it: on one line, its pipes escaped."""
    return _BARE_PIPE.sub(r"\\|", " ".join(text.split()))


def display_width(text: str) -> int:
    """How many columns `text` takes where every letter has the same width."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(sign) or sign == "\ufe0f" else 2 if east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def _column_width(source: bytes, table: Table, column: int) -> int | None:
    """How wide the cells of a column are, blanks included; None where they are not aligned."""
    widths = [
        display_width(source[row[column][0] : row[column][1]].decode("utf-8", "replace"))
        for row in table.rows
        if column < len(row) and row[column][0] <= _line(source, row[0][0]).end
    ]
    if not widths or column >= len(table.rows[0]):
        return None
    head, rows = widths[0], widths[1:]
    if not rows:  # a head that fills its column does not tell whether rows would
        start, end = table.rows[0][column]
        loose = source[start:end].endswith(b"  ")
        return head if loose and _dashes(source, table, column) == head else None
    return head if rows.count(head) * 2 > len(rows) else None


def _is_dense(source: bytes, table: Table) -> bool:
    """Whether the cells stand at their pipes, without a blank between."""
    cells = [source[start:end] for start, end in table.rows[0]]
    return not any(cell[:1] == b" " or cell[-1:] == b" " for cell in cells)


def _dashes(source: bytes, table: Table, column: int) -> int:
    """The width of the dashes below the head of a column."""
    head = _line(source, table.rows[0][0][0])
    below = _line(source, min(head.end + 1, len(source)))
    parts = source[below.start : below.end].strip(b" \t>\r").strip(b"|").split(b"|")
    return len(parts[column]) if column < len(parts) else -1


def _padded(text: str, width: int | None) -> str:
    return text if width is None else text + " " * (width - 2 - display_width(text))


def _fill_up(source: bytes, table: Table, row: int, column: int, written: str) -> Edit:
    """Add the cells that a short row lacks, up to the one that is written."""
    line = _line(source, table.rows[row][0][0])
    words = source[line.start : line.end].rstrip()
    lacking = sum(1 for start, _ in table.rows[row][:column] if start >= line.end)
    end = line.start + len(words)
    text = f"{'' if words.endswith(b'|') else ' |'}{'  |' * lacking} {written} |"
    return Edit(end, end, text)


def _smallest(start: int, old: str, new: str) -> Edit:
    """The edit from `old` to `new` without the letters that both begin and end with."""
    ahead = 0
    while ahead < min(len(old), len(new)) and old[ahead] == new[ahead]:
        ahead += 1
    behind = 0
    while behind < min(len(old), len(new)) - ahead and old[-1 - behind] == new[-1 - behind]:
        behind += 1
    first = start + len(old[:ahead].encode(errors="surrogateescape"))
    last = start + len(old[: len(old) - behind].encode(errors="surrogateescape"))
    return Edit(first, last, new[ahead : len(new) - behind])


def _line(source: bytes, offset: int) -> _Line:
    start = source.rfind(b"\n", 0, offset) + 1
    end = source.find(b"\n", offset)
    return _Line(start, len(source) if end < 0 else end)
