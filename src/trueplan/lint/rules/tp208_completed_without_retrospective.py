"""TP208: the plan is completed, nobody wrote down what was learnt."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.voice import quoted
from trueplan.lint.finding import Found, Label
from trueplan.lint.journals import journals_of, says_all_done
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.located import Located
from trueplan.model.plan import Plan
from trueplan.text import Span


def check(subject: Subject) -> Iterator[Found]:
    """Report a completed plan whose retrospective is missing or only holds a place."""
    plan = subject.plan
    assert plan is not None
    status = plan.header.status
    if status is None or status.value in ("cancelled", "paused"):
        return
    section = plan.retrospective.section
    completed = status.value == "completed"
    if (section is None and not completed) or _is_written(plan):
        return
    if completed:
        fact = f"the status says {quoted(status.raw)}"
    else:
        journal = next((one for one in journals_of(subject) if says_all_done(one, subject)), None)
        if journal is None:
            return
        fact = f"the journal {journal.path.rsplit('/', 1)[-1]} says that all is complete"
    state = "is missing" if section is None else _emptiness(section, subject.source)
    yield Found(
        status.span if section is None else _heading(plan, section, subject.source),
        f"{fact}, but the retrospective {state}",
        help="write what went well, what could improve, and what to repeat",
        ref=subject.ref,
        mark="completed, it says" if section is None else "nothing learnt",
        labels=() if section is None else (Label(status.span, "the status"),),
        seen=f"{'completed' if completed else 'complete by journal'}, {state}",
    )


def _is_written(plan: Plan) -> bool:
    """Whether any point says something of its own: no lead-in, nothing left of the template."""
    retrospective = plan.retrospective
    points = (
        *retrospective.well,
        *retrospective.improve,
        *retrospective.lessons,
        *retrospective.repeat,
        *retrospective.other,
    )
    left = [placeholder.span for placeholder in plan.placeholders]
    return any(_says_something(point, left) for point in points)


def _says_something(point: Located, left: list[Span]) -> bool:
    if point.value.rstrip("*_ ").endswith(":"):
        return False
    return not any(
        span.start < point.span.end and point.span.start < max(span.end, span.start + 1)
        for span in left
    )


def _emptiness(section: Span, source: bytes) -> str:
    words = section.slice(source).upper()
    return "says TBD" if b"TBD" in words else "says nothing"


def _heading(plan: Plan, section: Span, source: bytes) -> Span:
    """The line of the section's heading."""
    for one in plan.sections:
        if one.span.start == section.start:
            words = one.heading.slice(source)
            return Span(one.heading.start, one.heading.start + len(words.rstrip()))
    return section


_HEAD = "# Implementation Plan: Harbour lights\n\n**Status**: Completed\n\n"
_WORK = "## Phases\n\n### Phase 1: Masts\n\n**Tasks**:\n- [x] Put up the masts\n\n"
_LEARNT = "## Retrospective (Post-Completion)\n\n### What Went Well\n"

RULE = Rule(
    code="TP208",
    name="completed-without-retrospective",
    severity="warning",
    scope="plan",
    summary="The plan is completed and its retrospective is missing or empty.",
    what=(
        "Reports a completed plan in the template whose retrospective is missing, empty or says "
        "TBD, or still holds the points of the template. Also a plan whose status was not yet "
        "set, where a dev journal about it says that every phase is complete."
    ),
    why=(
        "What was learnt is known for about a week. The next plan repeats what this one could "
        "have told it."
    ),
    bad=_HEAD + _WORK + _LEARNT + "- TBD\n",
    good=_HEAD + _WORK + _LEARNT + "- The holes were dug before the frost came\n",
    check=check,
    template=True,
)
