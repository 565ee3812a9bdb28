"""The lines of a record's header, said again of another record: same form, other values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from trueplan.edit.adr_head import fields_in, key_of
from trueplan.edit.table import display_width, escape_cell
from trueplan.markdown import AnyBlock
from trueplan.model.located import Field
from trueplan.reader.source import Source

_BREAK = re.compile(r"(?: {2,}|\\)$")
_DELIMITER = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)+$")
_YAML = re.compile(r"^[\s\[\]{}&*!|>'\"%@`#,?:-]|: |:$| #|\s$|^0\d+$")

Value = Callable[[str, str], "str | None"]


class HeaderBlock:
    """One block of fields. `value` gives what a field says now: by its key and its old words."""

    def __init__(self, block: AnyBlock, source: Source, value: Value) -> None:
        self.block = block
        self.source = source
        self.value = value
        self.fields = fields_in(block, source)
        self.is_front = block.kind == "front-matter"
        self.is_table = block.kind == "table"

    def keys(self) -> set[str]:
        """What the fields tell."""
        return {key_of(one) for one in self.fields}

    def write(self, more: Iterable[tuple[str, str, str]] = ()) -> list[str]:
        """The lines, without the fields that say nothing now; `more` (key, label, value) follow."""
        lines: list[str] = []
        breaks = False
        lasts: list[int] = []
        for position, line in self.source.lines(self.block.start, self.block.end):
            end = position + len(line.encode())
            own = [
                one for one in self.fields if position <= one.span.start < max(end, position + 1)
            ]
            written = self._line(position, line, own)
            if written is not None:
                bare = written if self.is_front else _BREAK.sub("", written)
                breaks = breaks or bare != written
                if own:
                    lasts.append(len(lines))
                lines.append(bare)
        fresh = [one for key, label, value in more if (one := self._added(key, label, value))]
        at = lasts[-1] + 1 if lasts else len(lines)
        lines[at:at] = fresh
        mark = self._break() if breaks else ""
        return [f"{line}{mark}" for line in lines[:-1]] + lines[-1:]

    def _break(self) -> str:
        for _, line in self.source.lines(self.block.start, self.block.end):
            found = _BREAK.search(line)
            if found:
                return found[0]
        return ""

    def _line(self, position: int, line: str, own: Sequence[Field]) -> str | None:
        if not own:
            fence = self.is_front and line.strip() == "---"
            first = line.strip() and position == self.source.trim(self.block.start, position + 1)[0]
            ruled = _DELIMITER.match(line) is not None
            return line if fence or (self.is_table and (first or ruled)) else None
        if self.is_front:
            return self._front_line(position, line, own[0])
        said = [(one, self._said(one)) for one in own]
        kept = [(one, words) for one, words in said if words is not None]
        if not kept:
            empty = self.is_table and position == self.block.start
            return re.sub(r"[^|]", " ", line) if empty else None  # a table needs its head
        text = self.source.text
        between = text(own[0].span.end, own[1].span.start) if len(own) > 1 else ""
        pieces = [
            self._piece(text(one.span.start, one.value.span.start), words)
            + ("" if self.is_table else text(one.value.span.end, one.span.end))
            for one, words in kept
        ]
        behind = own[-1].value.span.end if self.is_table else own[-1].span.end
        tail = self._tail(text(behind, position + len(line.encode())), kept[-1])
        return text(position, own[0].span.start) + between.join(pieces) + tail

    def _said(self, field: Field) -> str | None:
        key = key_of(field)
        return self.value(key, self.source.text(*field.value.span)) if key else None

    def _piece(self, before: str, words: str) -> str:
        if self.is_table:
            return before + escape_cell(words)
        return f"{before if before[-1:] in (' ', chr(9)) else before + ' '}{words}"

    def _tail(self, tail: str, last: tuple[Field, str]) -> str:
        """What stands behind the value; in an aligned table as wide as it was."""
        if not self.is_table:
            return tail
        old = self.source.text(*last[0].value.span)
        blanks = len(tail) - len(tail.lstrip(" "))
        room = display_width(old) + blanks - display_width(escape_cell(last[1]))
        return " " * max(min(blanks, 1), room if blanks > 1 else 1) + tail.lstrip(" ")

    def _front_line(self, position: int, line: str, field: Field) -> str | None:
        start, end = field.value.span
        if end > position + len(line.encode()) or not line[:1].isalpha():
            key = line.partition(":")[0]
            words = self.value(key_of(field), "") if key_of(field) else None
            return None if words is None else f"{key}: {_as_yaml(words)}"
        words = self._said(field)
        if words is None:
            return None
        before = self.source.text(position, start)
        quote = before[-1:] if before[-1:] in ("'", '"') else ""
        if quote:
            words = words.replace('"', '\\"') if quote == '"' else words.replace("'", "''")
        elif not before.endswith("["):
            words = _as_yaml(words)
        behind = self.source.text(end, position + len(line.encode())).partition(" #")[0]
        return f"{before}{words}{behind}"

    def _added(self, key: str, label: str, value: str) -> str:
        """A line for one more field, as that of the status is written, else the last one."""
        models = [one for one in self.fields if key_of(one)]
        model = next((one for one in models if key_of(one) == "status"), models[-1])
        if self.is_front:
            return f"{key}: {_as_yaml(value)}"
        line_start = self.source.bytes.rfind(b"\n", 0, model.span.start) + 1
        text = self.source.text
        written = text(line_start, model.value.span.start)
        at = written.rfind(model.label)
        if at < 0:
            return ""
        label = label.lower() if model.label.islower() else label
        label = label.upper() if model.label.isupper() else label
        middle = written[at + len(model.label) :]
        if self.is_table:
            rest = middle.lstrip("*_ ")
            marks = middle[: len(middle) - len(rest)].strip(" ")
            wide = len(model.label) + len(middle) - len(rest) - len(marks)
            middle = marks + " " * max(1, wide - len(label)) + rest
            value = escape_cell(value)
        lead = re.sub(r"\d+(?=[.)] )", lambda found: str(int(found[0]) + 1), written[:at], count=1)
        lead = lead if self.is_table else lead[lead.rfind(" | ") + 3 :] if " | " in lead else lead
        return f"{lead}{label}{middle.rstrip()} {value}{' |' if self.is_table else ''}"


def _as_yaml(words: str) -> str:
    """Words as a value of front matter: in quotation marks where they need them."""
    if not _YAML.search(words):
        return words
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
