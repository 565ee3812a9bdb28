"""TP305: an open plan is overdue."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.voice import quoted
from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.item import count
from trueplan.model.plan import Plan
from trueplan.text.day import days_between


def check(subject: Subject) -> Iterator[Found]:
    """Report a planned or running plan whose target is behind today."""
    plan = subject.plan
    assert plan is not None
    status, target = plan.header.status, plan.header.target
    if status is None or target is None or status.value not in ("planned", "in_progress"):
        return
    if target.last is None or target.last >= subject.today or _is_all_done(plan):
        return
    created = plan.header.created
    if created is not None and created.first is not None and target.last < created.first:
        return  # the date itself is wrong, which TP304 says
    days = days_between(target.last, subject.today)
    since = "yesterday" if days == 1 else f"{days} days ago"
    yield Found(
        target.span,
        f"the target, {target.raw}, passed {since}, and the status is {quoted(status.raw)}",
        help="set a target that can be met, or the status that is true",
        ref=subject.ref,
        mark="passed",
        seen=f"target {target.last}, {status.value}",
    )


def _is_all_done(plan: Plan) -> bool:
    """Whether nothing is left but the status, which TP203 speaks of."""
    work, criteria = plan.work, count(plan.criteria.all)
    return 0 < work.total == work.done and criteria.done == criteria.total


_HEAD = (
    "# Implementation Plan: Harbour lights\n\n**Status**: In Progress\n**Created**: 2026-02-02\n"
)
_WORK = "\n## Phases\n\n### Phase 1: Masts\n\n- [x] Order the masts\n- [ ] Put them up\n"

RULE = Rule(
    code="TP305",
    name="target-passed",
    severity="warning",
    scope="plan",
    summary="The target has passed and the plan is still open.",
    what=(
        "Reports a plan that is planned or in progress and whose target lies before today. A "
        "month or a quarter passes with its last day, and a target of today has not passed."
    ),
    why="A date in the past tells nobody when the work will be done.",
    bad=_HEAD + "**Target Completion**: 2026-02-27\n" + _WORK,
    good=_HEAD + "**Target Completion**: 2026-03-27\n" + _WORK,
    check=check,
    limits=(
        "Paused plans are left alone: that their date no longer holds is what pausing says. So "
        "are plans without a status, and those in which every box is ticked (TP203)."
    ),
)
