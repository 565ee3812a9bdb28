"""What stands below the heading of a phase: goal, tasks, deliverables, criteria, estimate."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.markdown import AnyBlock, Block
from trueplan.model.date import Date
from trueplan.model.estimate import Estimate, Rates
from trueplan.model.item import Item, ItemKind
from trueplan.model.located import Field, Located, Problem
from trueplan.model.phase import Dependency
from trueplan.model.status import Status
from trueplan.reader.dates import find_date
from trueplan.reader.dependencies import read_dependencies
from trueplan.reader.estimates import find_estimate
from trueplan.reader.fields import field_of_label, field_of_line, fields_of_line, holds_several
from trueplan.reader.items import DEEPEST, list_items, read_items
from trueplan.reader.leftovers import PLACEHOLDER_ITEMS
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.status import read_state
from trueplan.reader.vocabulary import FIELDS, GROUPS, NOTHING
from trueplan.reader.words import normalise, split_label

_KINDS: dict[str, ItemKind] = {
    "task": "task",
    "deliverable": "deliverable",
    "acceptance": "acceptance",
}
_FIELDS = frozenset(
    (
        "goal",
        "depends",
        "estimate",
        "status",
        "created",
        "target",
        "completed",
        "updated",
        "reason",
        "owner",
    )
)
_ESTIMATE_LABELS = ("estimat", "effort", "duration")


class PhaseBody:
    """Gathers the parts of one phase while its blocks go by; one use, one phase."""

    def __init__(self, source: Source, rates: Rates, word: str) -> None:
        self.source = source
        self.rates = rates
        self.word = word
        self.items: dict[str, list[Item]] = {
            "task": [],
            "deliverable": [],
            "acceptance": [],
            "other": [],
        }
        self.fields: list[Field] = []
        self.goal: Located | None = None
        self.status: Status | None = None
        self.estimate: Estimate | None = None
        self.dates: list[Date] = []
        self.dependencies: list[Dependency] = []
        self.problems: list[Problem] = []
        self._group: str | None = None
        self._pending: str | None = None
        self._own = True

    def read_sections(self, nodes: Iterable[Node]) -> None:
        """Read the phase's own section and those below it."""
        for depth, node in enumerate(nodes):
            if depth:
                self._own = False
                self._open(node.words)
            self.read_blocks(node.blocks)

    def read_blocks(self, blocks: Iterable[AnyBlock], depth: int = 0) -> None:
        """Read blocks in order; a label opens a group, the lists below it fill it."""
        for block in blocks:
            if block.kind == "paragraph":
                self._paragraph(block)
            elif block.kind == "list":
                self._list(block)
            elif block.kind == "quote":
                assert isinstance(block, Block)
                if depth < DEEPEST:
                    self.read_blocks(block.children, depth + 1)

    def _open(self, words: str) -> None:
        self._group = GROUPS.get(words)
        self._pending = None
        if self._group is None:
            key = FIELDS.get(words)
            if key in ("goal", "depends", "estimate"):
                self._pending = key

    def _paragraph(self, block: AnyBlock) -> None:
        source = self.source
        pending = self._pending
        labelled = False
        for position, line in source.label_lines(block.start, block.end):
            labelled = self._line(position, line) or labelled
        if pending and not labelled:
            self._take(pending, source.located(block.start, block.end), block.start, block.end)
            self._pending = None

    def _line(self, position: int, line: str) -> bool:
        """Take a line that holds fields or opens a group; whether it did."""
        label = split_label(line)
        if label is None:
            if not line.lstrip().startswith("**"):
                return False
            words = normalise(line)
        elif holds_several(line):
            fields = fields_of_line(position, line, self.source)
            for field in fields:
                self._field(field)
            return bool(fields)
        else:
            found = field_of_label(label, position, line, self.source)
            if found is not None:
                self._field(found)
                return True
            words = normalise(label.words)
        group = GROUPS.get(words)
        if group is None:
            return False
        self._group, self._pending = group, None
        return True

    def _field(self, field: Field) -> None:
        words = normalise(field.label)
        self._pending = None
        if field.key in _FIELDS:
            self.fields.append(field)
            if not field.value.value:
                self._pending = field.key
                self._group = GROUPS.get(words, "other" if field.key == "depends" else None)
                return
            value = field.value.span
            self._take(field.key, field.value, value.start, value.end, words)
            return
        self._group = GROUPS.get(words)
        if self._group is None and words not in NOTHING:
            self.fields.append(field)

    def _take(self, key: str, value: Located, start: int, end: int, label: str = "") -> None:
        text = self.source.text(start, end)
        if key == "goal":
            self.goal = self.goal or value
        elif key == "depends":
            self.dependencies.extend(read_dependencies(value, text, self.word))
        elif key == "estimate":
            self._estimate(value, text, start, label)
        elif key == "status":
            state = read_state(value.value)
            if state is not None and self._own:
                self.status = self.status or Status(state, value.value, value.span)
        elif key in ("created", "target", "completed"):
            date = find_date(text, self.source.span_of(text, start))
            if date is not None:
                self.dates.append(date)

    def _estimate(self, value: Located, text: str, start: int, label: str) -> None:
        if self.estimate is not None:
            return
        self.estimate = find_estimate(text, self.source.span_of(text, start), self.rates)
        strict = label.startswith(_ESTIMATE_LABELS)
        if self.estimate is None and strict and not _is_blank(value.value):
            self.problems.append(
                Problem("estimate", f"no amount of work can be read in “{value.value}”", value.span)
            )

    def _list(self, block: AnyBlock) -> None:
        pending, self._pending = self._pending, None
        if pending == "depends":
            for item in list_items((block,)):
                words = self.source.lead(item)
                self._take("depends", words, words.span.start, words.span.end)
            return
        if self._group is None and _has_bullets(block):
            self._fields_in(block)
            if self._labelled_bullets(block):
                return
        kind = _KINDS.get(self._group or "task", "other")
        found = read_items((block,), kind, self.source, boxes_only=self._group in (None, "other"))
        self.items[kind].extend(found)

    def _labelled_bullets(self, block: AnyBlock) -> bool:
        """Groups written as bullets (`- **Tasks:**` with a list below); whether they were."""
        items = list_items((block,))
        groups = {
            item.start: group
            for item in items
            if item.children
            and item.box is None
            and (group := GROUPS.get(normalise(self.source.lead(item).value))) is not None
        }
        for item in items if groups else ():
            kind = _KINDS[groups.get(item.start, "task")]
            known = item.start in groups
            self.items[kind].extend(
                read_items(item.children, kind, self.source, boxes_only=not known)
            )
        return bool(groups)

    def _fields_in(self, block: AnyBlock) -> None:
        """Fields written as bullets (`- **Goal**: …`) when no group is open."""
        source = self.source.bytes
        for item in list_items((block,)):
            if item.box is not None or source.find(b":", item.start, item.lead_end) < 0:
                continue
            line = self.source.text(self.source.words_start(item), item.lead_end)
            if ":" in line and "\n" not in line.strip():
                field = field_of_line(self.source.words_start(item), line, self.source)
                if (
                    field is not None
                    and field.key
                    in ("goal", "depends", "estimate", "status", "target", "completed")
                    and field.value.value
                ):
                    value = field.value.span
                    self.fields.append(field)
                    self._take(
                        field.key, field.value, value.start, value.end, normalise(field.label)
                    )


def _has_bullets(block: AnyBlock) -> bool:
    """Whether a list has items without a box: the first one tells for nearly all."""
    assert isinstance(block, Block)
    return any(item.box is None for item in list_items((block,)))


def _is_blank(value: str) -> bool:
    return normalise(value) in NOTHING or value in PLACEHOLDER_ITEMS


def heading_estimate(title: str, start: int, source: Source, rates: Rates) -> Estimate | None:
    """The estimate in the remarks of a heading: `(2 hours)`, `← 4 hours`."""
    opening = min(
        (position for mark in ("(", "←", "[", "~") if (position := title.find(mark)) >= 0),
        default=-1,
    )
    if opening < 0:
        return None
    tail = title[opening:]
    offset = start + len(title[:opening].encode())
    found = find_estimate(tail, source.span_of(tail, offset), rates)
    return found if found is not None and found.unit != "size" else None
