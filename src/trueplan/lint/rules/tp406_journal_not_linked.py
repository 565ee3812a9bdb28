"""TP406: a dev journal tells of the plan, and the plan does not lead to it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from trueplan.edit.entries import JournalEntries
from trueplan.lint.finding import Fix, Found
from trueplan.lint.mention import project_of
from trueplan.lint.rule import Rule
from trueplan.lint.subject import JournalCard, Subject
from trueplan.text.pattern import Pattern

_DAY = Pattern(r"\d{4}-\d{2}-\d{2}")
_LEAD = Pattern(r"^(?:dev(?:elopment)? )?journal(?: entry)?\s*[:–—-]\s*", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Found]:
    """Report each journal about this plan that the plan neither links to nor names."""
    cards = _about(subject)
    if not cards:
        return
    plan = subject.plan
    assert plan is not None
    linked = {subject.resolve(link.target) for link in plan.links}
    entries = JournalEntries(subject.document)
    for card in cards:
        name = posixpath.basename(card.path)
        shown = "/".join(card.path.split("/")[-2:])  # its folder too: the plan may be called alike
        if card.path in linked or shown.encode() in subject.source:
            continue
        how = "leads to this plan" if subject.path in card.targets else "bears this plan's name"
        edit = entries.edit(_entry(card, subject))
        yield Found(
            entries.span,
            f"the journal {name} {how}, which does not link to it",
            help="add it to the journal entries"
            if entries.section
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
