"""The configuration in force, and where each value comes from."""

from __future__ import annotations

from collections.abc import Mapping

from trueplan.app.repository import Repository
from trueplan.record import Any, Record
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.workspace.configuration import OPTIONS, Configuration, read_table

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PATTERNS = "check.per-file-ignores"


class Setting(Record):
    """An option in force.

    `value` is None where things are found by place; `source` is "default" or the file's name.
    """

    key: str
    value: object
    source: str
    kind: str
    default: str
    meaning: str


def list_settings(repository: Repository) -> tuple[Setting, ...]:
    """Every option, in the order of the documentation."""
    configuration = repository.configuration
    written = _read(repository)
    settings: list[Setting] = []
    for option in OPTIONS:
        name = option.table if option.key == "*" else f"{option.table}.{option.key}".lstrip(".")
        settings.append(
            Setting(
                name,
                _value(configuration, option.table, option.key),
                configuration.source or "default" if _is_written(written, name) else "default",
                option.kind,
                option.default,
                option.meaning,
            )
        )
    return tuple(settings)


def _read(repository: Repository) -> Mapping[str, Any]:
    """The table that the configuration was built from."""
    source = repository.configuration.source
    return (read_table(repository.root, source) if source else None) or {}


def _is_written(table: Mapping[str, Any], name: str) -> bool:
    for part in name.split("."):
        if part not in table:
            return False
        table = table[part]
    return True


def _value(configuration: Configuration, table: str, key: str) -> object:
    lint = configuration.lint
    if table == _PATTERNS:
        return {pattern: list(words) for pattern, words in lint.per_file_ignores}
    if table == "rates":
        return getattr(lint.rates, key)
    if table.startswith("schedule"):
        return _of_schedule(configuration.calendars, key)
    if key == "largest-file":
        return lint.largest_file / 1_000_000
    holder: object = configuration if not table or key == "fail-on" else lint
    value: object = getattr(holder, key.replace("-", "_"))
    return list(value) if isinstance(value, tuple) else value


def _of_schedule(calendars: Calendars, key: str) -> object:
    everybody = calendars.everybody
    if key == "*":
        return {
            role: {"sessions-per-week": one.sessions_per_week, "days-off": _spans(one)}
            for role, one in calendars.roles
        }
    if key == "weekdays":
        return [_WEEKDAYS[day] for day in everybody.weekdays]
    return _spans(everybody) if key == "days-off" else everybody.sessions_per_week


def _spans(calendar: Calendar) -> list[str]:
    return [first if first == last else f"{first}..{last}" for first, last in calendar.days_off]
