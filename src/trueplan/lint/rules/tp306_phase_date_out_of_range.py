"""TP306: a phase is dated outside of the time of its plan."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.standing import name_of
from trueplan.lint.subject import Subject
from trueplan.model.date import Date
from trueplan.model.phase import Phase
from trueplan.model.plan import Header, Plan

_CREATED = ("creat", "start", "plan created")


def check(subject: Subject) -> Iterator[Found]:
    """Report dates of phases and progress rows before the plan, ahead of today, or too late."""
    plan = subject.plan
    assert plan is not None
    for phase in plan.phases:
        for day in phase.dates:
            found = _of_phase(phase, day, plan, subject)
            if found is not None:
                yield found
                break
    for row in plan.progress.rows:
        if row.date is not None and row.number is not None:
            found = _judge(
                row.date, f"phase {row.number}", row.done, row.done, plan.header, subject
            )
            if found is not None:
                yield found._replace(ref=f"{subject.ref}#{row.number}")


def _of_phase(phase: Phase, day: Date, plan: Plan, subject: Subject) -> Found | None:
    completion = any(
        field.key == "completed" and field.value.span.contains(day.span) for field in phase.fields
    )
    found = _judge(
        day,
        name_of(phase),
        completion,
        completion or phase.marked_done or phase.marked_cancelled,
        plan.header,
        subject,
    )
    if found is None or phase.number is None:
        return found
    return found._replace(ref=subject.phase_ref(phase))


def _judge(
    day: Date, name: str, completion: bool, over: bool, header: Header, subject: Subject
) -> Found | None:
    """What is wrong with a date; `completion` says that it is the day on which `name` was done."""
    if day.first is None or day.last is None:
        return None
    created, target = _created(header), header.target
    if created is not None and created.first is not None and day.last < created.first:
        message = f"{name} is dated {day.raw}, before the plan was created, {created.raw}"
        return _found(day, message, "before the plan", (Label(created.span, "created"),), name)
    if completion and day.first > subject.today:
        message = f"{name} is said to be done on {day.raw}, which is still to come"
        return _found(day, message, f"after today, {subject.today}", (), name)
    if not over and target is not None and target.last is not None and day.first > target.last:
        if created is not None and created.first is not None and target.last < created.first:
            return None  # the target itself is wrong, which TP304 says
        message = f"{name} is dated {day.raw}, after the target of the plan, {target.raw}"
        return _found(day, message, "after the target", (Label(target.span, "target"),), name)
    return None


def _found(day: Date, message: str, mark: str, labels: tuple[Label, ...], name: str) -> Found:
    return Found(
        day.span,
        message,
        help="correct the date that is wrong",
        mark=mark,
        labels=labels,
        seen=f"{name} {day.raw} {' '.join(label.text for label in labels) or 'to come'}",
    )


def _created(header: Header) -> Date | None:
    """The day of creation, where its label says so: a bare "Date" may be that of an edit."""
    if header.created is None:
        return None
    for field in header.fields:
        if field.key == "created" and field.value.span.contains(header.created.span):
            return header.created if field.label.lower().startswith(_CREATED) else None
    return None


_HEAD = """\
# Implementation Plan: Harbour lights

**Status**: In Progress
**Created**: 2026-03-02
**Target Completion**: 2026-03-20

## Phases

### Phase 1: Masts

**Tasks**:
- [x] Put up the masts

### Phase 2: Lamps

**Tasks**:
- [ ] Hang the lamps

## Progress Tracking

### Completed Phases
"""

RULE = Rule(
    code="TP306",
    name="phase-date-out-of-range",
    severity="warning",
    scope="plan",
    summary="A phase is dated before its plan, after its target, or done in the future.",
    what=(
        "Compares the dates of phases (in their heading or in a field) and of the list of "
        "completed phases with the plan: none is before the day of creation, none that tells "
        "when a phase was done is after today, and none of a phase that is not done is after "
        "the target. A phase that was done late is late, not wrong."
    ),
    why="A wrong date is believed until somebody counts back from it.",
    bad=_HEAD + "- [x] Phase 1 - Completed 2025-03-06\n- [ ] Phase 2 - Not Started\n",
    good=_HEAD + "- [x] Phase 1 - Completed 2026-03-06\n- [ ] Phase 2 - Not Started\n",
    check=check,
    limits=(
        "A header that has only a “Date” is not taken for the day of creation: it may be that "
        "of the last edit."
    ),
)
