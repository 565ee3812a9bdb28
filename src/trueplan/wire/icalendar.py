"""The schedule as a calendar to subscribe to: RFC 5545."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.app.scheduled import Row, Scheduled
from trueplan.text.day import day_number, numbered_day
from trueplan.wire.encoding import encodable

_LONGEST = 75  # octets in a line, without its end


def icalendar(scheduled: Scheduled, name: str) -> bytes:
    """An all-day event for each phase that has days; the same phase always has the same UID."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Trueplan//Schedule//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for row in scheduled.rows:
        lines += _event(row, scheduled.today)
    lines.append("END:VCALENDAR")
    return b"".join(piece for line in lines for piece in _folded(line))


def _event(row: Row, today: str) -> Iterator[str]:
    last = row.last_day
    first = row.first_day or last
    if first is None or last is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(row.ref)}"
    yield f"DTSTAMP:{_basic(today)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(first)}"
    yield f"DTEND;VALUE=DATE:{_basic(numbered_day(day_number(last) + 1))}"
    yield f"SUMMARY:{_escaped(f'{row.ref} {row.title}' if row.title != row.ref else row.ref)}"
    yield f"DESCRIPTION:{_escaped(_description(row))}"
    yield f"CATEGORIES:{_escaped(row.plan)}"
    yield "STATUS:CONFIRMED"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(row: Row) -> str:
    parts = [row.state.replace("_", " ")]
    if row.owner:
        parts.append(f"owner {row.owner}")
    if row.earliest is not None:
        parts.append(f"{row.remaining:.4g} of {row.sessions:.4g} sessions left")
        parts.append("critical" if row.critical else f"slack {row.slack:.4g} sessions")
    if row.after:
        parts.append(f"after {', '.join(row.after)}")
    return "\n".join(parts)


def _uid(ref: str) -> str:
    """The reference with what a UID need not hold as its code."""
    plain = encodable(ref)
    return (
        "".join(
            sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else f"%{ord(sign):X}"
            for sign in plain
        )
        + "@trueplan"
    )


def _basic(day: str) -> str:
    return day.replace("-", "")


def _escaped(text: str) -> str:
    """Text as a value: control characters gone, what separates values marked."""
    shown = encodable(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(
        "\\n" if sign == "\n" else sign
        for sign in shown
        if sign == "\n" or (sign >= " " and sign != "\x7f")
    )


def _folded(line: str) -> Iterator[bytes]:
    """A line in pieces of at most 75 octets, none of which cuts a character."""
    room, piece = _LONGEST, b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > room:
            yield piece + b"\r\n "
            room, piece = _LONGEST - 1, b""
        piece += octets
    yield piece + b"\r\n"
