"""TP302: a phase waits for a phase that the plan does not have."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.standing import name_of
from trueplan.lint.subject import Subject
from trueplan.model.phase import Dependency, bare_number
from trueplan.model.plan import Plan


def check(subject: Subject) -> Iterator[Found]:
    """Report dependencies on numbers that are missing in a plain series of phases."""
    plan = subject.plan
    assert plan is not None
    if len(plan.phases) < 2 or not any(phase.dependencies for phase in plan.phases):
        return
    known = _series(plan)
    if known is None:
        return
    word = plan.phases[0].word
    for phase in plan.phases:
        for dependency in phase.dependencies:
            missing = _missing(dependency, known, word)
            if not missing:
                continue
            names = " and ".join(missing)
            noun = word if len(missing) == 1 else f"{word}s"
            yield Found(
                dependency.span,
                f"{name_of(phase)} depends on {noun} {names}, but the plan has "
                f"{word}s {min(known)} to {max(known)}",
                help="correct the number, or name the other plan",
                ref=subject.phase_ref(phase),
                mark=f"no such {word}",
                seen=f"{name_of(phase)} depends on {names}",
            )


def _series(plan: Plan) -> set[int] | None:
    """The numbers of the phases, where they are one series without gaps from 0 or 1."""
    word = plan.phases[0].word
    numbers: set[int] = set()
    for phase in plan.phases:
        if phase.word != word or phase.number is None or not phase.number.isdigit():
            return None
        numbers.add(int(phase.number))
    whole = max(numbers) - min(numbers) + 1 == len(numbers) == len(plan.phases)
    if not whole or min(numbers) > 1 or not word or _is_part_of_another(plan, word):
        return None
    return numbers


def _is_part_of_another(plan: Plan, word: str) -> bool:
    """Whether the title is itself of a phase ("Phase 5: …"): a larger plan then has the others."""
    title = plan.title.value.lower() if plan.title is not None else ""
    _, found, after = title.partition(word)
    return bool(found) and after.lstrip(" #-")[:1].isdigit()


def _missing(dependency: Dependency, known: set[int], word: str) -> list[str]:
    if not dependency.certain or dependency.elsewhere or word not in dependency.raw.lower():
        return []
    return [
        number
        for number in dependency.numbers
        if number.isdigit() and int(bare_number(number)) not in known
    ]


_HEAD = """\
# Implementation Plan: Harbour lights

**Status**: Planned

## Phases

### Phase 1: Masts

**Tasks**:
- [ ] Put up the masts

**Dependencies**: None

### Phase 2: Cables

**Tasks**:
- [ ] Lay the cables

"""

RULE = Rule(
    code="TP302",
    name="unknown-dependency",
    severity="warning",
    scope="plan",
    summary="A phase depends on a phase that the plan does not have.",
    what=(
        "Reports a dependency on a phase number that is missing, where it must mean this plan: "
        "the phases are one series of whole numbers without gaps, and the dependency names "
        "phases under the same word and nothing else."
    ),
    why="The number is wrong, or the phase was dropped and what waits for it was not told.",
    bad=_HEAD + "**Dependencies**: Phase 3 completion\n",
    good=_HEAD + "**Dependencies**: Phase 1 completion\n",
    check=check,
    limits=(
        "In a plan that is itself a phase of something larger, a number may mean the larger "
        "plan, and nothing is reported."
    ),
    confidence="likely",
)
