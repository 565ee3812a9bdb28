"""TP203: every box is ticked, the status still says that work is ahead."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Fix, Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.item import count
from trueplan.text import Edit

_FEWEST = 3


def check(subject: Subject) -> Iterator[Found]:
    """Report an open status over work that is all done."""
    plan = subject.plan
    assert plan is not None
    status = plan.header.status
    if status is None or status.value not in ("planned", "in_progress"):
        return
    work = plan.work
    criteria = count(plan.criteria.all)
    acceptance = [count(phase.acceptance) for phase in plan.phases]
    if work.total < _FEWEST or work.done < work.total or criteria.done < criteria.total:
        return
    if any(one.done < one.total for one in acceptance):
        return
    written = _in_the_same_voice(status.raw)
    fix = Fix(
        f"set the status to {written}",
        (Edit(status.span.start, status.span.end, written),),
        safe=False,  # whether it is complete is for a person to say
    )
    yield Found(
        status.span,
        f"all {work.total} tasks are done, but the status says “{status.raw}”",
        help="set the status to Completed, or add the work that is left",
        ref=subject.ref,
        mark="still open",
        fix=fix,
    )


def _in_the_same_voice(raw: str) -> str:
    """ "Completed" as this plan would write it: its case, its sign."""
    if raw.islower():
        return "completed"
    if raw.isupper():
        return "COMPLETED"
    return "✅ Completed" if raw[:1] in "🚧🔄⏳📋📝" else "Completed"


RULE = Rule(
    code="TP203",
    name="done-but-status-open",
    severity="note",
    scope="plan",
    summary="Every box is ticked while the status is still open.",
    what=(
        "Reports a plan whose tasks and criteria are all ticked (three tasks at least) while its "
        "status means planned or in progress."
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
    fix="Sets the status to Completed, in the case and with the sign that the plan uses. Unsafe: "
    "whether the work is complete is for a person to say.",
    confidence="likely",
)
