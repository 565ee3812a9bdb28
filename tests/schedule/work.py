"""Activities in few words."""

from __future__ import annotations

from trueplan.schedule.activity import Activity
from trueplan.schedule.calendar import Calendars
from trueplan.schedule.timetable import Timetable, Way, make_timetable

TUESDAY = "2026-03-10"


def work(ref: str, sessions: float | None, *after: str, owner: str = "") -> Activity:
    """An activity of the plan `p`, or of the one that its reference names before a `#`."""
    plan = ref.partition("#")[0] if "#" in ref else "p"
    return Activity(ref, plan, f"{plan}.md", ref, owner, sessions, sessions, sessions, after=after)


def timetable(*activities: Activity, method: str = "rule", start: str = TUESDAY) -> Timetable:
    """What is made of activities by the usual calendar."""
    return make_timetable(activities, Calendars(), Way(start, method))  # type: ignore[arg-type]


def times(table: Timetable) -> dict[str, tuple[float, float]]:
    """Earliest start and finish of each activity, in sessions."""
    paths = table.sessions
    return {
        one.ref: (paths.earliest_start[at], paths.earliest_finish[at])
        for at, one in enumerate(table.network.activities)
    }


def days(table: Timetable) -> dict[str, tuple[str, str]]:
    """First and last day of each activity."""
    paths = table.calendar
    return {
        one.ref: table.days(at, paths.earliest_start[at], paths.earliest_finish[at])
        for at, one in enumerate(table.network.activities)
    }
