"""What a person types to name a phase, an item or a risk of a plan, and what it means.

A reference is `PLAN#PLACE`. Places inside a plan::

    2           phase 2, by its number as written (`2a`, `3.1`, `A`)
    2~1, 2~2    the first and the second of two phases that are both numbered 2
    p3          the third phase of the document, where it has no number
    2.3         the third task of phase 2; `2.3.1` its first subtask
    2.t3        the same, where `2.3` is the number of a phase
    2.d1        the first deliverable; `2.a1` acceptance criterion, `2.o1` any other item
    f1 n1 g1    functional requirement, non-functional requirement, quality gate
    c1 t1 r1    other success criterion, task outside of phases, risk

Each has one place, and no two share one. Letters may be typed in either case, and leading zeros
of a phase's number be left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trueplan.errors import AmbiguousReference, UnknownReference
from trueplan.model.item import Item
from trueplan.model.phase import Phase
from trueplan.model.plan import Plan, Risk
from trueplan.record import Record


class Referred(Record):
    """An item and its place, with those nested in it."""

    place: str
    item: Item
    children: tuple[Referred, ...] = ()


class ReferredPhase(Record):
    """A phase and its place; `items` stand in the order of the document."""

    place: str
    phase: Phase
    items: tuple[Referred, ...]


class References(Record):
    """Everything in a plan that has a place."""

    phases: tuple[ReferredPhase, ...]
    tasks: tuple[Referred, ...]
    functional: tuple[Referred, ...]
    nonfunctional: tuple[Referred, ...]
    gates: tuple[Referred, ...]
    criteria: tuple[Referred, ...]
    risks: tuple[tuple[str, Risk], ...]


class Target(Record):
    """What a place names: a phase, an item (with its phase, if it has one), or a risk."""

    place: str
    phase: ReferredPhase | None = None
    item: Referred | None = None
    risk: Risk | None = None


def refer(plan: Plan) -> References:
    """Give everything in a plan its place."""
    places = phase_places(plan)
    taken = frozenset(places)
    criteria = plan.criteria
    return References(
        tuple(
            ReferredPhase(place, phase, _items_of(phase, place, taken))
            for place, phase in zip(places, plan.phases, strict=True)
        ),
        _numbered(plan.tasks, "t"),
        _numbered(criteria.functional, "f"),
        _numbered(criteria.nonfunctional, "n"),
        _numbered(criteria.gates, "g"),
        _numbered(criteria.others, "c"),
        tuple((f"r{number}", risk) for number, risk in enumerate(plan.risks, 1)),
    )


def phase_places(plan: Plan) -> tuple[str, ...]:
    """The place of each phase, in their order."""
    numbers = [_written(phase) for phase in plan.phases]
    counts: dict[str, int] = {}
    for number in numbers:
        counts[number] = counts.get(number, 0) + 1
    seen: dict[str, int] = {}
    places: list[str] = []
    for position, number in enumerate(numbers, 1):
        if not number:
            places.append(f"p{position}")
        elif counts[number] > 1:
            seen[number] = seen.get(number, 0) + 1
            places.append(f"{number}~{seen[number]}")
        else:
            places.append(number)
    return tuple(places)


def split_reference(word: str) -> tuple[str, str | None]:
    """The plan and the place in `PLAN#PLACE`; the place is None without a `#`."""
    plan, mark, place = word.rpartition("#")
    return (plan, place) if mark else (word, None)


def find_place(plan: Plan, ref: str, place: str) -> Target:
    """What `place` names in the plan called `ref`.

    Raises UnknownReference or AmbiguousReference, with the candidates in the help.
    """
    references = refer(plan)
    targets = {target.place.lower(): target for target in _targets(references)}
    wanted = place.strip().lower()
    found = targets.get(wanted) or targets.get(_long_form(wanted))
    if found is not None:
        return found
    same = [one for one in references.phases if _same_number(one.phase, wanted)]
    if len(same) == 1 and same[0].place != place:
        return Target(same[0].place, same[0])
    if same:
        raise AmbiguousReference(
            f"{ref} has {len(same)} phases numbered {place}",
            help="say which one:\n" + _listed(same, ref),
        )
    raise UnknownReference(
        f"there is no #{place} in {ref}", help=_what_there_is(references, ref, wanted)
    )


def _written(phase: Phase) -> str:
    """The number of a phase without spaces, and with a hyphen for what joins two numbers."""
    number = (phase.number or "").replace(" ", "")
    for joint in "–&/":
        number = number.replace(joint, "-")
    return number


def _same_number(phase: Phase, wanted: str) -> bool:
    number = _written(phase).lower()
    return bool(number) and (number.lstrip("0") or "0") == (wanted.lstrip("0") or "0")


def _items_of(phase: Phase, place: str, taken: frozenset[str]) -> tuple[Referred, ...]:
    clash = any(f"{place}.{number}" in taken for number in range(1, len(phase.tasks) + 1))
    found = (
        *_numbered(phase.tasks, f"{place}.t" if clash else f"{place}."),
        *_numbered(phase.deliverables, f"{place}.d"),
        *_numbered(phase.acceptance, f"{place}.a"),
        *_numbered(phase.others, f"{place}.o"),
    )
    return tuple(sorted(found, key=lambda one: one.item.span.start))


def _numbered(items: Iterable[Item], opening: str) -> tuple[Referred, ...]:
    return tuple(
        Referred(place, item, _numbered(item.children, f"{place}."))
        for number, item in enumerate(items, 1)
        if (place := f"{opening}{number}")
    )


def _targets(references: References) -> Iterator[Target]:
    for phase in references.phases:
        yield Target(phase.place, phase)
        for one in walk_referred(phase.items):
            yield Target(one.place, phase, one)
    for group in references[1:-1]:
        for one in walk_referred(group):
            yield Target(one.place, None, one)
    for place, risk in references.risks:
        yield Target(place, risk=risk)


def walk_referred(items: Iterable[Referred]) -> Iterator[Referred]:
    """All of `items` and what is nested in them, in the order of the document."""
    for one in items:
        yield one
        yield from walk_referred(one.children)


def _long_form(place: str) -> str:
    """`2.3` for `2.t3`: tasks may always be typed with their letter."""
    phase, dot, rest = place.partition(".t")
    return f"{phase}.{rest}" if dot and rest[:1].isdigit() else place


def _what_there_is(references: References, ref: str, wanted: str) -> str:
    opening = wanted.rpartition(".")[0]
    for phase in references.phases:
        if phase.place.lower() == opening:
            if not phase.items:
                add = f'`trueplan add task {ref}#{phase.place} "…"`'
                return f"#{phase.place} holds nothing yet: {add}"
            rows = [f"  {ref}#{one.place}  {_short(one.item.text)}" for one in phase.items[:12]]
            return f"#{phase.place} holds:\n" + "\n".join(rows)
    if references.phases:
        return "its phases:\n" + _listed(references.phases, ref)
    if references.tasks:
        return f"it has no phases; its tasks are #t1 to #t{len(references.tasks)}"
    return "it has neither phases nor tasks"


def _listed(phases: Iterable[ReferredPhase], ref: str) -> str:
    rows = (f"  {ref}#{one.place}  {_short(one.phase.title)}" for one in phases)
    return "\n".join(row.rstrip() for row in rows)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59].rstrip() + "…"
