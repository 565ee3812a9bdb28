"""TP303: a phase is done before one that it depends on."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.standing import by_number, name_of, standing
from trueplan.lint.subject import Subject
from trueplan.model.phase import Dependency, Phase, bare_number
from trueplan.reader.deferral import Owed


def check(subject: Subject) -> Iterator[Found]:
    """Report each phase that is done while one that it waits for has open work."""
    plan = subject.plan
    assert plan is not None
    if not any(phase.dependencies for phase in plan.phases):
        return
    phases = by_number(plan)
    owed = Owed(plan)
    listed = {bare_number(row.number) for row in plan.progress.rows if row.done and row.number}
    for phase in plan.phases:
        waits = [one for one in phase.dependencies if one.certain and not one.elsewhere]
        if not waits or not _is_called_done(phase, owed):
            continue
        for dependency in waits:
            for number in dependency.numbers:
                before = phases.get(bare_number(number))
                if before is None or before is phase or bare_number(number) in listed:
                    continue  # where the list has it as done, TP206 speaks
                if standing(before, owed) in ("open", "untouched"):
                    yield _found(phase, before, dependency, owed, subject)


def _is_called_done(phase: Phase, owed: Owed) -> bool:
    return phase.marked_done or standing(phase, owed) == "done"


def _found(
    phase: Phase, before: Phase, dependency: Dependency, owed: Owed, subject: Subject
) -> Found:
    tasks, acceptance = owed.open(before.tasks), owed.open(before.acceptance)
    return Found(
        dependency.span,
        f"{name_of(phase)} is done, but {name_of(before)}, which it depends on, is not",
        help=f"finish {name_of(before)}, or take out the dependency if it was not real",
        ref=subject.phase_ref(phase),
        mark=f"waits for {name_of(before)}",
        labels=(Label(before.heading, _left(len(tasks), len(acceptance))),),
        seen=f"{name_of(phase)} done, {name_of(before)} open",
    )


def _left(tasks: int, acceptance: int) -> str:
    if tasks:
        return f"{tasks} open task{'s' if tasks > 1 else ''}"
    if acceptance:
        return f"{acceptance} open acceptance criteri{'a' if acceptance > 1 else 'on'}"
    return "not done"


_HEAD = """\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

**Tasks**:
"""
_TAIL = """\

**Dependencies**: None

### Phase 2: Lamps

**Tasks**:
- [x] Hang the lamps
- [x] Focus them

**Dependencies**: Phase 1 completion
"""

RULE = Rule(
    code="TP303",
    name="done-before-dependency",
    severity="warning",
    scope="plan",
    summary="A phase is done while one that it depends on is not.",
    what=(
        "Reports a phase that is marked done, or whose tasks are all done, while a phase that "
        "its dependencies name has open tasks or acceptance criteria, or says that it is open."
    ),
    why=(
        "Either the first phase was finished and nobody ticked it, or the second was built on "
        "something that is not there."
    ),
    bad=_HEAD + "- [x] Order the masts\n- [ ] Put them up\n" + _TAIL,
    good=_HEAD + "- [x] Order the masts\n- [x] Put them up\n" + _TAIL,
    check=check,
    limits="A dependency without boxes or marks of its own tells nothing, and is passed over.",
)
