"""What to do first: what waits for a phase, and how far it can slip."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.app.activities import PlanRead, make_activities
from trueplan.record import Record
from trueplan.schedule.activity import SETTLED
from trueplan.schedule.clock import session_clock
from trueplan.schedule.critical_path import pass_backward, pass_forward
from trueplan.schedule.dependents import count_dependents
from trueplan.schedule.estimates import assume_estimates
from trueplan.schedule.network import build_network

_GRAIN = 6  # digits of a session that tell


class Rank(Record):
    """How many open phases wait for a phase, over any number of steps, and its slack.

    Slack is the sessions by which it can slip before its plan, or one that waits for it, ends
    later, as if nobody were busy.
    """

    unblocks: int
    slack: float


def rank_phases(plans: Iterable[PlanRead]) -> dict[str, Rank]:
    """The ranks of all open phases by reference, and of plans that have none."""
    activities, _ = assume_estimates(make_activities(plans))
    settled = {one.ref for one in activities if one.state in SETTLED}
    network = build_network(
        one._replace(after=tuple(ref for ref in one.after if ref not in settled))
        if one.after
        else one
        for one in activities
        if one.ref not in settled
    )
    clock = session_clock(network.activities)
    start, finish = pass_forward(network.before, network.order, clock)
    ends: dict[str, float] = {}
    for one, time in zip(network.activities, finish, strict=True):
        ends[one.plan] = max(ends.get(one.plan, 0.0), time)
    limits = [ends[one.plan] for one in network.activities]
    latest, _ = pass_backward(network.before, network.order, clock, limits)
    behind = count_dependents(network.after, network.order)
    return {
        one.ref: Rank(behind[at], max(round(latest[at] - start[at], _GRAIN), 0.0))
        for at, one in enumerate(network.activities)
    }
