"""New lines for the header of a plan, in the form that its own lines have."""

from __future__ import annotations

import re

from trueplan.edit.document import Document
from trueplan.edit.yaml_scalar import write_scalar
from trueplan.model.located import Field, Located
from trueplan.model.outline import HEADER
from trueplan.model.plan import Plan
from trueplan.reader.vocabulary import FIELDS
from trueplan.reader.words import normalise
from trueplan.record import Record
from trueplan.text import Edit, Span, newline_near

UNKNOWN = "TBD"  # read as "nothing said yet", so no other rule takes it for a value
_BOM = b"\xef\xbb\xbf"
_ORDER = [outline.key for outline in HEADER]
_PREFIX = re.compile(rb"[ \t>]*(?:[-*+][ \t]+)?(?:\|[ \t]*)?")
_MARKUP = re.compile(rb"[*_]*$")
_DELIMITER = re.compile(rb"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)+$")
_NOT_OURS = re.compile(rb"[0-9A-Za-z\[]")  # a numbered list, a box, words before the label
_BARE_KEY = re.compile(rb"^([A-Za-z][\w -]*):[ \t]*\r?$", re.MULTILINE)
_LABEL_INSIDE = re.compile(rb"\*\*([^*\n]{1,40}?):?\*\*")
_BREAK = re.compile(rb"(?: {2,}|\\)$")
_BULLETS = (b"- ", b"* ", b"+ ")
_NEW_BLOCK = (b"#", b"-", b"*", b"+", b"|", b"=", b"`", b"~", b"<")


class NewField(Record):
    """A field to add: its key in the outline, its label in the template, its value."""

    key: str
    label: str
    value: str


class _Line(Record):
    """A line of the file without its end."""

    start: int
    end: int


