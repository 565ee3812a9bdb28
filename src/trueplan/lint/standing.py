"""How a phase stands: what its marks and its boxes say together."""

from __future__ import annotations

from trueplan.model.item import Item, count
from trueplan.model.phase import Phase, bare_number
from trueplan.model.plan import Plan
from trueplan.reader.deferral import Owed
from trueplan.record import Literal

Standing = Literal["done", "open", "untouched", "cancelled", "contradictory", "unknown"]


def standing(phase: Phase, owed: Owed) -> Standing:
    """What is known of a phase from itself, without the progress list.

    "untouched" has no ticked task, "open" some; "contradictory" is called done while work is
    open, or open while all work is done; "unknown" has neither boxes nor marks.
    """
    if phase.marked_cancelled:
        return "cancelled"
    tasks = count(phase.tasks)
    is_open = bool(owed.open(phase.tasks) or owed.open(phase.acceptance))
    if phase.marked_done:
        return "contradictory" if is_open else "done"
    said = phase.status.value if phase.status is not None else None
    if is_open:
        begun = tasks.done or any(item.state == "in_progress" for item in phase.tasks)
        return "open" if begun or said == "in_progress" else "untouched"
    if tasks.total and tasks.done == tasks.total:
        return "contradictory" if said is not None else "done"
    if said in ("planned", "in_progress"):
        return "open" if said == "in_progress" else "untouched"
    return "unknown"


def phases_below_headings(plan: Plan) -> list[Phase]:
    """The phases that have a heading of their own and, like their plan, were not called off."""
    status = plan.header.status
    if status is not None and status.value == "cancelled":
        return []
    return [
        phase
        for phase in plan.phases
        if isinstance(phase.level, int) and not phase.marked_cancelled
    ]


def is_sketched(phase: Phase, plan: Plan) -> bool:
    """Whether guidance in a phase still says what belongs there; TP107 speaks of that."""
    return any(one.guidance and phase.span.contains(one.span) for one in plan.placeholders)


def phases_ahead(plan: Plan) -> list[Phase]:
    """The phases that are neither marked done nor called off; none where the plan is closed."""
    status = plan.header.status
    if status is not None and status.value in ("completed", "cancelled"):
        return []
    return [phase for phase in plan.phases if not (phase.marked_done or phase.marked_cancelled)]


def name_of(phase: Phase) -> str:
    """What a message calls a phase: "phase 2", or its title where it has no number."""
    if phase.number is None:
        return f"“{phase.title}”"
    return f"{phase.word or 'phase'} {phase.number}"


def open_parts(tasks: list[Item], acceptance: list[Item], phase: Phase) -> str:
    """The open work of a phase in words: "2 of its 4 tasks and 1 acceptance criterion"."""
    parts: list[str] = []
    if tasks:
        parts.append(portion(len(tasks), count(phase.tasks).total, "task"))
    if acceptance:
        total = count(phase.acceptance).total
        parts.append(portion(len(acceptance), total, "acceptance criterion"))
    verb = "is" if len(tasks) + len(acceptance) == 1 else "are"
    return f"{' and '.join(parts)} {verb} open"


def portion(some: int, total: int, noun: str) -> str:
    """A part of a number of things: "2 of its 4 tasks", "its only task"."""
    if total == 1:
        return f"its only {noun}"
    plural = noun.removesuffix("on") + "a" if noun.endswith("criterion") else noun + "s"
    return f"all of its {total} {plural}" if some == total else f"{some} of its {total} {plural}"


def by_number(plan: Plan) -> dict[str, Phase]:
    """The phases by their number; a number that two phases share means neither."""
    phases: dict[str, Phase] = {}
    twice: set[str] = set()
    for phase in plan.phases:
        if phase.number is not None:
            number = bare_number(phase.number)
            if number in phases:
                twice.add(number)
            phases[number] = phase
    return {number: phase for number, phase in phases.items() if number not in twice}
