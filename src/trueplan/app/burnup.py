"""How a plan filled up: what was done, of how much, day by day."""

from __future__ import annotations

from trueplan.app.history import tell_remarks
from trueplan.app.plan_files import open_plan
from trueplan.app.plan_past import read_plans_past
from trueplan.app.titles import title_of
from trueplan.errors import UsageError
from trueplan.history.life import Life
from trueplan.history.pace import Slip, find_slips
from trueplan.history.progress import (
    PROOF,
    Day,
    first_scope,
    follow_progress,
    kinds_of_proof,
    kinds_of_work,
)
from trueplan.history.spans import PhaseSpan, find_spans
from trueplan.record import AnyPath, Literal, Record

__all__ = ["MEASURES", "BurnUp", "Day", "Measure", "follow_plan"]

Measure = Literal["work", "proof", "all"]
MEASURES: tuple[Measure, ...] = ("work", "proof", "all")
_ALL = ("task", "deliverable", "other", *PROOF)


class BurnUp(Record):
    """The boxes of a plan through time; `unit` names what is counted, as "tasks" or "criteria".

    `begun_with` is the scope of the first revision. `target` is the last day of the target as it is
    now, `slips` how it got there.
    """

    ref: str
    path: str
    title: str
    unit: str
    days: tuple[Day, ...]
    begun_with: int
    target: str | None
    slips: tuple[Slip, ...]
    phases: tuple[PhaseSpan, ...]
    today: str
    uncommitted: int
    remarks: tuple[str, ...]


def follow_plan(word: str, folder: AnyPath, today: str, measure: Measure = "work") -> BurnUp:
    """The boxes of the plan that `word` names, day by day up to `today`.

    Raises UsageError where there are none, and GitError.
    """
    repository, file = open_plan(word, folder)
    pasts = read_plans_past(repository, [file], today)
    past = pasts.plans[0]
    kinds = _kinds(past.life, measure)
    days = follow_progress(past.life, kinds)
    if not any(one.scope or one.cancelled for one in days):
        raise UsageError(
            f"{file.ref} has no boxes to count",
            help=f"`trueplan show {file.ref}` shows what it has",
        )
    target = file.plan.header.target
    return BurnUp(
        file.ref,
        file.path,
        title_of(file.plan, file.ref),
        _unit(kinds, measure),
        days,
        first_scope(past.life, kinds),
        target.last if target is not None else None,
        find_slips(past.life),
        find_spans(past.life),
        today,
        past.uncommitted,
        tell_remarks(pasts, past),
    )


def _kinds(life: Life, measure: Measure) -> tuple[str, ...]:
    if measure == "all":
        return _ALL
    return kinds_of_work(life) if measure == "work" else kinds_of_proof(life)


def _unit(kinds: tuple[str, ...], measure: Measure) -> str:
    if measure == "all":
        return "boxes"
    if measure == "proof":
        return "criteria"
    return {"task": "tasks", "deliverable": "outputs"}.get(kinds[0], "criteria")
