"""TP108: two phases of one series have the same number."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.phase import Phase
from trueplan.model.plan import Plan


def check(subject: Subject) -> Iterator[Found]:
    """Report each phase whose number an earlier one of the same series has."""
    plan = subject.plan
    assert plan is not None
    phases = [
        phase
        for phase in plan.phases
        if isinstance(phase.level, int) and phase.number and not phase.marked_cancelled
    ]
    if len({(phase.number or "").lower() for phase in phases}) == len(phases):
        return
    for series in _series(phases, plan):
        first: dict[str, Phase] = {}
        for phase in series:
            assert phase.number is not None
            earlier = first.setdefault(phase.number.lower(), phase)
            if earlier is not phase:
                yield Found(
                    phase.heading,
                    f"two phases have the number {phase.number}: "
                    f"“{earlier.title}” and “{phase.title}”",
                    help="number them one by one, and correct what refers to them",
                    ref=subject.phase_ref(phase),
                    mark="taken already",
                    labels=(Label(earlier.heading, "has this number too"),),
                    seen=f"{phase.number}: {earlier.title} | {phase.title}",
                )


def _series(phases: list[Phase], plan: Plan) -> Iterator[list[Phase]]:
    """Cut where the phases move to another section, or where the numbers start over."""
    run: list[Phase] = []
    place = -1
    for index, phase in enumerate(phases):
        parent = _parent(phase, plan)
        if run and (parent != place or _starts_over(run, phases[index:])):
            yield run
            run = []
        place = parent
        run.append(phase)
    if run:
        yield run


def _starts_over(run: list[Phase], ahead: list[Phase]) -> bool:
    """Whether a second series begins: the first number again, and then on from there."""
    numbers = [phase.number for phase in run]
    if len(numbers) < 2 or ahead[0].number != numbers[0] or numbers[-1] == numbers[0]:
        return False
    return len(ahead) > 1 and ahead[1].number == numbers[1]


def _parent(phase: Phase, plan: Plan) -> int:
    """The start of the section that holds the phase; -1 where none does."""
    return max(
        (
            section.span.start
            for section in plan.sections
            if section.level < int(phase.level) and section.span.contains(phase.span)
        ),
        default=-1,
    )


RULE = Rule(
    code="TP108",
    name="duplicate-phase-number",
    severity="warning",
    scope="plan",
    summary="Two phases of one series have the same number.",
    what=(
        "Reports a phase that has the number of an earlier phase of the same series. A series ends "
        "with its section, and where the numbers start over; phases that are called off, and "
        "phases in tables and lists, are left alone."
    ),
    why="“Phase 2 must be complete” means one of them, and nobody can tell which.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

## Phases

### Phase 1: Masts

- [ ] Order the masts

### Phase 2: Cable

- [ ] Lay the cable

### Phase 2: Switch

- [ ] Wire the switch
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned

## Phases

### Phase 1: Masts

- [ ] Order the masts

### Phase 2: Cable

- [ ] Lay the cable

### Phase 3: Switch

- [ ] Wire the switch
""",
    check=check,
)
