"""TP406: a dev journal tells of the plan, and the plan does not lead to it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from trueplan.lint.finding import Fix, Found
from trueplan.lint.mention import project_of
from trueplan.lint.rule import Rule
from trueplan.lint.subject import JournalCard, Subject
from trueplan.markdown import AnyBlock, Block, Item, after_marker, plain_text
from trueplan.reader.points import says_nothing
from trueplan.text import Edit, Span, newline_near

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LEAD = re.compile(r"^(?:dev(?:elopment)? )?journal(?: entry)?\s*[:–—-]\s*", re.IGNORECASE)
_OF_A_LIST = ("heading", "paragraph", "list", "rule")
_NUMBERED = re.compile(rb"(\d+)([.)])")


def check(subject: Subject) -> Iterator[Found]:
    """Report each journal about this plan that the plan neither links to nor names."""
    cards = _about(subject)
    if not cards:
        return
    plan = subject.plan
    assert plan is not None
    linked = {subject.resolve(link.target) for link in plan.links}
    place = _Place(subject)
    for card in cards:
        name = posixpath.basename(card.path)
        shown = "/".join(card.path.split("/")[-2:])  # its folder too: the plan may be called alike
        if card.path in linked or shown.encode() in subject.source:
            continue
        how = "leads to this plan" if subject.path in card.targets else "bears this plan's name"
        edit = place.edit(_entry(card, subject))
        yield Found(
            place.span,
            f"the journal {name} {how}, which does not link to it",
            help="add it to the journal entries"
            if place.section
            else "link to it, e.g. in a section Dev Journal Entries",
            ref=subject.ref,
            mark="the journal is missing here",
            fix=Fix(f"add {name} to the journal entries", (edit,)) if edit is not None else None,
            seen=card.path,
        )


def _about(subject: Subject) -> list[JournalCard]:
    """The journals that lead to this plan, and those that have its day and topic for a name."""
    around = subject.surroundings
    name = posixpath.basename(subject.path)
    cards = {card.path: card for card in around.journals_to.get(subject.path, ())}
    if _DAY.match(name):
        for card in around.journals_named.get(name, ()):
            if subject.path.startswith(project_of(card.path)):
                cards[card.path] = card
    return [cards[path] for path in sorted(cards)]


def _entry(card: JournalCard, subject: Subject) -> str:
    """The link to a journal as an entry: its day and title, its path from the plan."""
    title = _LEAD.sub("", card.title).strip() or posixpath.basename(card.path)
    title = title.replace("[", "\\[").replace("]", "\\]")
    named = _DAY.match(posixpath.basename(card.path))
    day = card.date.first if card.date is not None else None
    day = day or (named[0] if named else None)
    text = f"{day}: {title}" if day and not title.startswith(day) else title
    path = posixpath.relpath(card.path, posixpath.dirname(subject.path) or ".")
    for sign, code in ((" ", "%20"), ("(", "%28"), (")", "%29")):
        path = path.replace(sign, code)
    return f"[{text}]({path})"


class _Place:
    """Where the entries of a plan stand, and how one more is written there."""

    def __init__(self, subject: Subject) -> None:
        plan = subject.plan
        assert plan is not None
        self.source = subject.source
        headings = {section.element: section.heading for section in reversed(plan.sections)}
        self.section = plan.progress.journals_section
        heading = headings.get("journals") or headings.get("progress")
        self.heading = self._trimmed(*heading) if heading is not None else None
        self.blocks: list[AnyBlock] = []
        self.is_list = True
        if self.section is not None:
            start, end = self.section
            inside = [one for one in subject.markdown.blocks if start <= one.start < end]
            self.blocks = [one for one in inside if one.kind in ("paragraph", "list")]
            self.is_list = all(one.kind in _OF_A_LIST for one in inside)
        self.empty = self._placeholder()
        title = plan.title.span if plan.title is not None else Span(0, 0)
        self.span = self.empty or self.heading or title

    def _placeholder(self) -> Span | None:
        """The words that only hold the place of the entries to come."""
        for block in self.blocks:
            if block.kind == "paragraph" and self._says_nothing(block.start, block.end):
                return self._trimmed(block.start, block.end)
            for item in _items(block):
                start = self._words(item)
                if item.box is None and self._says_nothing(start, item.lead_end):
                    return self._trimmed(start, item.lead_end)
        return None

    def edit(self, entry: str) -> Edit | None:
        """The edit that adds an entry; None where the plan has no section for them."""
        if self.section is None or self.heading is None:
            return None
        if self.empty is not None:
            in_list = any(
                block.kind == "list" and block.start <= self.empty.start < block.end
                for block in self.blocks
            )
            return Edit(*self.empty, entry if in_list else f"- {entry}")
        lists = [items for block in self.blocks if (items := _items(block))]
        newline = newline_near(self.source, self.heading.start)
        if lists:
            last = lists[-1][-1]
            end = self._trimmed(last.start, last.end).end
            return Edit(end, end, f"{newline}{self._marker(last)}{entry}")
        if not self.is_list:
            return None  # a table of entries, or something else with rules of its own
        if self.blocks:
            end = self._trimmed(self.blocks[-1].start, self.blocks[-1].end).end
            return Edit(end, end, f"{newline}{newline}- {entry}")
        return Edit(self.heading.end, self.heading.end, f"{newline}- {entry}")

    def _marker(self, item: Item) -> str:
        """The marker of the next item: the bullet of the last, or the number after its own."""
        line = self.source.rfind(b"\n", 0, item.start) + 1
        behind = after_marker(self.source, item.start, item.lead_end)
        number = _NUMBERED.match(self.source, item.start, behind)
        indent = self.source[line : item.start].decode("utf-8", "replace")
        indent = indent if not indent.strip(" \t>") else ""
        if number is not None:
            return f"{indent}{int(number[1]) + 1}{number[2].decode()} "
        return f"{indent}{self.source[item.start : behind].decode()}"

    def _words(self, item: Item) -> int:
        return after_marker(self.source, item.start, item.lead_end)

    def _says_nothing(self, start: int, end: int) -> bool:
        text = self.source[start:end].decode("utf-8", "replace").strip()
        return says_nothing(plain_text(text)) or (text.startswith("[YYYY-MM-DD") and "](" in text)

    def _trimmed(self, start: int, end: int) -> Span:
        piece = self.source[start:end]
        return Span(end - len(piece.lstrip()), start + len(piece.rstrip()))


def _items(block: AnyBlock) -> list[Item]:
    if not isinstance(block, Block) or block.kind != "list":
        return []
    return [child for child in block.children if isinstance(child, Item)]


_JOURNAL = """\
# Dev Journal: The masts are up

**Date**: 2026-03-09
**Plan**: [Harbour lights](../plans/2026-03-02-harbour-lights.md)
"""

RULE = Rule(
    code="TP406",
    name="journal-not-linked",
    severity="warning",
    scope="plan",
    summary="A dev journal is about the plan, and the plan does not link to it.",
    what=(
        "Reports journals that link to a plan, or whose file has the same day and topic as the "
        "plan's, when the plan neither links to them nor names them with their folder."
    ),
    why="What was done and learnt is written down, but whoever reads the plan does not find it.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Progress Tracking

### Dev Journal Entries

- (Will be added as phases complete)
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Progress Tracking

### Dev Journal Entries

- [2026-03-09: The masts are up](../dev-journals/2026-03-09-masts.md)
""",
    files=(("docs/dev-journals/2026-03-09-masts.md", _JOURNAL),),
    check=check,
    fix="Adds the journal to the section Dev Journal Entries, behind the last entry or in place of "
    "words that only held the place. A plan without that section is not changed.",
)
