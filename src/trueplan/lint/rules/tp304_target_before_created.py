"""TP304: a plan is due before it was made."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject


def check(subject: Subject) -> Iterator[Found]:
    """Report a target whose last day is before the plan's first."""
    plan = subject.plan
    assert plan is not None
    created, target = plan.header.created, plan.header.target
    if created is None or target is None or created.first is None or target.last is None:
        return
    if target.last >= created.first:
        return
    yield Found(
        target.span,
        f"the target, {target.raw}, is before the plan was created, {created.raw}",
        help="correct the date that is wrong; in January it is often the year",
        ref=subject.ref,
        mark="before the plan",
        labels=(Label(created.span, "created"),),
        seen=f"created {created.first}, target {target.last}",
    )


_WORK = "\n## Phases\n\n### Phase 1: Masts\n\n- [ ] Put up the masts\n"

RULE = Rule(
    code="TP304",
    name="target-before-created",
    severity="error",
    scope="plan",
    summary="The target is before the day on which the plan was created.",
    what=(
        "Compares the target with the day of creation. A month or a quarter counts until its "
        "last day. Dates that cannot be read, or that no calendar has, are TP003."
    ),
    why="One of the two dates is wrong, and everything that is planned by them with it.",
    bad="# Implementation Plan: Harbour lights\n\n**Status**: Planned\n**Created**: 2026-03-02\n"
    "**Target Completion**: 2025-03-20\n" + _WORK,
    good="# Implementation Plan: Harbour lights\n\n**Status**: Planned\n**Created**: 2026-03-02\n"
    "**Target Completion**: 2026-03-20\n" + _WORK,
    check=check,
)
