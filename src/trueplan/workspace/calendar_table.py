"""The table `[schedule]`: when people work."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from trueplan.record import Any
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.workspace.table import Asker, refuse_unknown, take_table

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OF_A_ROLE = ("sessions-per-week", "days-off")


def read_calendars(table: Mapping[str, Any], source: str) -> Calendars:
    """The calendar of everybody and those of roles. Raises ConfigurationError."""
    refuse_unknown(table, (*_OF_A_ROLE, "weekdays", "roles"), source, "schedule.")
    ask = Asker(source)
    everybody = Calendar(
        ask.number(table, "sessions-per-week", Calendar().sessions_per_week, "schedule."),
        _weekdays(table, ask),
        _days_off(table, ask, "schedule."),
        "sessions-per-week" in table,
    )
    roles = take_table(table, "roles", source, "schedule.")
    return Calendars(
        everybody,
        tuple(
            (
                role,
                _of_role(take_table(roles, role, source, "schedule.roles."), role, everybody, ask),
            )
            for role in roles
        ),
    )


def _of_role(table: Mapping[str, Any], role: str, everybody: Calendar, ask: Asker) -> Calendar:
    where = f"schedule.roles.{role}."
    refuse_unknown(table, _OF_A_ROLE, ask.source, where)
    pace = ask.number(table, "sessions-per-week", everybody.sessions_per_week, where)
    days_off = everybody.days_off + _days_off(table, ask, where)
    told = everybody.told or "sessions-per-week" in table
    return everybody._replace(sessions_per_week=pace, days_off=days_off, told=told)


def _weekdays(table: Mapping[str, Any], ask: Asker) -> tuple[int, ...]:
    words = ask.words(table, "weekdays", "schedule.")
    if words is None:
        return Calendar().weekdays
    found = set()
    for word in words:
        known = [n for n, day in enumerate(_WEEKDAYS) if word.lower() in (day, day[:3])]
        if not known:
            ask.refuse("schedule.weekdays", "days such as mon or monday", word)
        found.add(known[0])
    if not found:
        ask.refuse("schedule.weekdays", "one day at least", list(words))
    return tuple(sorted(found))


def _days_off(table: Mapping[str, Any], ask: Asker, where: str) -> tuple[tuple[str, str], ...]:
    value = table.get("days-off", [])
    if not isinstance(value, list):
        ask.refuse(f"{where}days-off", "a list of days", value)
    return tuple(_span(one, ask, f"{where}days-off") for one in value)


def _span(value: object, ask: Asker, key: str) -> tuple[str, str]:
    """A day, as a text or as TOML writes dates, or two days with `..` between them."""
    wanted = "days such as 2026-12-24, or spans such as 2026-12-24..2027-01-01"
    first, dots, last = str(value).partition("..")
    try:
        begin = date.fromisoformat(first.strip())
        end = date.fromisoformat(last.strip()) if dots else begin
    except ValueError:
        ask.refuse(key, wanted, value)
    if end < begin:
        ask.refuse(key, "spans whose first day comes first", value)
    return begin.isoformat(), end.isoformat()
