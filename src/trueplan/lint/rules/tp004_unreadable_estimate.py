"""TP004: an estimate in which no amount of work can be read."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject

# Longer values are prose about something else that lasts, such as a message on the screen.
_MOST_WORDS = 8


def check(subject: Subject) -> Iterator[Found]:
    """Report the estimates of phases that give no amount."""
    plan = subject.plan
    assert plan is not None
    for problem in plan.problems:
        if problem.kind != "estimate":
            continue
        words = problem.span.slice(subject.source).decode("utf-8", "replace").split()
        if len(words) > _MOST_WORDS:
            continue
        value = " ".join(words)
        yield Found(
            problem.span,
            f"no amount of work can be read in “{value}”",
            help="give a number and a unit: 1 session, 2-4 hours, half a day, 5 points",
            ref=subject.ref,
            mark="how much is that",
            seen=value,
        )


RULE = Rule(
    code="TP004",
    name="unreadable-estimate",
    severity="note",
    scope="plan",
    summary="The estimate of a phase gives no amount.",
    what=(
        "Reports the estimate of a phase (estimate, effort, duration) that has words but no amount "
        "that can be read. Sessions, hours, days, weeks, sprints, months, points and t-shirt sizes "
        "are read, with ranges, in digits and in words. TBD and the like are not reported."
    ),
    why="The phase counts as not estimated: it has no place in a schedule or a forecast.",
    limits="Values of more than eight words are taken for prose and left alone.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

## Phases

### Phase 1: Masts

- [ ] Order the masts

**Estimated Duration**: not long
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned

## Phases

### Phase 1: Masts

- [ ] Order the masts

**Estimated Duration**: half a day
""",
    check=check,
)
