"""Which phases of a plan wait for which: by name, or because they stand behind them."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.model.phase import Phase
from trueplan.model.plan import Plan
from trueplan.record import Record


class Precedence(Record):
    """For each phase the positions that it waits for, and the phases that the plan ends with.

    What is waited for through another is left out, so that there are about as many waits as
    phases, however long the plan.
    """

    before: tuple[tuple[int, ...], ...]
    ends: tuple[int, ...]


def find_precedence(plan: Plan, states: Sequence[str]) -> Precedence:
    """The waits of each phase, its state among `states`, as `derive_standing` means them.

    A phase waits for those that it names. One that names none waits for all before it, unless it
    says that it waits for nothing or is in progress already. What is called off holds nothing up.
    """
    named = named_dependencies(plan)
    before: list[tuple[int, ...]] = []
    # The ends of what came so far, open ones and done ones: a done phase says nothing of those
    # before it, so that it cannot stand for an open one.
    open_ends: dict[int, None] = {}
    done_ends: dict[int, None] = {}
    for position, phase in enumerate(plan.phases):
        state = states[position]
        if state == "cancelled":
            before.append(())
            continue
        done = state == "done"
        waits: tuple[int, ...]
        if named[position]:
            waits = tuple(one for one in named[position] if states[one] != "cancelled")
        elif says_nothing_is_needed(phase):
            waits = ()
        elif done or state == "in_progress":
            waits = tuple(done_ends)
        else:
            waits = (*open_ends, *done_ends)
            waits = tuple(one for one in sorted(waits) if position not in named[one])
        before.append(waits)
        for one in waits:
            done_ends.pop(one, None)
            if not done:
                open_ends.pop(one, None)
        (done_ends if done else open_ends)[position] = None
    return Precedence(tuple(before), tuple(sorted((*open_ends, *done_ends))))


def named_dependencies(plan: Plan) -> list[list[int]]:
    """For each phase the positions of those that it names as its dependencies, itself left out."""
    numbered: dict[str, list[int]] = {}
    for position, phase in enumerate(plan.phases):
        if phase.number is not None:
            numbered.setdefault(phase.number.lower(), []).append(position)
    return [
        sorted(
            {
                other
                for dependency in phase.dependencies
                if not dependency.elsewhere or (dependency.plan or "").startswith("#")
                for number in dependency.numbers
                for other in numbered.get(number.lower(), ())
                if other != position
            }
        )
        for position, phase in enumerate(plan.phases)
    ]


def says_nothing_is_needed(phase: Phase) -> bool:
    """Whether a field for dependencies is there and names nothing."""
    return not phase.dependencies and any(
        field.key == "depends" and field.value.value for field in phase.fields
    )
