"""The rows of a schedule: what is known of each activity, and when it is done."""

from __future__ import annotations

from trueplan.app.scheduled import PlanEnd, Row, Times
from trueplan.app.work import PlanWork
from trueplan.schedule.activity import SETTLED, Activity, remaining_sessions
from trueplan.schedule.timetable import Timetable
from trueplan.text.day import days_between


def make_rows(
    activities: tuple[Activity, ...], table: Timetable, estimated: set[str]
) -> tuple[Row, ...]:
    """The rows of `activities`, those that were called off left out; `estimated` ones say how long.

    What is open has its times from `table`.
    """
    busy = {later: earlier for earlier, later in table.arcs}
    network = table.network
    rows = []
    for one in activities:
        if one.state == "cancelled":
            continue
        row = _settled_row(one, one.ref not in estimated)
        at = network.positions.get(one.ref)
        if at is not None:
            paths = table.calendar
            row = row._replace(
                earliest=_times(
                    table,
                    at,
                    (table.sessions.earliest_start[at], table.sessions.earliest_finish[at]),
                    (paths.earliest_start[at], paths.earliest_finish[at]),
                ),
                latest=_times(
                    table,
                    at,
                    (table.sessions.latest_start[at], table.sessions.latest_finish[at]),
                    (paths.latest_start[at], paths.latest_finish[at]),
                ),
                slack=paths.slack[at],
                free_slack=paths.free_slack[at],
                critical=paths.slack[at] == 0,
                owner_busy_with=network.activities[busy[at]].ref if at in busy else None,
            )
        rows.append(row)
    return tuple(rows)


def _settled_row(one: Activity, assumed: bool) -> Row:
    """What is known of an activity without a schedule."""
    return Row(
        one.ref,
        one.plan,
        one.title,
        one.owner,
        one.state,
        one.sessions or 0.0,
        assumed,
        remaining_sessions(one),
        one.done_share,
        one.started,
        one.finished,
        one.after,
    )


def _times(
    table: Timetable, at: int, sessions: tuple[float, float], calendar: tuple[float, float]
) -> Times:
    return Times(*sessions, *table.days(at, *calendar))


def make_end(plan: PlanWork, rows: list[Row], today: str) -> PlanEnd:
    """When a plan with `rows` is done, beside its target."""
    finish = max((day for row in rows if (day := row.last_day)), default=None)
    target = plan.target
    return PlanEnd(
        plan.ref,
        plan.path,
        plan.title,
        plan.owner,
        plan.state,
        target,
        finish,
        days_between(finish, target) if finish is not None and target is not None else None,
        target is not None and target < today and any(row.state not in SETTLED for row in rows),
    )
