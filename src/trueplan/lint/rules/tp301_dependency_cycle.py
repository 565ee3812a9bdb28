"""TP301: phases wait for each other."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.standing import by_number, name_of
from trueplan.lint.subject import Subject
from trueplan.model.phase import Dependency, Phase, bare_number

Edges = dict[str, dict[str, Dependency]]


def check(subject: Subject) -> Iterator[Found]:
    """Report each circle of phases of one plan that wait for each other."""
    plan = subject.plan
    assert plan is not None
    if not any(phase.dependencies for phase in plan.phases):
        return
    phases = by_number(plan)
    edges = {number: _waits_for(phase, phases) for number, phase in phases.items()}
    for cycle in _cycles(edges):
        yield _found(cycle, phases, edges, subject)


def _waits_for(phase: Phase, phases: dict[str, Phase]) -> dict[str, Dependency]:
    """The phases of this plan that a phase surely waits for, each with the words that say so."""
    found: dict[str, Dependency] = {}
    for dependency in phase.dependencies:
        if dependency.certain and not dependency.elsewhere:
            for number in dependency.numbers:
                if bare_number(number) in phases:
                    found.setdefault(bare_number(number), dependency)
    return found


def _cycles(edges: Edges) -> list[list[str]]:
    """One circle for each set of phases that wait for each other, in the order of the plan."""
    found: list[list[str]] = []
    finished: set[str] = set()
    for start in edges:
        path: list[str] = []
        stack = [(start, iter(edges[start]))] if start not in finished else []
        if stack:
            path.append(start)
        while stack:
            node, following = stack[-1]
            after = next((one for one in following if one not in finished), None)
            if after is None:
                finished.add(node)
                stack.pop()
                path.pop()
            elif after in path:
                found.append(path[path.index(after) :])
            else:
                path.append(after)
                stack.append((after, iter(edges[after])))
    return found


def _found(cycle: list[str], phases: dict[str, Phase], edges: Edges, subject: Subject) -> Found:
    order = list(phases)
    first = min(range(len(cycle)), key=lambda at: order.index(cycle[at]))
    cycle = cycle[first:] + cycle[:first]
    following = cycle[1:] + cycle[:1]
    steps = [edges[number][after] for number, after in zip(cycle, following, strict=True)]
    names = [phases[number].number or "" for number in cycle]
    chain = " → ".join((*names, names[0]))
    head = phases[cycle[0]]
    around = f", round a circle: {chain}" if len(cycle) > 1 else ""
    return Found(
        steps[0].span,
        f"{name_of(head)} waits for itself{around}",
        help="take out the dependency that is not real",
        ref=subject.phase_ref(head),
        mark=f"waits for {name_of(phases[following[0]])}",
        labels=tuple(
            Label(step.span, f"waits for {name_of(phases[after])}")
            for step, after in list(zip(steps, following, strict=True))[1:4]
        ),
        seen=chain,
    )


RULE = Rule(
    code="TP301",
    name="dependency-cycle",
    severity="error",
    scope="plan",
    summary="Phases of a plan wait for each other.",
    what=(
        "Reports phases whose dependencies lead round in a circle, and a phase that depends on "
        "itself. The message names the circle. Only dependencies that name phases of this plan "
        "and nothing else are followed."
    ),
    why="None of the phases can start. Somebody will start one all the same, by guessing.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

## Phases

### Phase 1: Masts

**Tasks**:
- [ ] Put up the masts

**Dependencies**: Phase 2 completion

### Phase 2: Cables

**Tasks**:
- [ ] Lay the cables

**Dependencies**: Phase 1 must be complete
""",
    good="""\
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

**Dependencies**: Phase 1 must be complete
""",
    check=check,
    limits="Circles that lead through other plans are not looked for.",
)
