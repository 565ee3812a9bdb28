"""TP207: an item is ticked, what is nested in it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueplan.lint.finding import Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.standing import portion
from trueplan.lint.subject import Subject
from trueplan.model.item import Item, count, walk
from trueplan.model.plan import Plan
from trueplan.reader.deferral import Owed
from trueplan.text import Span
from trueplan.text.pattern import Pattern

_LONGEST = 50
# Such a list is gone through at every stage, and what is nested in it belongs to a later one.
_SIGN_OFF_LIST = Pattern(r"\bsign-?off (?:check)?list\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Found]:
    """Report each ticked item with open boxes below it."""
    plan = subject.plan
    assert plan is not None
    owed: Owed | None = None
    for items in _groups(plan):
        for item in items:
            if not item.children:
                continue
            owed = owed or Owed(plan)
            yield from _check_item(item, owed, subject)


def _groups(plan: Plan) -> Iterator[tuple[Item, ...]]:
    for phase in plan.phases:
        yield from (phase.tasks, phase.acceptance, phase.deliverables, phase.others)
    yield plan.tasks
    yield plan.criteria.all


def _check_item(top: Item, owed: Owed, subject: Subject) -> Iterator[Found]:
    """The outermost ticked items with open boxes below; what is inside of one is not repeated."""
    reported_to = -1
    for item in walk((top,)):
        if item.state != "done" or not item.children or item.span.start < reported_to:
            continue
        below = owed.open(item.children)
        if not below or _is_signed_off_by_stages(item, subject):
            continue
        reported_to = item.span.end
        words = item.text if len(item.text) <= _LONGEST else item.text[: _LONGEST - 1] + "…"
        total = count(item.children).total
        be = "is" if len(below) == 1 else "are"
        yield Found(
            item.marker or item.text_span,
            f"“{words}” is ticked, but {portion(len(below), total, 'subtask')} {be} open",
            help="tick the subtasks that were done, or untick the task above them",
            ref=subject.ref,
            mark="ticked, with open subtasks",
            labels=tuple(_label(one) for one in below[:3]),
            seen=f"{item.text}: {len(below)} open",
        )


def _is_signed_off_by_stages(item: Item, subject: Subject) -> bool:
    assert subject.plan is not None
    return any(
        section.span.contains(item.span) and _SIGN_OFF_LIST.search(section.title)
        for section in subject.plan.sections
    )


def _label(item: Item) -> Label:
    start = item.marker.start if item.marker else item.text_span.start
    return Label(Span(start, item.text_span.end), "open")


RULE = Rule(
    code="TP207",
    name="parent-done-with-open-subtasks",
    severity="warning",
    scope="plan",
    summary="A task is ticked while its subtasks are open.",
    what=(
        "Reports a ticked item with open boxes nested below it. The outermost one is reported. "
        "Subtasks that are struck through, cancelled, or said to be optional or put off do not "
        "count; an open task with ticked subtasks is work in progress and fine."
    ),
    why="Progress is counted by boxes. One that is ticked early hides those below it.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

**Tasks**:
- [x] Put up the masts
  - [x] Dig the holes
  - [ ] Pour the concrete
- [ ] Wire them
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

**Tasks**:
- [ ] Put up the masts
  - [x] Dig the holes
  - [ ] Pour the concrete
- [ ] Wire them
""",
    check=check,
    limits="A release sign-off list is passed over: what is nested there belongs to later stages.",
)
