"""A new decision record, in the form of one that stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.edit.adr_head import (
    AdrFile,
    Head,
    fields_in,
    first_line,
    key_of,
    key_of_section,
    read_head,
)
from trueplan.edit.adr_label import TITLE_ALONE, Label, read_label, write_label
from trueplan.edit.adr_lines import HeaderBlock
from trueplan.edit.adr_state import NewState, say_state
from trueplan.edit.guidance import comment
from trueplan.edit.written_day import write_day
from trueplan.markdown import AnyBlock
from trueplan.reader.points import says_nothing
from trueplan.reader.shapes import Node
from trueplan.record import Record
from trueplan.text import Span, newline_near

_UNKNOWN = "TBD"
_ALONE = Label("", 1, ". ", words=True)  # `# 1. Title`, where no other record shows another form
_BODY = (
    ("Context", "what is true today and calls for a decision; facts before judgement"),
    ("Decision", "what is done from now on, and what else was weighed"),
    ("Consequences", "what gets easier and what harder, and what has to be watched"),
)
# What sections with these three in them are called, by the first word of each.
_CALLED = {
    "Context": ("context", "context and problem statement", "context & problem statement"),
    "Decision": ("decision", "decision outcome", "the decision"),
    "Consequences": ("consequences", "consequence", "positive consequences"),
}
_ADDED = {"deciders": "Deciders", "supersedes": "Supersedes"}


class AdrDraft(Record):
    """What is known of a new decision. `day` is an ISO day.

    `deciders` and `author` are "" where nobody said; `supersedes` are links to the decisions
    that give way to it, and their plain labels for where no link can stand.
    """

    number: int
    title: str
    state: NewState
    day: str
    deciders: str = ""
    author: str = ""
    supersedes: str = ""
    supersedes_plainly: str = ""


class Written(Record):
    """A new record: its text, and what its head has a place for ("title", "status" …)."""

    text: bytes
    said: frozenset[str]


def write_adr(draft: AdrDraft, neighbours: Sequence[AdrFile]) -> Written:
    """The text of a new record; of `neighbours`, by number, the last one that can be is its model.

    One is a model whose head says a state that is understood.
    """
    for one in reversed(neighbours):
        if one.adr.state != "unknown" and read_head(one.source).markdown.invalid < 0:
            written = _Writer(one, draft, neighbours).write()
            if written is not None:
                return written
    return _without_model(draft)


def atx(level: int, words: str) -> str:
    """A heading; signs at its end, which would be taken for its close, are escaped."""
    bare = words.rstrip("#")
    if bare != words and bare.endswith(" "):
        words = f"{bare}\\{words[len(bare) :]}"
    return f"{'#' * level} {words}"


def _without_model(draft: AdrDraft) -> Written:
    lines = [atx(1, write_label(_ALONE, draft.number, draft.title)), ""]
    lines += [f"**Status**: {draft.state.capitalize()}", f"**Date**: {draft.day}"]
    said = ["title", "status", "created"]
    for key, value in (("deciders", draft.deciders), ("supersedes", draft.supersedes)):
        if value:
            lines.append(f"**{_ADDED[key]}**: {value}")
            said.append(key)
    parts = ["\n".join(lines)]
    parts += [f"## {words}\n\n{comment(guidance)}" for words, guidance in _BODY]
    return Written(("\n\n".join(parts) + "\n").encode(), frozenset(said))


class _Writer:
    """One new record after a model."""

    def __init__(self, model: AdrFile, draft: AdrDraft, neighbours: Sequence[AdrFile]) -> None:
        self.model = model
        self.draft = draft
        self.neighbours = neighbours
        self.head: Head = read_head(model.source)
        self.source = self.head.source
        self.said: set[str] = set()
        self.owed = self._owed()

    def write(self) -> Written | None:
        """The text; None where the model says its status in a form that we cannot write."""
        parts = [text for node in self.head.nodes if (text := self._section(node))]
        if "status" not in self.said:
            return None
        if "title" not in self.said:
            at = 1 if parts[0].startswith("---") else 0
            parts.insert(at, atx(1, write_label(_ALONE, self.draft.number, self.draft.title)))
            self.said.add("title")
        parts += self._body()
        text = "\n\n".join(parts) + "\n"
        newline = newline_near(self.model.source, 0)
        return Written(text.replace("\n", newline).encode(), frozenset(self.said))

    def _section(self, node: Node) -> str:
        """A section of the head; "" for one of the model that says nothing of this record."""
        texts = [text for block in node.blocks if (text := self._block(node, block))]
        if node.heading is None:
            return "\n\n".join(texts)
        if not texts and node is not self.head.title:
            return ""
        gap = "\n" if self._is_dense(node) else "\n\n"
        return gap.join([self._heading(node), "\n\n".join(texts)]) if texts else self._heading(node)

    def _owed(self) -> list[tuple[str, str, str]]:
        """The fields to be added because the model has none of them."""
        there = {
            key_of(field)
            for node in self.head.nodes
            for block in node.blocks
            for field in fields_in(block, self.source)
        } | {key_of_section(node) for node in self.head.nodes}
        wanted = (("deciders", self.draft.deciders), ("supersedes", self.draft.supersedes))
        return [(key, _ADDED[key], value) for key, value in wanted if value and key not in there]

    def _value(self, key: str, old: str, *, plainly: bool = False) -> str | None:
        """What a field of the model says in the new record; None where it goes."""
        draft = self.draft
        values: dict[str, str | None] = {
            "status": say_state(draft.state, old, self.neighbours) if key == "status" else "",
            "created": write_day(draft.day, old) if key in ("created", "updated") else "",
            "deciders": draft.deciders or _UNKNOWN,
            "owner": draft.author or _UNKNOWN,
            "supersedes": draft.supersedes_plainly if plainly else draft.supersedes,
            "title": self._front_title(old) if key == "title" else "",
        }
        values["updated"] = values["created"]
        self.said.add(key)
        if key == "supersedes" and not values[key]:
            return None if says_nothing(old) is False else old
        return values.get(key) or None

    def _front_title(self, old: str) -> str:
        label = read_label(old, self.model.adr.number) or TITLE_ALONE
        return write_label(label, self.draft.number, self.draft.title)

    def _heading(self, node: Node) -> str:
        heading = node.heading
        assert heading is not None
        if node is not self.head.title:
            return self.source.text(*self.source.trim(heading.start, heading.end))
        label = read_label(heading.text.strip(), self.model.adr.number) or TITLE_ALONE
        words = write_label(label, self.draft.number, self.draft.title)
        self.said.add("title")
        if heading.underlined:
            return f"{words}\n{('=' if heading.level == 1 else '-') * max(3, len(words))}"
        return atx(heading.level, words)

    def _block(self, node: Node, block: AnyBlock) -> str:
        """What a block of the model's head becomes; "" where it goes."""
        if block.kind == "rule":
            return self.source.text(*self.source.trim(block.start, block.end))
        front = block.kind == "front-matter"
        lines = HeaderBlock(
            block, self.source, lambda key, old: self._value(key, old, plainly=front)
        )
        keys = lines.keys()
        if keys - {""}:
            owed = self.owed if "status" in keys else []
            self.owed = [] if owed else self.owed
            if front:
                owed = [
                    (key, label, self.draft.supersedes_plainly if key == "supersedes" else value)
                    for key, label, value in owed
                ]
            self.said |= {key for key, _, _ in owed}
            return "\n".join(lines.write(owed))
        key = key_of_section(node)
        if block.kind != "paragraph" or not key or key in self.said:
            return ""
        return self._words_of_section(key, block)

    def _words_of_section(self, key: str, block: AnyBlock) -> str:
        """What stands below a heading such as `## Status`."""
        line = first_line(Span(block.start, block.end), self.source)
        words = self._value(key, self.source.text(*line)) or ""
        if key != "status" or not words:
            return words
        owed = self.owed
        self.owed = []
        self.said |= {one for one, _, _ in owed}
        return "\n\n".join(
            [
                words,
                *(f"{label}{':' if one == 'deciders' else ''} {said}" for one, label, said in owed),
            ]
        )

    def _is_dense(self, node: Node | None) -> bool:
        """Whether no blank line stands below the heading of a section."""
        if node is None or node.heading is None or not node.blocks:
            return False
        start, end = node.heading.start, node.blocks[0].start
        between = self.source.bytes[start:end]
        return b"\n\n" not in between and b"\n\r\n" not in between

    def _body(self) -> list[str]:
        """The sections to be written, under the headings that the model gives them."""
        found = {
            words: next((one for one in self.head.body if one.words in called), None)
            for words, called in _CALLED.items()
        }
        first = next((node for node in found.values() if node is not None), None)
        signs = "#" * (first.level if first is not None else 2)
        parts = []
        for words, guidance in _BODY:
            node = found[words]
            heading = f"{signs} {words}"
            if node is not None and node.heading is not None and node.level == len(signs):
                heading = self._heading(node)
            gap = "\n" if self._is_dense(node or first) else "\n\n"
            parts.append(f"{heading}{gap}{comment(guidance)}")
        return parts
