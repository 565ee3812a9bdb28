"""What is followed of a plan through its revisions: one revision, as plain values."""

from __future__ import annotations

from trueplan.history.approval import find_approval
from trueplan.history.wording import wording
from trueplan.model.item import Item, ItemKind, ItemState
from trueplan.model.phase import Phase
from trueplan.model.plan import Plan, Risk
from trueplan.model.references import Referred, refer, walk_referred
from trueplan.model.standing import PhaseState, derive_standing
from trueplan.model.status import PlanState
from trueplan.record import Record
from trueplan.text.words import one_line


class SeenPhase(Record):
    """A phase: its place ("2"), title, state, and its estimate in sessions.

    `words` are what the title says, as `wording` has it; the same goes for items and risks.
    """

    place: str
    title: str
    words: str
    state: PhaseState
    estimate: float | None


class SeenItem(Record):
    """A box, or a task without one (`state` is then None); `phase` is a position, -1 for none."""

    place: str
    kind: ItemKind
    text: str
    words: str
    state: ItemState | None
    phase: int


class SeenRisk(Record):
    """A risk, and how likely and how bad it is called."""

    place: str
    text: str
    words: str
    rating: str


class Snapshot(Record):
    """A revision of a plan. `told` says that `state` comes from its status, not from its boxes.

    `target` is the last ISO day of the target, or what stands there where that is no day.
    `approval` is what says that the plan is approved, "" where nothing does.
    """

    title: str
    state: PlanState
    told: bool
    status: str
    target: str
    owner: str
    approval: str
    phases: tuple[SeenPhase, ...]
    items: tuple[SeenItem, ...]
    risks: tuple[SeenRisk, ...]
    notes: tuple[str, ...]


def take_snapshot(plan: Plan) -> Snapshot:
    """Take from a plan what is followed of it."""
    references = refer(plan)
    standing = derive_standing(plan)
    header = plan.header
    target = header.target
    items: list[SeenItem] = []
    for position, phase in enumerate(references.phases):
        _add(items, phase.items, position)
    for group in references[1:-1]:
        _add(items, group, -1)
    return Snapshot(
        one_line(plan.title.value) if plan.title is not None else "",
        standing.state,
        standing.told,
        one_line(header.status.raw) if header.status is not None else "",
        (target.last or one_line(target.raw)) if target is not None else "",
        one_line(header.owner.value) if header.owner is not None else "",
        find_approval(plan),
        tuple(
            _see_phase(one.place, one.phase, state.state)
            for one, state in zip(references.phases, standing.phases, strict=True)
        ),
        tuple(items),
        tuple(_see_risk(place, risk) for place, risk in references.risks),
        tuple(one_line(one.text.value) for one in plan.notes),
    )


def _see_phase(place: str, phase: Phase, state: PhaseState) -> SeenPhase:
    title = one_line(phase.title)
    said = phase.estimate.sessions if phase.estimate is not None else None
    sessions = None if said is None else round(said, 4)  # so that it is the same as text
    return SeenPhase(place, title, wording(title), state, sessions)


def _see_risk(place: str, risk: Risk) -> SeenRisk:
    text = one_line(risk.text.value)
    rating = ", ".join(one_line(one.value) for one in (risk.likelihood, risk.impact) if one)
    return SeenRisk(place, text, wording(text), rating)


def _add(items: list[SeenItem], group: tuple[Referred, ...], phase: int) -> None:
    for one in walk_referred(group):
        item: Item = one.item
        if item.state is not None or item.kind == "task":
            text = one_line(item.text)
            items.append(SeenItem(one.place, item.kind, text, wording(text), item.state, phase))
