"""TP003: a date that no calendar has, or that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.date import Date
from trueplan.model.plan import Plan
from trueplan.text import Span
from trueplan.text.pattern import Pattern

# Outside of date fields a number may look like a day: an identifier, a version, a span of years.
_MEANT_AS_DAY = Pattern(r"\d{4}-\d{1,2}-\d{1,2}(?!\d)|.*[a-z年년]", re.IGNORECASE)
_YEARS = Pattern(r"20\d\d-\d\d$")
_DAY = "write it as YYYY-MM-DD"


def check(subject: Subject) -> Iterator[Found]:
    """Report dates of the header, of phases, progress rows and notes that tell no day."""
    plan = subject.plan
    assert plan is not None
    reported: set[Span] = set()
    for problem in plan.problems:
        if problem.kind not in ("date", "impossible-date"):
            continue
        raw = problem.span.slice(subject.source).decode("utf-8", "replace")
        reported.add(problem.span)
        if problem.kind == "impossible-date" and not _YEARS.match(raw):
            yield _impossible(raw, problem.span, subject)
        else:
            yield Found(
                problem.span,
                f"“{raw}” is not a date that can be read",
                help=_DAY,
                ref=subject.ref,
                mark="no day can be read here",
            )
    for date in _dates(plan):
        if date.impossible and date.span not in reported and _MEANT_AS_DAY.match(date.raw):
            reported.add(date.span)
            yield _impossible(date.raw, date.span, subject)


def _dates(plan: Plan) -> Iterator[Date]:
    for phase in plan.phases:
        yield from phase.dates
    for row in plan.progress.rows:
        if row.date is not None:
            yield row.date
    for note in plan.notes:
        if note.date is not None:
            yield note.date


def _impossible(raw: str, span: Span, subject: Subject) -> Found:
    return Found(
        span,
        f"there is no such day as “{raw}”",
        help=f"correct the day or the month; {_DAY}",
        ref=subject.ref,
        mark="in no calendar",
        severity="error",
    )


RULE = Rule(
    code="TP003",
    name="unreadable-date",
    severity="warning",
    scope="plan",
    summary="A date cannot be read, or no calendar has it.",
    what=(
        "Reports dates of the header that somebody meant as a date and that cannot be read "
        "(`2026-03-XX`), as a warning; and days that do not exist (`2026-02-30`), in the header, "
        "in phases, in the list of completed phases and in notes, as an error. Words such as TBD, "
        "and the template's own YYYY-MM-DD, are left to others."
    ),
    why=(
        "Whoever plans around the date takes it for another one, and no rule about order or "
        "deadlines can see it."
    ),
    limits=(
        "With day and month as numbers between slashes the month is taken to come first, unless "
        "only the other order gives a day."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Created**: 2026-02-30
**Target Completion**: 2026-04-XX

- [ ] Order the masts
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Created**: 2026-02-28
**Target Completion**: April 2026

- [ ] Order the masts
""",
    check=check,
)
