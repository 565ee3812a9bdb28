"""The schedule as Microsoft Project XML, which most planning programs read.

A plan is a summary task, its phases are tasks below it, owners are resources. A working day has
the hours of the sessions that everybody does in it; a role that does fewer or more has fewer or
more units. Tasks are scheduled by hand, so that their days stay what they are here.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from trueplan.app.scheduled import Row, Scheduled
from trueplan.schedule.calendar import Calendar
from trueplan.wire.encoding import encodable

_MORNING = 8  # o'clock
_MOST_HOURS = 15.0


def project_xml(scheduled: Scheduled, name: str) -> bytes:
    """The schedule as a project; phases without a day are left out."""
    writer = _Writer(scheduled)
    lines = [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
        '<Project xmlns="http://schemas.microsoft.com/project">',
        *_leaf("Name", name),
        *_leaf("Title", name),
        *_leaf("ScheduleFromStart", "1"),
        *_leaf("StartDate", writer.begin(scheduled.start)),
        *_leaf("FinishDate", writer.end(scheduled.finish or scheduled.start)),
        *_leaf("CalendarUID", "1"),
        *_leaf("MinutesPerDay", str(round(writer.hours * 60))),
        *_leaf("CurrentDate", writer.begin(scheduled.today)),
        *_block("Calendars", writer.calendars()),
        *_block("Tasks", writer.tasks()),
        *_block("Resources", writer.resources()),
        *_block("Assignments", writer.assignments()),
        "</Project>",
    ]
    return ("\n".join(lines) + "\n").encode()


class _Writer:
    """What the parts of the file share: numbers of tasks and resources, hours of a day."""

    def __init__(self, scheduled: Scheduled) -> None:
        self.scheduled = scheduled
        everybody = scheduled.calendars.everybody
        self.pace = everybody.sessions_per_week
        a_day = self.pace / len(everybody.weekdays) * scheduled.session_hours
        self.hours = min(a_day, _MOST_HOURS)
        self.rows = [row for row in scheduled.rows if row.last_day is not None]
        self.owners = {
            owner: number
            for number, owner in enumerate(
                dict.fromkeys(row.owner for row in self.rows if row.owner), 1
            )
        }
        self.tasks_by_ref: dict[str, int] = {}
        self.order: list[str | Row] = []
        self.members: dict[str, list[Row]] = {}
        for row in self.rows:
            self.members.setdefault(row.plan, []).append(row)
        for plan, members in self.members.items():
            self.order += [plan, *members]
        for number, one in enumerate(self.order, 1):
            if not isinstance(one, str):
                self.tasks_by_ref[one.ref] = number

    def begin(self, day: str) -> str:
        return f"{day}T{_MORNING:02}:00:00"

    def end(self, day: str) -> str:
        minutes = round((_MORNING + self.hours) * 60)
        return f"{day}T{minutes // 60:02}:{minutes % 60:02}:00"

    def units(self, owner: str) -> float:
        return self.scheduled.calendars.of(owner).sessions_per_week / self.pace

    def span(self, sessions: float) -> str:
        """Sessions as working time."""
        minutes = round(sessions * self.scheduled.session_hours * 60)
        return f"PT{minutes // 60}H{minutes % 60}M0S"

    def calendars(self) -> Iterator[str]:
        everybody = self.scheduled.calendars.everybody
        yield from _block(
            "Calendar",
            [
                *_leaf("UID", "1"),
                *_leaf("Name", "Standard"),
                *_leaf("IsBaseCalendar", "1"),
                *_block("WeekDays", self._weekdays(everybody)),
                *_exceptions(everybody),
            ],
        )
        for owner, number in self.owners.items():
            yield from _block(
                "Calendar",
                [
                    *_leaf("UID", str(number + 1)),
                    *_leaf("Name", owner),
                    *_leaf("IsBaseCalendar", "0"),
                    *_leaf("BaseCalendarUID", "1"),
                    *_exceptions(self.scheduled.calendars.of(owner)),
                ],
            )

    def _weekdays(self, calendar: Calendar) -> Iterator[str]:
        for day in range(7):
            works = (day - 1) % 7 in calendar.weekdays  # theirs begins with Sunday
            times = _block(
                "WorkingTimes",
                _block(
                    "WorkingTime",
                    [
                        *_leaf("FromTime", self.begin("")[1:]),
                        *_leaf("ToTime", self.end("")[1:]),
                    ],
                ),
            )
            yield from _block(
                "WeekDay",
                [
                    *_leaf("DayType", str(day + 1)),
                    *_leaf("DayWorking", str(int(works))),
                    *(times if works else ()),
                ],
            )

    def tasks(self) -> Iterator[str]:
        titles = {plan.ref: plan.title for plan in self.scheduled.plans}
        left_out = {one.left_out for one in self.scheduled.cycles}
        for number, one in enumerate(self.order, 1):
            if isinstance(one, str):
                yield from _block("Task", self._summary(number, one, titles[one]))
            else:
                yield from _block("Task", self._task(number, one, left_out))

    def _summary(self, number: int, ref: str, title: str) -> Iterator[str]:
        members = self.members[ref]
        yield from _leaf("UID", str(number))
        yield from _leaf("ID", str(number))
        yield from _leaf("Name", title)
        yield from _leaf("OutlineLevel", "1")
        yield from _leaf(
            "Start", self.begin(min(row.first_day or row.last_day or "" for row in members))
        )
        yield from _leaf("Finish", self.end(max(row.last_day or "" for row in members)))
        yield from _leaf("Milestone", "0")
        yield from _leaf("Summary", "1")

    def _task(self, number: int, row: Row, left_out: set[tuple[str, str]]) -> Iterator[str]:
        done = row.state == "done"
        sessions = row.sessions if done else row.remaining
        first, last = row.first_day or row.last_day or "", row.last_day or ""
        place = row.ref.removeprefix(row.plan)
        yield from _leaf("UID", str(number))
        yield from _leaf("ID", str(number))
        yield from _leaf("Name", f"{place} {row.title}".strip())
        yield from _leaf("Manual", "1")
        yield from _leaf("OutlineLevel", "2")
        yield from _leaf("Start", self.begin(first))
        yield from _leaf("Finish", self.end(last))
        yield from _leaf("Duration", self.span(sessions / (self.units(row.owner) or 1)))
        yield from _leaf("ManualStart", self.begin(first))
        yield from _leaf("ManualFinish", self.end(last))
        yield from _leaf("DurationFormat", "7")
        yield from _leaf("Work", self.span(sessions))
        yield from _leaf("Milestone", str(int(not sessions)))
        yield from _leaf("Summary", "0")
        yield from _leaf("Critical", str(int(row.critical)))
        yield from _leaf("PercentComplete", "100" if done else "0")
        yield from _leaf("Notes", _notes(row))
        for ref in row.after:
            if ref in self.tasks_by_ref and (row.ref, ref) not in left_out:
                yield from _block(
                    "PredecessorLink",
                    [
                        *_leaf("PredecessorUID", str(self.tasks_by_ref[ref])),
                        *_leaf("Type", "1"),
                        *_leaf("LinkLag", "0"),
                    ],
                )

    def resources(self) -> Iterator[str]:
        for owner, number in self.owners.items():
            yield from _block(
                "Resource",
                [
                    *_leaf("UID", str(number)),
                    *_leaf("ID", str(number)),
                    *_leaf("Name", owner),
                    *_leaf("Type", "1"),
                    *_leaf("MaxUnits", f"{self.units(owner):.4g}"),
                    *_leaf("CalendarUID", str(number + 1)),
                ],
            )

    def assignments(self) -> Iterator[str]:
        owned = [row for row in self.rows if row.owner]
        for number, row in enumerate(owned, 1):
            done = row.state == "done"
            sessions = row.sessions if done else row.remaining
            yield from _block(
                "Assignment",
                [
                    *_leaf("UID", str(number)),
                    *_leaf("TaskUID", str(self.tasks_by_ref[row.ref])),
                    *_leaf("ResourceUID", str(self.owners[row.owner])),
                    *_leaf("PercentWorkComplete", "100" if done else "0"),
                    *_leaf("Units", f"{self.units(row.owner):.4g}"),
                    *_leaf("Work", self.span(sessions)),
                ],
            )


def _exceptions(calendar: Calendar) -> list[str]:
    if not calendar.days_off:
        return []
    return _block(
        "Exceptions",
        [
            line
            for first, last in calendar.days_off
            for line in _block(
                "Exception",
                [
                    *_block(
                        "TimePeriod",
                        [
                            *_leaf("FromDate", f"{first}T00:00:00"),
                            *_leaf("ToDate", f"{last}T23:59:00"),
                        ],
                    ),
                    *_leaf("DayWorking", "0"),
                ],
            )
        ],
    )


def _notes(row: Row) -> str:
    if row.earliest is None:
        return f"{row.ref}, {row.state.replace('_', ' ')}"
    return (
        f"{row.ref}, {row.state.replace('_', ' ')}: {row.remaining:.4g} of {row.sessions:.4g} "
        f"sessions left, slack {row.slack:.4g}"
    )


def _block(name: str, inner: Iterator[str] | list[str]) -> list[str]:
    return [f"<{name}>", *(f"  {line}" for line in inner), f"</{name}>"]


def _leaf(name: str, text: str) -> list[str]:
    """An element with text; what XML 1.0 cannot hold is left out."""
    plain = "".join(
        sign
        for sign in encodable(text)
        if sign >= " " and sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff"
    )
    return [f"<{name}>{escape(plain)}</{name}>"]
