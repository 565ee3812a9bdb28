"""The words that a backlog has for a state: those of its rows, of its legend, of its counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from trueplan.edit.backlog_table import BacklogDocument, ItemTable
from trueplan.edit.voice import in_voice
from trueplan.markdown import Table, plain_text
from trueplan.model.companions import BacklogState
from trueplan.reader.companions import read_backlog_state
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.words import normalise
from trueplan.text.pattern import Pattern

STATE_WORDS: dict[BacklogState, str] = {
    "backlog": "Backlog",
    "in_progress": "In Progress",
    "blocked": "Blocked",
    "done": "Done",
    "cancelled": "Cancelled",
}
_BOXES: dict[BacklogState, str] = {
    "backlog": "[ ]",
    "in_progress": "[/]",
    "done": "[x]",
    "cancelled": "[-]",
}
_SIGNS: dict[BacklogState, str] = {
    "backlog": "📋",
    "in_progress": "🚧",
    "blocked": "⏸️",
    "done": "✅",
    "cancelled": "❌",
}
_EMPHASIS = ("**", "__", "*", "_", "`")
_BOX = Pattern(r"`?\[[ xX~/-]?\]`?$")
_REMARK = Pattern(r"[(\[,;:—–.\d]| - ")
_LEGEND = Pattern(r"\b(?:legend|key|status(?:es)?|states?)\b", re.IGNORECASE)
_BOLD = Pattern(r"(?:\*\*|__)(.+?):?(?:\*\*|__)")
_MEANS = Pattern(r"\s*(?::|=| [-–—→] )")
_LISTED = Pattern(r"\s*[,/|·→]\s*|\s+[-=]>\s+")
_MOST_WORDS = 3


def state_cell(document: BacklogDocument, table: ItemTable, cell: str, state: BacklogState) -> str:
    """A state as this table writes it, for the row whose status is `cell` now."""
    of_rows = _of_rows(document, table, state)
    if of_rows is not None:
        return of_rows
    mark = next((one for one in _EMPHASIS if cell.startswith(one) and cell.endswith(one)), "")
    bare = cell[len(mark) : len(cell) - len(mark)] if mark else cell
    bare = bare or _other_cell(document, table)
    for words in (_of_legend(document, state), STATE_WORDS[state]):
        written = f"{mark}{_like(bare, words, state)}{mark}" if words else ""
        if written and read_backlog_state(plain_text(written)) == state:
            return written
    return STATE_WORDS[state]


def _of_rows(document: BacklogDocument, table: ItemTable, state: BacklogState) -> str | None:
    """What most rows with this state say, those of this table first."""
    others = [one for one in document.tables if one.table.start != table.table.start]
    for tables in ([table], others):
        said = Counter(
            cell
            for one in tables
            if (column := one.column("status")) is not None
            for row in one.rows
            if row.item.state == state and _is_plain(cell := document.cell(one, row.number, column))
        )
        if said:
            return said.most_common(1)[0][0]
    return None


def _is_plain(cell: str) -> bool:
    """Whether a status says its state and nothing else."""
    if _BOX.match(cell):
        return True
    return len(cell) < 24 and not _REMARK.search(cell) and "|" not in cell


def _other_cell(document: BacklogDocument, table: ItemTable) -> str:
    """The status of any row, to write an empty one like."""
    column = table.column("status")
    cells = [document.cell(table, row.number, column) for row in table.rows if column is not None]
    return next((cell for cell in cells if cell and _is_plain(cell)), "")


def _like(cell: str, words: str, state: BacklogState) -> str:
    """`words` in the manner of a cell: a box, a sign, or words with or without a sign."""
    if _BOX.match(cell):
        tick = "`" if cell.startswith("`") else ""
        return f"{tick}{_BOXES[state]}{tick}" if state in _BOXES else words
    if cell and not any(letter.isalnum() for letter in cell):
        return _SIGNS[state]
    signed = bool(cell) and not cell[0].isascii() and not cell[0].isalpha()
    if signed and words[:1].isascii():
        letters = cell.lstrip("".join(sign for sign in cell if not sign.isascii()) + " ")
        return f"{_SIGNS[state]} {in_voice(words, letters)}"
    return in_voice(words, cell) if words == STATE_WORDS[state] and cell else words


def _of_legend(document: BacklogDocument, state: BacklogState) -> str | None:
    """What the legend, or a line that counts the items, calls a state."""
    reading = Source(document.markdown)
    sections = sorted(
        (node for node in document.nodes if _LEGEND.search(node.words)),
        key=lambda node: "stat" not in node.words,
    )
    for node in sections:
        for words in _legend_words(node, reading):
            if read_backlog_state(words) == state:
                return words
    return None


def _legend_words(node: Node, reading: Source) -> Iterator[str]:
    """What a legend explains: words in bold, before a dash, in a first cell, behind “Status:”."""
    generic = "stat" not in node.words
    for block in node.blocks:
        if isinstance(block, Table):
            head = reading.located(*block.rows[0][0]).value if block.rows else ""
            if not generic or _LEGEND.search(head):
                for row in block.rows[1:]:
                    yield from _short(reading.located(*row[0]).value)
            continue
        if block.kind not in ("paragraph", "list", "quote"):
            continue
        for _, line in reading.lines(block.start, block.end):
            yield from _words_of_line(line.lstrip(" \t>-*+").rstrip(), line, generic=generic)


def _words_of_line(bare: str, line: str, *, generic: bool) -> Iterator[str]:
    label = _MEANS.split(plain_text(bare).lstrip("* "), maxsplit=1)
    named = normalise(label[0]) in ("status", "statuses", "state", "states")
    if named and len(label) == 2:
        for piece in _LISTED.split(label[1].strip().rstrip(".")):
            yield from _short(_MEANS.split(piece, maxsplit=1)[0])
    elif not generic:
        for match in _BOLD.finditer(line):
            yield from _short(match[1])
        if len(label) == 2:
            yield from _short(label[0])


def _short(words: str) -> Iterator[str]:
    plain = plain_text(words).strip(" *_`")
    if 0 < len(plain) < 24 and len(plain.split()) <= _MOST_WORDS and not _REMARK.search(plain):
        yield plain
