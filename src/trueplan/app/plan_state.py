"""Where a plan stands after a change, in short."""

from __future__ import annotations

from trueplan.app.change import Carried, FileEdits
from trueplan.app.repository import Repository
from trueplan.model.item import Count, count
from trueplan.model.references import phase_places
from trueplan.model.standing import derive_standing
from trueplan.reader.plan import read_plan
from trueplan.record import Record
from trueplan.workspace.naming import short_name


class PhaseLine(Record):
    """A phase with its state and its tasks."""

    ref: str
    title: str
    state: str
    tasks: Count


class PlanState(Record):
    """A plan by its counts. `digest` is the SHA-256 of its bytes."""

    ref: str
    path: str
    digest: str
    status: str | None
    tasks: Count
    criteria: Count
    phases: tuple[PhaseLine, ...]


def state_after(repository: Repository, carried: Carried) -> PlanState | None:
    """The state of the plan that a change is about; None where it is about none."""
    change = carried.change
    file = next((one for one in change.files if one.path == change.plan), None)
    return None if file is None else _state(file, repository)


def _state(file: FileEdits, repository: Repository) -> PlanState | None:
    from hashlib import sha256

    if file.after is None:
        return None
    ref = short_name(file.path)
    plan = read_plan(file.after, repository.configuration.lint.rates)
    standing = derive_standing(plan)
    return PlanState(
        ref,
        file.path,
        sha256(file.after).hexdigest(),
        standing.state if standing.told else None,
        plan.work,
        count(plan.criteria.all),
        tuple(
            PhaseLine(f"{ref}#{place}", phase.title, one.state, count(phase.tasks))
            for phase, place, one in zip(
                plan.phases, phase_places(plan), standing.phases, strict=True
            )
        ),
    )
