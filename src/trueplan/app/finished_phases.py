"""Phases that ended and had an estimate: what was thought beside what it took."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.effort import Effort, measure_effort
from trueplan.app.named_work import read_named_days
from trueplan.app.plan_past import PlansPast
from trueplan.app.repository import Repository
from trueplan.record import Record


class PhaseRecord(Record):
    """A finished phase with an estimate: what was thought, what it took, and how that is known."""

    ref: str
    title: str
    owner: str
    estimate: float
    actual: float
    source: str
    started: str | None
    finished: str | None

    @property
    def ratio(self) -> float:
        """What it took, in estimates."""
        return self.actual / self.estimate


def measure_efforts(repository: Repository, pasts: PlansPast) -> list[Effort]:
    """What went into each of the plans. Raises GitError."""
    files = [one.file for one in pasts.plans]
    named = read_named_days(repository, files) if pasts.past is not None else {}
    return [measure_effort(repository, one, named.get(one.file.path, ())) for one in pasts.plans]


def finished_phases(pasts: PlansPast, efforts: Sequence[Effort]) -> tuple[PhaseRecord, ...]:
    """The phases that were seen to end, have an estimate, and are known to have taken something."""
    found = []
    for past, effort in zip(pasts.plans, efforts, strict=True):
        owner = past.file.plan.header.owner
        for span in effort.spans:
            actual = effort.phases[span.place]
            if span.finished is None or not span.estimate or not actual.sessions:
                continue
            found.append(
                PhaseRecord(
                    f"{past.file.ref}#{span.place}",
                    span.title,
                    owner.value if owner is not None else "",
                    span.estimate,
                    actual.sessions,
                    actual.source,
                    span.started,
                    span.finished,
                )
            )
    return tuple(sorted(found, key=lambda one: (one.finished or "", one.ref)))
