"""TP102: a section of the template is not there."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.outline import SECTIONS, SectionOutline
from trueplan.model.plan import Plan
from trueplan.text import Span

# A section is there as well where its parts stand by themselves.
_PARTS: dict[str, tuple[str, ...]] = {}
for _entry in SECTIONS:
    if _entry.level == 2:
        _whole = _entry.element
    else:
        _PARTS[_whole] = (*_PARTS.get(_whole, ()), _entry.element)
_MOST_NAMED = 3


def check(subject: Subject) -> Iterator[Found]:
    """Report the sections of the template that a plan lacks, in one finding."""
    plan = subject.plan
    assert plan is not None
    missing = _missing(plan)
    if not missing:
        return
    names = [entry.heading for entry in missing]
    shown = ", ".join(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        shown += f" and {len(names) - _MOST_NAMED} more"
    word = "a section" if len(names) == 1 else f"{len(names)} sections"
    yield Found(
        plan.title.span if plan.title is not None else Span(0, 0),
        f"the plan lacks {word} of the template: {shown}",
        help="add: " + ", ".join(names),
        ref=subject.ref,
        mark="not all sections are there",
        seen=", ".join(names),
    )


def _missing(plan: Plan) -> list[SectionOutline]:
    inside = [phase.span for phase in plan.phases if isinstance(phase.level, int)]
    there = {
        section.element
        for section in plan.sections
        if section.element is not None
        and not any(one.start <= section.span.start < one.end for one in inside)
    }
    if plan.phases:
        there.add("phases")
    missing: list[SectionOutline] = []
    lacking: set[str] = set()
    whole = ""
    for entry in SECTIONS:
        if entry.level == 2:
            whole = entry.element
        if not entry.required or entry.element in there or whole in lacking:
            continue
        if any(part in there for part in _PARTS.get(entry.element, ())):
            continue
        lacking.add(entry.element)
        missing.append(entry)
    return missing


_WHOLE = """\
# Implementation Plan: Harbour lights

**Status**: Planned

## Overview

### Business Objective

Boats find the entrance at night.

### Technical Summary

Six masts, one cable.

## Phases

### Phase 1: Masts

- [ ] Order the masts

## Technical Approach

Low voltage, so that the harbour's own people can mend it.

## Testing Strategy

A night with the lights on and one with them off.
{rollout}
## Risks & Mitigation

- The ground is wet: dig in June.

## Success Criteria

- [ ] The pilot sees all six masts from the buoy

## Progress Tracking

- [ ] Phase 1 - Not Started

## Retrospective (Post-Completion)

To be written.
"""

RULE = Rule(
    code="TP102",
    name="missing-section",
    severity="note",
    scope="plan",
    template=True,
    summary="A section of the template is missing.",
    what=(
        "Reports the sections that the template asks for and a plan does not have: Overview with "
        "its two parts, Phases, Technical Approach, Testing Strategy, Rollout Plan, Risks, Success "
        "Criteria, Progress Tracking and Retrospective. Other names of the same section count, and "
        "so do its parts where they stand by themselves."
    ),
    why=(
        "Each section answers a question that will be asked. One that says “none needed” has "
        "answered it; one that is missing was perhaps forgotten."
    ),
    limits="Whether a section says enough is not looked at.",
    bad=_WHOLE.format(rollout=""),
    good=_WHOLE.format(rollout="\n## Rollout Plan\n\nMast by mast, from the outside in.\n"),
    check=check,
)
