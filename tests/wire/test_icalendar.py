"""The schedule as a calendar, read by the `icalendar` package."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from icalendar import Calendar

from tests.wire.plans import nasty_schedule
from trueplan.wire.icalendar import icalendar


def test_an_event_for_each_phase(tmp_path: Path) -> None:
    """All day, the last one exclusive, as the format has it."""
    calendar = Calendar.from_ical(icalendar(nasty_schedule(tmp_path), "Plans"))
    events = calendar.walk("VEVENT")
    assert [(one.decoded("dtstart"), one.decoded("dtend"), str(one["uid"])) for one in events] == [
        (date(2026, 3, 3), date(2026, 3, 4), "plan%231@trueplan"),
        (date(2026, 3, 10), date(2026, 3, 12), "plan%232@trueplan"),
        (date(2026, 3, 11), date(2026, 3, 12), "plan%233@trueplan"),
    ]
    assert all(one.decoded("dtstamp") == datetime(2026, 3, 10, tzinfo=UTC) for one in events)
    assert not calendar.errors
    assert not any(one.errors for one in events)


def test_words_come_through_whole(tmp_path: Path) -> None:
    scheduled = nasty_schedule(tmp_path)
    calendar = Calendar.from_ical(icalendar(scheduled, "Plans"))
    first = calendar.walk("VEVENT")[0]
    assert str(first["summary"]) == f"plan#1 {scheduled.rows[0].title}"
    assert "港の灯り" in str(first["summary"])


def test_lines_are_folded_to_75_octets_and_end_as_the_format_says(tmp_path: Path) -> None:
    data = icalendar(nasty_schedule(tmp_path), "Plans")
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) == 75
    assert [line.decode() for line in lines]  # no character is cut


def test_a_reference_keeps_its_uid(tmp_path: Path) -> None:
    """The same schedule gives the same bytes."""
    first = icalendar(nasty_schedule(tmp_path), "Plans")
    assert first == icalendar(nasty_schedule(tmp_path), "Plans")
