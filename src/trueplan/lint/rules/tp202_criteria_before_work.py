"""TP202: the success criteria are ticked, the work is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueplan.lint.finding import Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.item import Count, count, walk
from trueplan.model.plan import Plan
from trueplan.text import Span
from trueplan.text.pattern import Pattern

_FEWEST = 2
_MOST_LABELS = 3
_APPROVAL = Pattern(r"\b(?:approv|sign(?:ed)?[- ]?off)", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Found]:
    """Report success criteria that are met before the work for them is done."""
    plan = subject.plan
    assert plan is not None
    status = plan.header.status
    if status is not None and status.value in ("completed", "cancelled"):
        return  # TP201 speaks of the open work of a completed plan
    criteria = count(plan.criteria.all)
    if criteria.done < _FEWEST:
        return
    work = plan.work
    if not _is_before(criteria, work):
        return
    left = work.total - work.done
    rest = f"{left} of {work.total} tasks {'is' if left == 1 else 'are'} open"
    if work.done == 0:
        rest = f"none of {work.total} tasks is" if work.total > 1 else "the only task is not"
    first = next(item for item in walk(plan.criteria.all) if item.state == "done")
    yield Found(
        first.marker or first.text_span,
        f"{criteria.done} of {criteria.total} success criteria are ticked, but {rest}",
        help="tick the tasks that were done, or untick the criteria that are not met yet",
        ref=subject.ref,
        mark="ticked, with the work open" if work.done else "ticked, with no task done",
        labels=(*_approval(plan), *_labels(plan))[:_MOST_LABELS],
        seen=f"criteria {criteria.done}/{criteria.total}, tasks {work.done}/{work.total}",
    )


def _is_before(criteria: Count, work: Count) -> bool:
    """All criteria met with half the work open, or most of them with none of it done."""
    if work.total == 0:
        return False
    if criteria.done == criteria.total:
        return work.done * 2 <= work.total
    return work.done == 0 and criteria.done * 2 > criteria.total


def _approval(plan: Plan) -> Iterator[Label]:
    """The first ticked criterion that is somebody's word: it may not be given ahead of the work."""
    for item in walk(plan.criteria.all):
        if item.state == "done" and item.marker is not None and _APPROVAL.search(item.text):
            yield Label(Span(item.marker.start, item.text_span.end), "an approval among them")
            return


def _labels(plan: Plan) -> Iterator[Label]:
    shown = 0
    for phase in plan.phases:
        tasks = count(phase.tasks)
        if tasks.done < tasks.total and shown < _MOST_LABELS:
            shown += 1
            yield Label(phase.heading, f"{tasks.done} of {tasks.total}")
    if not shown:
        for item in walk(plan.tasks):
            if item.state == "open" and item.marker is not None:
                yield Label(Span(item.marker.start, item.text_span.end), "open")
                return


RULE = Rule(
    code="TP202",
    name="criteria-before-work",
    severity="error",
    scope="plan",
    summary="The success criteria are ticked while the work is not.",
    what=(
        "Reports a plan in which all success criteria are ticked while at least half of the "
        "tasks are open, or most criteria while not one task is done. Two ticked criteria are "
        "the least that count. Completed plans are left to TP201."
    ),
    why=(
        "A criterion is met by work. Ticked ahead of it, either the tasks were forgotten or the "
        "criteria were never checked, approval among them; nobody can tell which."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

**Tasks**:
- [ ] Order the masts
- [ ] Put them up

### Phase 2: Lamps

**Tasks**:
- [ ] Hang the lamps

## Success Criteria

- [x] The pier is lit from dusk to dawn
- [x] A skipper finds berth 12 in the dark
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

**Tasks**:
- [x] Order the masts
- [x] Put them up

### Phase 2: Lamps

**Tasks**:
- [ ] Hang the lamps

## Success Criteria

- [x] The pier is lit from dusk to dawn
- [ ] A skipper finds berth 12 in the dark
""",
    check=check,
    limits=(
        "Where only the criteria or only the tasks have boxes, there is nothing to compare. "
        "Acceptance criteria of a single phase are not looked at here; TP205 does that."
    ),
)
