"""Plans as activities: their phases, or themselves, with what they wait for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from trueplan.app.plan_files import (
    PlanFile,
)
from trueplan.app.titles import title_of
from trueplan.app.waiting import Elsewhere, Neighbours, Outside
from trueplan.model.actual import Actual
from trueplan.model.estimate import Estimate
from trueplan.model.item import count
from trueplan.model.phase import Phase, bare_number
from trueplan.model.plan import Plan
from trueplan.model.precedence import Precedence, find_precedence
from trueplan.model.references import phase_places
from trueplan.model.standing import (
    PhaseState,
    Standing,
    derive_standing,
    phase_name,
    work_items,
)
from trueplan.model.status import PlanState
from trueplan.record import Record
from trueplan.schedule.activity import Activity

_OF_A_PLAN: dict[PlanState, PhaseState] = {
    "planned": "ready",
    "in_progress": "in_progress",
    "paused": "blocked",
    "completed": "done",
    "cancelled": "cancelled",
}


class PlanRead(Record):
    """A plan, how far it is, and what it waits for; `named` says that it was asked for by name."""

    file: PlanFile
    standing: Standing
    outside: Outside
    named: bool = False


def read_plan_standing(file: PlanFile, neighbours: Neighbours, *, named: bool = False) -> PlanRead:
    """Look how far a plan is, with what it waits for in view."""
    outside = neighbours.outside(file.path, file.plan)
    waits = neighbours.waits(file.path, file.plan, outside)
    return PlanRead(file, derive_standing(file.plan, waits), outside, named)


def state_of_plan(state: PlanState) -> PhaseState:
    """The state of a plan as that of one piece of work."""
    return _OF_A_PLAN[state]


class _Laid(Record):
    """A plan with the places and the order of its phases; `states` as those of activities."""

    read: PlanRead
    ref: str
    places: tuple[str, ...]
    states: tuple[PhaseState, ...]
    precedence: Precedence

    @property
    def is_whole(self) -> bool:
        """Whether a plan is one piece of work: without phases, or with a log of progress alone."""
        return not self.places or self.read.standing.logged

    def at(self, position: int) -> str:
        """The reference of a phase."""
        return f"{self.ref}#{self.places[position]}"


def make_activities(
    plans: Iterable[PlanRead], actuals: Mapping[str, Actual] | None = None
) -> list[Activity]:
    """The activities of plans, in the order of plans and phases.

    What one waits for in plans that are not given is left out. `actuals` tells by reference what
    is known of the past.
    """
    laid = [_lay(one) for one in plans]
    refs = _references(laid)
    return [activity for one in laid for activity in _activities(one, refs, actuals or {})]


def phase_ref(one: PlanRead, position: int) -> str:
    """The reference of a phase."""
    return f"{one.file.ref}#{phase_places(one.file.plan)[position]}"


def _lay(one: PlanRead) -> _Laid:
    """In a plan that is completed, what was not called off is done."""
    states = tuple(phase.state for phase in one.standing.phases)
    if one.standing.state == "completed":
        states = tuple("cancelled" if state == "cancelled" else "done" for state in states)
    plan = one.file.plan
    return _Laid(one, one.file.ref, phase_places(plan), states, find_precedence(plan, states))


def _references(laid: Iterable[_Laid]) -> dict[Elsewhere, tuple[str, ...]]:
    """What a wait for a plan or for a phase means: the references of activities."""
    refs: dict[Elsewhere, tuple[str, ...]] = {}
    for one in laid:
        path = one.read.file.path
        if one.is_whole:
            refs[Elsewhere(path)] = (one.ref,)
            continue
        refs[Elsewhere(path)] = tuple(one.at(end) for end in one.precedence.ends)
        for position, place in enumerate(one.places):
            refs[Elsewhere(path, place)] = (one.at(position),)
    return refs


def owner_of(plan: Plan) -> str:
    """Who owns a plan, "" where nobody is named."""
    return plan.header.owner.value.strip() if plan.header.owner is not None else ""


def _activities(
    one: _Laid, refs: Mapping[Elsewhere, tuple[str, ...]], actuals: Mapping[str, Actual]
) -> list[Activity]:
    waits = one.read.outside
    whole = tuple(ref for other in waits.plan for ref in refs.get(other, ()))
    if one.is_whole:
        single = (ref for _, other in waits.phases for ref in refs.get(other, ()))
        return [_of_plan(one.read, (*whole, *single), actuals)]
    plan = one.read.file.plan
    dates = _dates_done(plan)
    owner = owner_of(plan)
    outside: dict[int, list[str]] = {}
    for position, other in waits.phases:
        outside.setdefault(position, []).extend(refs.get(other, ()))
    activities = []
    for position, phase in enumerate(plan.phases):
        before = one.precedence.before[position]
        after = [one.at(other) for other in before]
        if all(one.states[other] == "done" for other in before):
            after += whole
        after += outside.get(position, ())
        ref = one.at(position)
        activity = Activity(
            ref,
            one.ref,
            one.read.file.path,
            phase.title or phase_name(phase, one.places[position]),
            _owner_of_phase(phase) or owner,
            done_share=_share(count(work_items(phase))[:2]),
            state=one.states[position],
            finished=dates.get(bare_number(phase.number)) if phase.number is not None else None,
            after=tuple(dict.fromkeys(after)),
        )
        activities.append(_with_actual(_estimated(activity, phase.estimate), actuals.get(ref)))
    return activities


def _of_plan(one: PlanRead, after: tuple[str, ...], actuals: Mapping[str, Actual]) -> Activity:
    plan, ref = one.file.plan, one.file.ref
    activity = Activity(
        ref,
        ref,
        one.file.path,
        title_of(plan, ref),
        owner_of(plan),
        done_share=_share(count(plan.tasks)[:2]),
        state=state_of_plan(one.standing.state),
        after=tuple(dict.fromkeys(after)),
    )
    return _with_actual(_estimated(activity, plan.header.estimate), actuals.get(ref))


def _share(counts: Sequence[int]) -> float:
    done, total = counts
    return done / total if total else 0.0


def _owner_of_phase(phase: Phase) -> str:
    return next((one.value.value.strip() for one in phase.fields if one.key == "owner"), "")


def _dates_done(plan: Plan) -> dict[str, str]:
    """The days on which the list of completed phases says that phases were done."""
    return {
        bare_number(row.number): row.date.last
        for row in plan.progress.rows
        if row.number is not None and row.done and row.date is not None and row.date.last
    }


def _estimated(activity: Activity, estimate: Estimate | None) -> Activity:
    if estimate is None or estimate.sessions is None:
        return activity
    return activity._replace(sessions=estimate.sessions, low=estimate.low, high=estimate.high)


def _with_actual(activity: Activity, actual: Actual | None) -> Activity:
    """What the past tells: days, and sessions spent; open work has no last day."""
    settled = activity.state == "done"
    finished = activity.finished if settled else None
    if actual is None:
        return activity._replace(finished=finished)
    return activity._replace(
        started=actual.started,
        finished=actual.finished or finished if settled else None,
        spent=actual.sessions,
    )
