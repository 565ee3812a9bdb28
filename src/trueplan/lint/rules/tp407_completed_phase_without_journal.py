"""TP407: a phase is done, and no journal tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.reader.phases_named import phases_named
from trueplan.text import Span


def check(subject: Subject) -> Iterator[Found]:
    """Report each phase that is done, without a journal in its row or among the entries."""
    plan = subject.plan
    assert plan is not None
    done: dict[str, Span] = {}
    told: set[str] = set()
    for row in plan.progress.rows:
        if row.number is None:
            continue
        if row.journal is not None:
            told.add(row.number)
        elif row.done:
            done.setdefault(row.number, row.span)
    for phase in plan.phases:
        if phase.marked_done and phase.number is not None:
            done.setdefault(phase.number, phase.done_mark or phase.heading)
    if not done.keys() - told:
        return
    told |= _told(subject)
    for number, span in sorted(done.items(), key=lambda one: one[1]):
        if number in told:
            continue
        yield Found(
            span,
            f"phase {number} is done, but no journal of it is linked",
            help="link the journal of the session behind the phase, or write one",
            ref=f"{subject.ref}#{number}",
            mark="no journal",
            seen=f"phase {number}",
        )


def _told(subject: Subject) -> set[str]:
    """The phases that the journal entries name, in their words or in the journals themselves."""
    plan = subject.plan
    assert plan is not None
    told: set[str] = set()
    if plan.progress.journals_section is not None:
        words = plan.progress.journals_section.slice(subject.source).decode("utf-8", "replace")
        told |= phases_named(words)
    for link in plan.progress.journals:
        card = subject.surroundings.journals.get(subject.resolve(link.target) or "")
        if card is not None:
            told.update(card.phases)
            told |= phases_named(f"{card.title}\n{card.path}")
    return told


_PHASES = """\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

**Tasks**:
- [x] Order the masts

### Phase 2: Lamps

**Tasks**:
- [ ] Hang the lamps

## Progress Tracking

### Completed Phases

"""

RULE = Rule(
    code="TP407",
    name="completed-phase-without-journal",
    severity="note",
    scope="plan",
    template=True,
    summary="A phase is done, and no dev journal of it is linked.",
    what=(
        "Reports phases that the list of completed phases ticks, or that their heading calls done, "
        "where the row links to no journal and the journal entries do not name the phase."
    ),
    why="How it went, and what the next one should know, is lost with the session.",
    bad=_PHASES
    + """\
- [x] Phase 1 - Completed 2026-03-09
- [ ] Phase 2 - Not Started
""",
    good=_PHASES
    + """\
- [x] Phase 1 - Completed 2026-03-09 ([Journal](../dev-journals/2026-03-09-masts.md))
- [ ] Phase 2 - Not Started
""",
    check=check,
)
