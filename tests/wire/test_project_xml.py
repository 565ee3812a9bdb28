"""The schedule as Microsoft Project XML."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from tests.wire.plans import nasty_schedule
from trueplan.app.scheduled import Scheduled
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.wire.project_xml import project_xml

_SPACE = {"p": "http://schemas.microsoft.com/project"}


def read(scheduled: Scheduled) -> ElementTree.Element:
    return ElementTree.fromstring(project_xml(scheduled, "Plans"))


def rows(root: ElementTree.Element, path: str, *names: str) -> list[tuple[str | None, ...]]:
    return [
        tuple(one.findtext(f"p:{name}", namespaces=_SPACE) for name in names)
        for one in root.findall(path, _SPACE)
    ]


def test_plans_hold_their_phases(tmp_path: Path) -> None:
    """A session has 3 hours; what is done counts whole, the rest by what is left."""
    root = read(nasty_schedule(tmp_path))
    found = rows(
        root, "p:Tasks/p:Task", "UID", "OutlineLevel", "Summary", "Start", "Finish", "Work"
    )
    assert found == [
        ("1", "1", "1", "2026-03-03T08:00:00", "2026-03-11T11:00:00", None),
        ("2", "2", "0", "2026-03-03T08:00:00", "2026-03-03T11:00:00", "PT3H0M0S"),
        ("3", "2", "0", "2026-03-10T08:00:00", "2026-03-11T11:00:00", "PT4H30M0S"),
        ("4", "2", "0", "2026-03-11T08:00:00", "2026-03-11T11:00:00", "PT0H0M0S"),
    ]
    assert rows(root, "p:Tasks/p:Task", "PercentComplete", "Milestone")[1:] == [
        ("100", "0"),
        ("0", "0"),
        ("0", "1"),
    ]


def test_words_come_through_whole(tmp_path: Path) -> None:
    scheduled = nasty_schedule(tmp_path)
    names = rows(read(scheduled), "p:Tasks/p:Task", "Name")
    assert names[1] == (f"#1 {scheduled.rows[0].title}",)


def test_who_waits_for_whom_and_who_does_what(tmp_path: Path) -> None:
    root = read(nasty_schedule(tmp_path))
    links = [
        [one.text for one in task.findall("p:PredecessorLink/p:PredecessorUID", _SPACE)]
        for task in root.findall("p:Tasks/p:Task", _SPACE)
    ]
    assert links == [[], [], ["2"], ["3"]]
    assert rows(root, "p:Resources/p:Resource", "UID", "Name", "MaxUnits") == [
        ("1", 'O\'Rla; "Wren" <w>, & Co', "1")
    ]
    assert rows(root, "p:Assignments/p:Assignment", "TaskUID", "ResourceUID") == [
        ("2", "1"),
        ("3", "1"),
        ("4", "1"),
    ]


def test_a_calendar_with_days_off_and_a_role_with_less_time(tmp_path: Path) -> None:
    """Everybody works from Monday to Friday; theirs counts days from Sunday."""
    scheduled = nasty_schedule(tmp_path)
    owner = scheduled.rows[0].owner
    half = Calendar(2.5, days_off=(("2026-12-24", "2027-01-01"),))
    root = read(scheduled._replace(calendars=Calendars(roles=((owner, half),))))
    days = rows(root, "p:Calendars/p:Calendar[1]/p:WeekDays/p:WeekDay", "DayType", "DayWorking")
    assert days == [("1", "0"), *((str(day), "1") for day in range(2, 7)), ("7", "0")]
    off = "p:Calendars/p:Calendar[2]/p:Exceptions/p:Exception/p:TimePeriod"
    assert rows(root, off, "FromDate", "ToDate") == [("2026-12-24T00:00:00", "2027-01-01T23:59:00")]
    assert rows(root, "p:Resources/p:Resource", "MaxUnits") == [("0.5",)]
    assert rows(root, "p:Tasks/p:Task", "Duration", "Work")[2] == ("PT9H0M0S", "PT4H30M0S")
