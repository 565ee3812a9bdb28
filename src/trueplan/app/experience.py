"""What finished and running phases teach about estimates, out of git and the journals."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.effort import Effort
from trueplan.app.plan_past import PlanPast
from trueplan.forecast.experience import Experience, learn
from trueplan.forecast.observation import Observation
from trueplan.forecast.work import Finished, Running
from trueplan.history.spans import PhaseSpan
from trueplan.record import Record
from trueplan.schedule.levelling import name_resource


class Seen(Record):
    """A phase of the past: the plan it is of, who owns that, and what it took up to now."""

    ref: str
    plan: str
    role: str
    span: PhaseSpan
    sessions: float | None
    days: tuple[str, ...]


def see_phases(pasts: Sequence[PlanPast], efforts: Sequence[Effort]) -> list[Seen]:
    """The phases of plans that were seen to begin, in the order of plans and phases."""
    found = []
    for past, effort in zip(pasts, efforts, strict=True):
        owner = past.file.plan.header.owner
        role = owner.value.strip() if owner is not None else ""
        for span in effort.spans:
            if span.started is None:
                continue
            last = span.finished or "9999-12-31"
            days = tuple(day for day in effort.days if span.started <= day <= last)
            sessions = effort.phases[span.place].sessions
            ref = f"{past.file.ref}#{span.place}"
            found.append(Seen(ref, past.file.ref, role, span, sessions, days))
    return found


def learn_from(seen: Sequence[Seen]) -> Experience:
    """What is known about the ratio of actual to estimate."""
    return learn(
        [
            Finished(
                one.ref, one.plan, one.role, one.span.estimate, one.sessions, one.span.finished
            )
            for one in seen
            if one.span.finished is not None
        ],
        [
            Running(one.ref, one.plan, one.role, one.span.estimate, one.sessions or 0.0)
            for one in seen
            if one.span.finished is None and one.span.state == "in_progress"
        ],
    )


def observe(seen: Sequence[Seen]) -> list[Observation]:
    """The same as a replay takes them."""
    return [
        Observation(
            one.ref,
            one.plan,
            one.role,
            one.span.started or "",
            one.span.finished,
            one.span.estimate,
            one.sessions,
            one.days,
            name_resource(one.role, one.plan),
        )
        for one in seen
        if one.span.finished is not None or one.span.state == "in_progress"
    ]