class HeaderLines:
    """The header of one plan as lines to put others beside."""

    def __init__(self, document: Document) -> None:
        self.source = document.source
        self.title = self._heading(document.plan)
        blocks = document.markdown.blocks
        front = blocks[0] if blocks and blocks[0].kind == "front-matter" else None
        self.front_end = front.end if front is not None else 0
        self.fields = document.plan.header.fields
        self.known = {one.key: one for one in reversed(self.fields) if one.key in _ORDER}
        self.field_lines = {self._line(one.span.start).start for one in self.fields}

    def empty(self) -> dict[str, Span]:
        """The fields that have a label and nothing behind or below it, by their keys."""
        found: dict[str, Span] = {}
        for key, field in self.known.items():
            line = self._line(field.span.start)
            if not field.value.value and self._last_line(field) == line:
                found[key] = field.span
        for match in _BARE_KEY.finditer(self.source, 0, self.front_end):
            key = FIELDS.get(normalise(match[1].decode().replace("_", " ")), "")
            if key in _ORDER and key not in self.known:
                found[key] = Span(match.start(), match.end(1) + 1)
        return found

    def inside_others(self) -> set[str]:
        """The fields that stand behind another one: `**Status**: Done | **Owner**: Ada`."""
        return {
            FIELDS.get(normalise(match[1].decode("utf-8", "replace")), "")
            for field in self.fields
            for match in _LABEL_INSIDE.finditer(self.source, *field.value.span)
        }

    def first_line(self) -> Span:
        """The first line of the file, where no title can stand for the plan."""
        start = len(_BOM) if self.source.startswith(_BOM) else 0
        return Span(start, self._line(start).end)

    def _heading(self, plan: Plan) -> Located | None:
        """The title, where a header below it is read as one: no section stands before it."""
        title = plan.title
        if title is None or not plan.sections:
            return None
        first = plan.sections[0].heading
        words_first = self.source[: first.start].removeprefix(_BOM).strip()
        earlier = [one for one in plan.sections[:2] if one.heading.start < title.span.start]
        return title if not earlier or (words_first and len(earlier) == 1) else None

    def insert(self, fields: list[NewField]) -> tuple[Edit, ...]:
        """The edits that add `fields`; none where the lines there have a form of their own."""
        if not self.known:
            front = [one for one in self.fields if one.span.start < self.front_end]
            return self._after(front[-1], fields) if front else (self._below_title(fields),)
        groups: dict[str | None, list[NewField]] = {}
        for field in fields:
            groups.setdefault(self._before(field.key), []).append(field)
        edits: tuple[Edit, ...] = ()
        for anchor, group in groups.items():
            if anchor is not None:
                edits += self._after(self.known[anchor], group)
            else:
                edits += self._ahead(next(one for key in _ORDER if (one := self._get(key))), group)
        return edits

    def _get(self, key: str) -> Field | None:
        return self.known.get(key)

    def _before(self, key: str) -> str | None:
        """The known field that comes closest before `key` in the template."""
        earlier = [one for one in _ORDER[: _ORDER.index(key)] if one in self.known]
        return earlier[-1] if earlier else None

    def _after(self, anchor: Field, fields: list[NewField]) -> tuple[Edit, ...]:
        line = self._last_line(anchor)
        written = self._written(anchor, fields)
        if not written:
            return ()
        newline = newline_near(self.source, line.start)
        own = _BREAK.search(self.source[line.start : line.end])
        lead = "" if own or not written[0].endswith(("  ", "\\")) else self._break()
        if not own and lead:
            written[-1] = written[-1].removesuffix(lead)
        return (Edit(line.end, line.end, lead + newline + newline.join(written)),)

    def _ahead(self, anchor: Field, fields: list[NewField]) -> tuple[Edit, ...]:
        line = self._line(anchor.span.start)
        if self.source[line.start : line.end].lstrip(b" \t>").startswith(b"|"):
            return self._after(anchor, fields)  # above the first row there is the head
        written = self._written(anchor, fields)
        if not written:
            return ()
        newline = newline_near(self.source, line.start)
        text = newline.join(written) + newline
        return (Edit(line.start, line.start, text),)

    def _below_title(self, fields: list[NewField]) -> Edit:
        newline = newline_near(self.source, 0)
        text = newline.join(f"**{one.label}**: {one.value}" for one in fields)
        if self.title is None:
            start = self.front_end or self.first_line().start
            lead = newline * 2 if self.front_end else ""
            return Edit(start, start, f"{lead}{text}{newline * (1 if lead else 2)}")
        line = self._line(max(self.title.span.end - 1, 0))
        below = self._line(min(line.end + 1, len(self.source)))
        tail = newline if self.source[below.start : below.end].strip() else ""
        return Edit(line.end, line.end, f"{newline * 2}{text}{tail}")

    def _written(self, anchor: Field, fields: list[NewField]) -> list[str]:
        """The lines of `fields` as the line of `anchor` is written."""
        if anchor.span.start < self.front_end:
            return [f"{self._label(one, anchor)}: {write_scalar(one.value)}" for one in fields]
        line = self._line(anchor.span.start)
        label = anchor.label.encode()
        at = self.source.find(label, line.start, line.end)
        value = anchor.value.span
        before, behind = self.source[line.start : at], self.source[at + len(label) : value.start]
        if at < 0 or value.start > line.end or _NOT_OURS.search(before):
            return []
        prefix, markup = _PREFIX.match(before), _MARKUP.search(before)
        lead = prefix[0].decode() if prefix else ""
        if markup and markup.start() >= len(lead):
            lead += markup[0].decode()
        middle = behind.decode("utf-8", "replace").rstrip() + " "
        tail = self.source[value.end : line.end].decode("utf-8", "replace")
        tail = tail if tail.strip() == "|" else self._break()
        return [f"{lead}{self._label(one, anchor)}{middle}{one.value}{tail}" for one in fields]

    def _label(self, field: NewField, anchor: Field) -> str:
        if anchor.span.start < self.front_end:
            return field.key if anchor.label.islower() else field.key.capitalize()
        if anchor.label.islower():
            return field.label.lower()
        return field.label.upper() if anchor.label.isupper() else field.label

    def _break(self) -> str:
        """What ends the lines of the header but the last: nothing, two blanks, a backslash."""
        for field in self.fields:
            line = self._line(field.span.start)
            found = _BREAK.search(self.source[line.start : line.end])
            if found and line.start >= self.front_end:
                return found[0].decode()
        return ""

    def _line(self, offset: int) -> _Line:
        start = self.source.rfind(b"\n", 0, offset) + 1
        if start == 0 and self.source.startswith(_BOM):
            start = len(_BOM)
        end = self.source.find(b"\n", max(offset, start))
        end = len(self.source) if end < 0 else end
        return _Line(start, end - (self.source[end - 1 : end] == b"\r" and end > start))

    def _last_line(self, anchor: Field) -> _Line:
        """The line on which a field ends: past the lines that its value runs on to."""
        line = self._line(max(anchor.span.end - 1, anchor.span.start))
        while True:
            start = self.source.find(b"\n", line.end) + 1
            if not start or start >= len(self.source) or start < self.front_end:
                return line
            below = self._line(start)
            words = self.source[below.start : below.end]
            if not _DELIMITER.match(words):
                words = words.lstrip(b" \t>")
                if not words or start in self.field_lines:
                    return line
                below_label = not anchor.value.value and words.startswith(_BULLETS)
                if words.startswith(_NEW_BLOCK) and not below_label:
                    return line
            line = below
