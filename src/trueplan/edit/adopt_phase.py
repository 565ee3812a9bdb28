"""Take over a phase of another file: its words by the labels that the template has for them."""

from __future__ import annotations

from trueplan.edit.pieces import Pieces
from trueplan.edit.template import NewPhase
from trueplan.markdown import AnyBlock, Block
from trueplan.model.phase import Phase
from trueplan.model.plan import Section
from trueplan.reader.phase_heading import read_phase_heading
from trueplan.reader.vocabulary import FIELDS, GROUPS
from trueplan.reader.words import heading_words, normalise, split_label

_GROUP_LABELS = {
    "task": "Tasks",
    "deliverable": "Deliverables",
    "acceptance": "Acceptance Criteria",
}
_FIELD_LABELS = {"goal": "Goal", "estimate": "Estimated Duration", "depends": "Dependencies"}
_OPENING = ""  # where words without a label go


def adopt_phase(pieces: Pieces, section: Section, phase: Phase) -> NewPhase:
    """The phase below a heading. `heading` is kept for one whose number cannot stay."""
    heading = pieces.raw_title(section)
    found = read_phase_heading(heading)
    title = heading
    if found is not None and found.number == phase.number:
        title = found.tail.strip()
        if phase.word not in ("phase", "") and title:  # others may speak of it as "week 2"
            title = f"{phase.word.capitalize()} {phase.number}: {title}"
    walk = _Walk(pieces, listed=bool(phase.tasks), done=phase.marked_done)
    walk.read(*pieces.own_range(section))
    closing = []
    for one in pieces.inside(section):
        label = _label_of(heading_words(one.title))
        if label:
            walk.add(label, _as_label(pieces, one, label, done=phase.marked_done))
        else:
            closing.append(pieces.text(one, 4))
    return NewPhase(
        title,
        phase.number or "",
        {label: "\n\n".join(texts) for label, texts in walk.parts.items() if label != _OPENING},
        "\n\n".join(walk.parts.get(_OPENING, ())),
        "\n\n".join(closing),
        heading,
        begun=bool(phase.boxes[0]) or phase.marked_done,
        done=phase.marked_done,
    )


def read_steps(pieces: Pieces, section: Section) -> str:
    """A section that lists what is to be done, as the tasks of a phase."""
    return _as_label(pieces, section, "Tasks")


def _label_of(words: str) -> str:
    """The label that the template has for some words; "" without one."""
    group = GROUPS.get(words)
    return _GROUP_LABELS[group] if group else _FIELD_LABELS.get(FIELDS.get(words, ""), "")


def _as_label(pieces: Pieces, section: Section, label: str, *, done: bool = False) -> str:
    """A section as a group with a label, sections in it with labels of their own."""
    title = pieces.raw_title(section)
    own = pieces.own_text(section, boxed=label == "Tasks", ticked=done)
    words = title.replace("**", "").strip("* ").rstrip(":")
    parts = [f"**{label if words.lower() == label.lower() else words}**:", own]
    parts += [_as_label(pieces, one, label, done=done) for one in pieces.inside(section)]
    return "\n\n".join(part for part in parts if part)


class _Walk:
    """The blocks of a phase in order, each put to the label above it."""

    def __init__(self, pieces: Pieces, *, listed: bool, done: bool) -> None:
        self.pieces = pieces
        self.done = done
        self.listed = listed
        self.parts: dict[str, list[str]] = {}
        self._label = _OPENING

    def add(self, label: str, text: str) -> None:
        """Put a text to a label."""
        if text:
            self.parts.setdefault(label, []).append(text)

    def read(self, start: int, end: int) -> None:
        """Take all that stands in a range."""
        blocks = self.pieces.blocks(start, end)
        starts = [block.start for block in blocks]
        ends = [*starts[1:], end][: len(starts)]
        self.add(_OPENING, self.pieces.slice(start, starts[0] if starts else end))
        for number, (block, behind) in enumerate(zip(blocks, ends, strict=True)):
            last = number == len(blocks) - 1
            if block.kind == "rule" and last and block.end >= behind - 2:
                continue  # it parts the phase from the next
            self._take(block, behind)

    def _take(self, block: AnyBlock, behind: int) -> None:
        if block.kind == "paragraph":
            self._paragraph(block, behind)
        elif block.kind == "list":
            self._list(block, behind)
        else:
            self.add(self._label, self.pieces.slice(block.start, behind))

    def _paragraph(self, block: AnyBlock, behind: int) -> None:
        """A paragraph, cut before each of its lines that has a label."""
        lines = self.pieces.slice(block.start, behind).split("\n")
        segments: list[list[str]] = []
        for line in lines:
            if not segments or _opens(line):
                segments.append([])
            segments[-1].append(line)
        for segment in segments:
            self._segment(segment)

    def _segment(self, lines: list[str]) -> None:
        text = "\n".join(lines)
        if not _opens(lines[0]):
            if self._label == _OPENING and "Goal" not in self.parts and _is_plain(text):
                self.add("Goal", f"**Goal**: {text}")
            else:
                self.add(self._label, text)
            return
        label = split_label(lines[0])
        words = normalise(label.words if label is not None else lines[0])
        known = _label_of(words)
        value = lines[0][label.value_start :].strip(" *_") if label is not None else ""
        is_group = known in _GROUP_LABELS.values()
        self.add(known, text)
        self._label = known if is_group or not value else _OPENING

    def _list(self, block: AnyBlock, behind: int) -> None:
        assert isinstance(block, Block)
        has_boxes = any(getattr(item, "box", None) is not None for item in block.children)
        label = self._label
        if label == _OPENING and (has_boxes or not self.listed) and not self.parts.get(_OPENING):
            label = "Tasks"
        text = (
            self.pieces.boxed(block.start, behind, ticked=self.done)
            if label == "Tasks"
            else self.pieces.slice(block.start, behind)
        )
        if label == "Tasks" and "Tasks" not in self.parts:
            text = f"**Tasks**:\n{text}"
        elif self.parts.get(label):
            last = self.parts[label].pop()
            gap = "\n" if "\n" not in last and _opens(last) else "\n\n"
            text = f"{last}{gap}{text}"
        self.add(label, text)


def _opens(line: str) -> bool:
    """Whether a line begins with a label: bold words with a colon, or a word we know."""
    label = split_label(line)
    if label is None:
        return line.startswith("**") and line.rstrip(" :").endswith("**")
    return line.startswith("**") or bool(_label_of(normalise(label.words)) and line[:1].isalpha())


def _is_plain(text: str) -> bool:
    return not text.startswith(("<", "|", ">", "[", "!", "    ", "\t"))
