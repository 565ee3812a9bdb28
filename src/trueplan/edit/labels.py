"""The labels of a phase or section: `**Tasks**:`, `- Goal: …`, `#### Acceptance Criteria`."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.document import Document
from trueplan.edit.lists import items_of
from trueplan.markdown import AnyBlock, Heading, after_marker
from trueplan.model.phase import Phase
from trueplan.reader.vocabulary import FIELDS, GROUPS
from trueplan.reader.words import heading_words, normalise, split_label
from trueplan.record import Record
from trueplan.text import Span

# The order in which the template has them.
PHASE_LABELS: dict[str, str] = {
    "goal": "Goal",
    "task": "Tasks",
    "deliverable": "Deliverables",
    "acceptance": "Acceptance Criteria",
    "estimate": "Estimated Duration",
    "depends": "Dependencies",
}
PHASE_ORDER = tuple(PHASE_LABELS)


class LabelLine(Record):
    """A line that opens with a label.

    `meaning` is that of the vocabulary, `words` the label itself, `line` the line without its
    end, `value` what stands behind the label on it, without blanks. `heading` is true for a
    heading of its own.
    """

    meaning: str
    words: str
    line: Span
    value: Span
    heading: bool = False

    def lead(self, source: bytes) -> str:
        """The label as it is written, with the signs around it: `- **Goal**:`."""
        end = self.value.start if self.value.start < self.value.end else self.line.end
        return source[self.line.start : end].decode("utf-8", "replace").rstrip()


def find_labels(document: Document, span: Span) -> list[LabelLine]:
    """The labels between two offsets that mean something in a phase, in their order."""
    found: list[LabelLine] = []
    for block in document.markdown.blocks:
        if block.start >= span.end:
            break
        if block.start >= span.start:
            found += _of_block(document, block)
    return found


def labels_of(document: Document, phase: Phase) -> list[LabelLine]:
    """The labels of a phase that has a heading; none of a phase that is a row or a list item."""
    if not isinstance(phase.level, int):
        return []
    return find_labels(document, Span(phase.heading.end, phase.span.end))


def find_model(document: Document, phase: Phase, meaning: str) -> tuple[str, bool] | None:
    """How other phases write a label: its words with their signs, and whether it is a heading."""
    source = document.source
    for other in reversed(document.plan.phases):
        if other.span == phase.span:
            continue
        for one in labels_of(document, other):
            if one.meaning == meaning:
                return one.lead(source), one.heading
    return None


def write_label(document: Document, meaning: str) -> str:
    """A label of the template as this document writes its labels."""
    words = PHASE_LABELS[meaning]
    for phase in document.plan.phases:
        for one in labels_of(document, phase):
            lead = one.lead(document.source)
            at = lead.find(one.words)
            if not one.heading and at >= 0:
                return f"{lead[:at]}{words}{lead[at + len(one.words) :]}"
    return f"**{words}**:"


def _of_block(document: Document, block: AnyBlock) -> Iterator[LabelLine]:
    source = document.source
    if isinstance(block, Heading):
        words = heading_words(block.text)
        meaning = GROUPS.get(words) or FIELDS.get(words, "")
        if meaning in PHASE_LABELS:
            end = block.start + len(source[block.start : block.end].rstrip())
            yield LabelLine(meaning, block.text, Span(block.start, end), Span(end, end), True)
    elif block.kind == "paragraph":
        yield from _of_lines(source, block.start, block.end)
    elif block.kind == "list":
        for item in items_of(block):
            if item.box is None and source[item.start : item.start + 1] in (b"-", b"*", b"+"):
                start = after_marker(source, item.start, item.lead_end)
                line_end = source.find(b"\n", start, item.lead_end)
                yield from _of_lines(
                    source, item.start, item.lead_end if line_end < 0 else line_end
                )


def _of_lines(source: bytes, start: int, end: int) -> Iterator[LabelLine]:
    position = start
    for piece in source[start:end].split(b"\n"):
        raw = piece.rstrip(b"\r")
        line = raw.decode("utf-8", "replace")
        label = split_label(line)
        if label is not None and (meaning := _meaning(label.words)):
            behind = position + len(line[: label.value_start].encode())
            value = Span(behind, max(behind, position + len(raw.rstrip())))
            yield LabelLine(meaning, label.words, Span(position, position + len(raw)), value)
        elif label is None and line.startswith("**") and (meaning := _meaning(line)):
            end_of_line = position + len(raw)
            words = line.strip("* \t:")
            span = Span(position, end_of_line)
            yield LabelLine(meaning, words, span, Span(end_of_line, end_of_line))
        position += len(piece) + 1


def _meaning(words: str) -> str:
    """What a label means in a phase; "" for any other."""
    plain = normalise(words)
    field = FIELDS.get(plain, "")
    if field in PHASE_LABELS:
        return field
    group = GROUPS.get(plain, "")
    return group if group in PHASE_LABELS else ""
