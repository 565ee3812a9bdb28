"""A schedule as the values that pictures are made of."""

from __future__ import annotations

from trueplan.app.scheduled import PlanEnd, Row, Scheduled
from trueplan.chart.gantt import Bar, Gantt, Mark


def chart_of(scheduled: Scheduled) -> Gantt:
    """What a Gantt chart of the schedule shows; without what has no day, or a target behind."""
    return Gantt(
        "Schedule",
        scheduled.today,
        tuple(
            _bar(row, plan, last)
            for plan, rows in scheduled.by_plan()
            for row in rows
            if (last := row.last_day) is not None
        ),
        tuple(
            Mark(plan.target, plan.ref, "target")
            for plan in scheduled.plans
            if plan.target is not None and not plan.overdue
        ),
    )


def _bar(row: Row, plan: PlanEnd, last: str) -> Bar:
    place = row.ref.removeprefix(row.plan)
    return Bar(
        f"{place} {row.title}".strip(),
        plan.ref,
        row.first_day or last,
        last,
        row.state,
        row.critical,
        row.done_share,
        row.owner,
        row.after,
        row.ref,
    )
