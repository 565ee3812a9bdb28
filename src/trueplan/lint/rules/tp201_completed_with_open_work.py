"""TP201: the status says Completed, boxes say otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.item import Item, walk
from trueplan.text import Span


def check(subject: Subject) -> Iterator[Found]:
    """Report a completed plan in which boxes of work or criteria are open."""
    plan = subject.plan
    assert plan is not None
    status = plan.header.status
    if status is None or status.value != "completed":
        return
    open_tasks: list[Item] = []
    for phase in plan.phases:
        if not phase.marked_cancelled:
            open_tasks += _open(phase.tasks) + _open(phase.others) + _open(phase.acceptance)
    open_tasks += _open(plan.tasks)
    open_criteria = _open(plan.criteria.all)
    if not open_tasks and not open_criteria:
        return
    parts = [
        f"{len(items)} {word}{'s' if len(items) > 1 and word == 'box' else ''}"
        for items, word in ((open_tasks, "of work"), (open_criteria, "of the success criteria"))
        if items
    ]
    yield Found(
        status.span,
        f"the status says “{status.raw}”, but boxes are open: {' and '.join(parts)}",
        help="tick what was done, strike through what was dropped, or set the status back",
        ref=subject.ref,
        mark="completed, it says",
        labels=tuple(_label(item) for item in (open_tasks + open_criteria)[:3]),
        seen=f"{len(open_tasks)} tasks and {len(open_criteria)} criteria open",
    )


def _open(items: tuple[Item, ...]) -> list[Item]:
    return [item for item in walk(items) if item.state in ("open", "in_progress")]


def _label(item: Item) -> Label:
    start = item.marker.start if item.marker else item.text_span.start
    return Label(Span(start, item.text_span.end), "open")


RULE = Rule(
    code="TP201",
    name="completed-with-open-work",
    severity="error",
    scope="plan",
    summary="The status says Completed while boxes are open.",
    what=(
        "Reports a plan whose status means completed while tasks, acceptance criteria or success "
        "criteria are open. Work that is struck through, cancelled (`[-]`) or in a phase that was "
        "called off does not count."
    ),
    why=(
        "A completed plan is trusted and filed away. If work is left, nobody will find it there; "
        "if none is left, the boxes send the next reader looking for it."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Completed

## Phases

### Phase 1: Masts

**Tasks**:
- [x] Order the masts
- [ ] Put them up
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Completed

## Phases

### Phase 1: Masts

**Tasks**:
- [x] Order the masts
- [x] Put them up
- [ ] ~~Paint them~~ (the supplier did)
""",
    check=check,
)
