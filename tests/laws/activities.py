"""Hypothesis strategies: work that waits for other work."""

from __future__ import annotations

from hypothesis import strategies as st

from trueplan.schedule.activity import Activity
from trueplan.schedule.calendar import Calendar, Calendars

_OWNERS = ("", "Ann", "Ben")
_SESSIONS = st.sampled_from((0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 1 / 3, 7.0))
_DAYS_OFF = st.lists(
    st.sampled_from(
        (
            ("2026-03-09", "2026-03-11"),
            ("2026-03-13", "2026-03-13"),
            ("2026-03-14", "2026-03-20"),
            ("2026-03-18", "2026-04-02"),
        )
    ),
    max_size=2,
)


@st.composite
def activities(draw: st.DrawFn, *, most: int = 9, circles: bool = False) -> list[Activity]:
    """Some activities of two plans; without `circles` each waits for earlier ones alone."""
    number = draw(st.integers(1, most))
    made = []
    for at in range(number):
        others = range(number if circles else at)
        causes = draw(st.sets(st.sampled_from(others), max_size=3)) if others else set()
        sessions = draw(_SESSIONS)
        made.append(
            Activity(
                f"{at}",
                f"p{draw(st.integers(0, 1))}",
                "",
                "",
                draw(st.sampled_from(_OWNERS)),
                sessions,
                sessions,
                sessions,
                draw(st.sampled_from((0.0, 0.0, 0.5))),
                after=tuple(f"{one}" for one in sorted(causes)),
            )
        )
    return made


@st.composite
def calendars(draw: st.DrawFn) -> Calendars:
    """A calendar of everybody, and one of Ann's own."""
    pace = st.sampled_from((1.0, 2.5, 3.0, 5.0, 10.0))
    weekdays = tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1))))
    everybody = Calendar(draw(pace), weekdays, tuple(draw(_DAYS_OFF)))
    ann = everybody._replace(sessions_per_week=draw(pace), days_off=tuple(draw(_DAYS_OFF)))
    return Calendars(everybody, (("Ann", ann),))
