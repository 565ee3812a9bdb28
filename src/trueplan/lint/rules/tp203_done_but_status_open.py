"""TP203: every box is ticked, the status still says that work is ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueplan.edit.voice import quoted, status_edit
from trueplan.lint.finding import Fix, Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.item import Count, count
from trueplan.model.plan import Plan
from trueplan.reader.deferral import Owed
from trueplan.text.pattern import Pattern

_FEWEST = 3
# A status that says what is still to come knows more than the boxes.
_STILL_TO_COME = Pattern(
    r"\b(?:review|approv|merg|deploy|releas|launch|test|verif|validat|sign-?off|rollout|remain|qa)",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Found]:
    """Report an open status over work that is all done."""
    plan = subject.plan
    assert plan is not None
    status = plan.header.status
    if status is None or status.value not in ("planned", "in_progress"):
        return
    work = plan.work
    if work.total < _FEWEST or work.done < work.total or not _is_all_done(plan):
        return
    if _STILL_TO_COME.search(status.raw):
        return
    edit = status_edit(status, "Completed", subject.source)
    fix = None
    if edit is not None:  # unsafe: whether it is complete is for a person to say
        fix = Fix(f"set the status to {edit.text}", (edit,), safe=False)
    yield Found(
        status.span,
        f"all {work.total} tasks are done, but the status says {quoted(status.raw)}",
        help="set the status to Completed, or add the work that is left",
        ref=subject.ref,
        mark="still open",
        fix=fix,
    )


def _is_all_done(plan: Plan) -> bool:
    """Whether no box of any kind is open, and no phase stands without boxes or a mark."""
    if not _is_full(count(plan.criteria.all)):
        return False
    owed = Owed(plan)
    for phase in plan.phases:
        if phase.marked_done or phase.marked_cancelled:
            continue
        boxes = count(phase.tasks) + count(phase.deliverables)
        if not plan.tasks and boxes.total + boxes.cancelled == 0:
            return False  # work that nobody wrote down as tasks may be left
        if not _is_full(count(phase.acceptance) + count(phase.deliverables)):
            return False
        if owed.open(phase.others):
            return False
    return True


def _is_full(boxes: Count) -> bool:
    return boxes.done == boxes.total


RULE = Rule(
    code="TP203",
    name="done-but-status-open",
    severity="note",
    scope="plan",
    summary="Every box is ticked while the status is still open.",
    what=(
        "Reports a plan whose tasks and criteria are all ticked (three tasks at least) while its "
        "status means planned or in progress. A phase without boxes that is not marked done may "
        "still hold work, and a status such as “In review” says what is left; both are silent."
    ),
    why="The plan keeps showing up as work to do. Often only the last line was forgotten.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

- [x] Order the masts
- [x] Put them up
- [x] Wire them
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

- [x] Order the masts
- [x] Put them up
- [ ] Wire them
""",
    check=check,
    fix=(
        "Sets the status to Completed, in the case and with the sign that the plan uses. Unsafe: "
        "whether the work is complete is for a person to say."
    ),
    confidence="likely",
)
