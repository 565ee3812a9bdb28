"""What phases really took, for whoever plans ahead: out of git and the journals."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.effort import Effort
from trueplan.app.finished_phases import measure_efforts
from trueplan.app.plan_files import PlanFile
from trueplan.app.plan_past import PlanPast, PlansPast, read_plans_past
from trueplan.app.repository import Repository
from trueplan.errors import GitError
from trueplan.model.actual import Actual


def recall_actuals(
    repository: Repository, files: Sequence[PlanFile], today: str
) -> dict[str, Actual]:
    """What is known by reference of phases, and of plans without phases; nothing without git."""
    if not repository.in_git:
        return {}
    try:
        pasts = read_plans_past(repository, files, today)
        efforts = measure_efforts(repository, pasts)
    except GitError:
        return {}  # the plans can be scheduled all the same
    return actuals_of(pasts, efforts)


def actuals_of(pasts: PlansPast, efforts: Sequence[Effort]) -> dict[str, Actual]:
    """What is known by reference, from the pasts of plans and what went into them."""
    found: dict[str, Actual] = {}
    for past, effort in zip(pasts.plans, efforts, strict=True):
        ref = past.file.ref
        found[ref] = _of_plan(past, effort)
        found |= {f"{ref}#{place}": actual for place, actual in effort.phases.items()}
    return found


def _of_plan(past: PlanPast, effort: Effort) -> Actual:
    """A plan as one piece of work: from its start to its completion, as events tell."""
    started = next((one.day for one in past.life.events if one.kind == "started"), None)
    finished = None
    if past.life.last.snapshot.state == "completed":
        done = [one.day for one in past.life.events if one.kind == "completed"]
        finished = done[-1] if done else None
    return Actual(started, finished, effort.sessions, effort.source)
