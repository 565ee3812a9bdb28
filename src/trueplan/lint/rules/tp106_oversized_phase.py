"""TP106: a phase is larger than a phase should be."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.standing import phases_ahead
from trueplan.lint.subject import Subject

_SLACK = 1e-6  # 6 hours at 3 hours a session are 2 sessions, whatever floats make of it


def check(subject: Subject) -> Iterator[Found]:
    """Report each phase still ahead whose estimate begins above the limit."""
    plan = subject.plan
    assert plan is not None
    limit = subject.settings.largest_phase
    for phase in phases_ahead(plan):
        estimate = phase.estimate
        if estimate is None or estimate.low is None or estimate.low <= limit + _SLACK:
            continue
        size = f"{estimate.low:.1f}".removesuffix(".0")
        sessions = "" if estimate.unit == "session" else f", {size} sessions"
        yield Found(
            estimate.span,
            f"phase {phase.number} is estimated at {estimate.raw}{sessions}: more than {limit:g}",
            help="split it into phases that one or two sittings finish",
            ref=subject.phase_ref(phase),
            mark="too much for one phase",
        )


RULE = Rule(
    code="TP106",
    name="oversized-phase",
    severity="warning",
    scope="plan",
    template=True,
    summary="A phase is estimated at more than two sessions.",
    what=(
        "Reports a phase whose estimate is over two sessions; of a range the lower end counts. "
        "Other units are converted, a session being 3 hours; both can be set "
        "(`check.largest-phase`, and the rates). Phases that are marked done or called off, and "
        "plans that are completed or cancelled, are left alone."
    ),
    why=(
        "A phase is the unit that is finished, checked and written up in one go. A large one stays "
        "half done over many days, and its estimate is the least certain."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

## Phases

### Phase 1: Masts and cable

- [ ] Put up the masts
- [ ] Lay the cable

**Estimated Duration**: 4 sessions
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned

## Phases

### Phase 1: Masts

- [ ] Put up the masts

**Estimated Duration**: 2 sessions

### Phase 2: Cable

- [ ] Lay the cable

**Estimated Duration**: 2-3 sessions
""",
    check=check,
)
