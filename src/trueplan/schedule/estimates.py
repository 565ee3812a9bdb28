"""Estimates for work that has none, so that it can stand in a schedule."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.schedule.activity import SETTLED, Activity

_NOTHING_KNOWN = 1.0  # a session: what the template asks a phase to be about


def assume_estimates(
    activities: Iterable[Activity],
) -> tuple[tuple[Activity, ...], tuple[str, ...]]:
    """Give every activity an estimate, and say in sentences what was assumed for open work.

    One without an estimate gets the mean of those that its plan does estimate, done ones
    included; in a plan without any, one session.
    """
    activities = tuple(activities)
    known: dict[str, list[float]] = {}
    for one in activities:
        if one.sessions is not None:
            known.setdefault(one.plan, []).append(one.sessions)
    assumed: dict[str, int] = {}
    filled = []
    for one in activities:
        if one.sessions is not None:
            filled.append(one)
            continue
        if one.state not in SETTLED:
            assumed[one.plan] = assumed.get(one.plan, 0) + 1
        filled.append(one._replace(sessions=_mean(known.get(one.plan, []))))
    return tuple(filled), tuple(_say(plan, n, known) for plan, n in assumed.items())


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else _NOTHING_KNOWN


def _say(plan: str, number: int, known: dict[str, list[float]]) -> str:
    has = "phase has" if number == 1 else "phases have"
    mean = f"{_mean(known.get(plan, [])):.2f}".rstrip("0").rstrip(".")
    of_plan = ", the mean of the plan's others," if plan in known else ""
    unit = "session" if mean == "1" else "sessions"
    each = "" if number == 1 else " for each"
    return f"{plan}: {number} {has} no estimate in time; {mean} {unit}{of_plan} is assumed{each}"
