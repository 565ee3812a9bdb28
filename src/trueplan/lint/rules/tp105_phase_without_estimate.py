"""TP105: a phase is not estimated."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.standing import is_sketched, phases_ahead
from trueplan.lint.subject import Subject


def check(subject: Subject) -> Iterator[Found]:
    """Report each phase still ahead that has no estimate."""
    plan = subject.plan
    assert plan is not None
    unreadable = [one.span for one in plan.problems if one.kind == "estimate"]
    for phase in phases_ahead(plan):
        if (
            phase.estimate is not None
            or not isinstance(phase.level, int)
            or is_sketched(phase, plan)
        ):
            continue
        if any(phase.span.contains(one) for one in unreadable):
            continue  # TP004 speaks of it
        field = next((one for one in phase.fields if one.key == "estimate"), None)
        yield Found(
            field.span if field is not None else phase.heading,
            f"phase {phase.number} has no estimate",
            help="say how long it takes: **Estimated Duration**: 1 session",
            ref=subject.phase_ref(phase),
            mark="how long does it take",
        )


RULE = Rule(
    code="TP105",
    name="phase-without-estimate",
    severity="note",
    scope="plan",
    template=True,
    summary="A phase has no estimate.",
    what=(
        "Reports a phase without an estimate, or with one that only holds the place (TBD). Phases "
        "that are marked done or called off, phases that are rows of a table or items of a list, "
        "and plans that are completed or cancelled are left alone. An estimate that cannot be read "
        "is TP004."
    ),
    why="Without it the plan has no length, and its target is a wish.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

## Phases

### Phase 1: Masts

- [ ] Order the masts
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned

## Phases

### Phase 1: Masts

- [ ] Order the masts

**Estimated Duration**: 1 session
""",
    check=check,
)
