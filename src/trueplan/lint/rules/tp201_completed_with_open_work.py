"""TP201: the status says Completed, boxes say otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.voice import quoted
from trueplan.lint.finding import Found
from trueplan.lint.open_label import open_label
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.item import Item
from trueplan.reader.deferral import Owed


def check(subject: Subject) -> Iterator[Found]:
    """Report a completed plan in which boxes of work or criteria are open."""
    plan = subject.plan
    assert plan is not None
    status = plan.header.status
    if status is None or status.value != "completed":
        return
    owed = Owed(plan)
    tasks = owed.open(plan.tasks)
    acceptance: list[Item] = []
    for phase in plan.phases:
        if not phase.marked_cancelled:
            tasks += owed.open(phase.tasks) + owed.open(phase.others)
            acceptance += owed.open(phase.acceptance)
    criteria = owed.open(plan.criteria.all)
    if not tasks and not acceptance and not criteria:
        return
    yield Found(
        status.span,
        f"the status says {quoted(status.raw)}, but {_parts(tasks, acceptance, criteria)} open",
        help="tick what was done, strike through what was dropped, or set the status back",
        ref=subject.ref,
        mark="completed, it says",
        labels=tuple(open_label(item) for item in (tasks + acceptance + criteria)[:3]),
        seen=f"{len(tasks) + len(acceptance)} tasks and {len(criteria)} criteria open",
    )


def _parts(tasks: list[Item], acceptance: list[Item], criteria: list[Item]) -> str:
    """The open work in words: "2 tasks and 1 success criterion are", "1 task is"."""
    counts = (
        (len(tasks), "task", "tasks"),
        (len(acceptance), "acceptance criterion", "acceptance criteria"),
        (len(criteria), "success criterion", "success criteria"),
    )
    parts = [f"{number} {one if number == 1 else many}" for number, one, many in counts if number]
    together = " and ".join((", ".join(parts[:-1]), parts[-1])) if parts[1:] else parts[0]
    return f"{together} {'is' if sum(number for number, _, _ in counts) == 1 else 'are'}"


RULE = Rule(
    code="TP201",
    name="completed-with-open-work",
    severity="error",
    scope="plan",
    summary="The status says Completed while boxes are open.",
    what=(
        "Reports a plan whose status means completed while tasks, acceptance criteria or success "
        "criteria are open. Boxes that are struck through, cancelled (`[-]`), below a heading "
        "such as “Future work”, said to be optional or put off, or in a phase that was called "
        "off do not count."
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
