"""TP002: the status of a plan means nothing that is known."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject

_LONGEST = 50


def check(subject: Subject) -> Iterator[Found]:
    """Report a status in which no state can be read."""
    plan = subject.plan
    assert plan is not None
    for problem in plan.problems:
        if problem.kind != "status":
            continue
        words = " ".join(problem.span.slice(subject.source).decode("utf-8", "replace").split())
        shown = words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…"
        yield Found(
            problem.span,
            f"no state can be read in the status “{shown}”",
            help="begin it with Planned, In Progress, Paused, Completed or Cancelled",
            ref=subject.ref,
            mark="means no known state",
            seen=words,
        )


RULE = Rule(
    code="TP002",
    name="unreadable-status",
    severity="warning",
    scope="plan",
    summary="The status means none of the known states.",
    what=(
        "Reports a status field in which no state can be read. A status is read by its meaning: "
        "“🚧 WIP”, “done”, “on hold until May” and the like are understood, in several languages. "
        "An empty one, or TBD, is not reported, nor is one beside a second status that is read."
    ),
    why=(
        "Without a state the plan is in no list of open or finished work, and no rule can compare "
        "its status with its boxes."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Solar-powered

- [ ] Order the masts
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned (solar-powered)

- [ ] Order the masts
""",
    check=check,
)
