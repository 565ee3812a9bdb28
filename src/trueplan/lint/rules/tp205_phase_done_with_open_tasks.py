"""TP205: a phase is marked done, its boxes say otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.open_label import open_label
from trueplan.lint.rule import Rule
from trueplan.lint.standing import name_of, open_parts
from trueplan.lint.subject import Subject
from trueplan.reader.deferral import Owed


def check(subject: Subject) -> Iterator[Found]:
    """Report each phase that is called done while its tasks or criteria are open."""
    plan = subject.plan
    assert plan is not None
    owed: Owed | None = None
    for phase in plan.phases:
        if not phase.marked_done:
            continue
        owed = owed or Owed(plan)
        tasks, acceptance = owed.open(phase.tasks), owed.open(phase.acceptance)
        if not tasks and not acceptance:
            continue
        yield Found(
            phase.done_mark or phase.heading,
            f"{name_of(phase)} is marked done, but {open_parts(tasks, acceptance, phase)}",
            help="tick what was done, strike through what was dropped, or take the mark away",
            ref=subject.phase_ref(phase) if phase.number is not None else subject.ref,
            mark="done, it says",
            labels=tuple(open_label(item) for item in (tasks + acceptance)[:3]),
            seen=f"{name_of(phase)}: {len(tasks)} tasks and {len(acceptance)} criteria open",
        )


RULE = Rule(
    code="TP205",
    name="phase-done-with-open-tasks",
    severity="error",
    scope="plan",
    summary="A phase is marked done while its tasks or acceptance criteria are open.",
    what=(
        "Reports a phase that its heading, its status field, its own box or its row in a table "
        "calls done while tasks or acceptance criteria in it are open. Boxes that are struck "
        "through, cancelled (`[-]`), or said to be optional or put off do not count."
    ),
    why=(
        "The next phase starts on the word of this one. What was left open in it is found when "
        "something that stands on it breaks."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts ✅

**Tasks**:
- [x] Order the masts
- [ ] Put them up
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts ✅

**Tasks**:
- [x] Order the masts
- [x] Put them up
- [ ] Paint them (optional)
""",
    check=check,
    limits=(
        "A phase that only the progress list calls done is TP206. Deliverables are not looked at: "
        "their boxes are often ticked for what is planned."
    ),
)
