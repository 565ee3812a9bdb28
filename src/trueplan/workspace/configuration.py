"""`trueplan.toml`, or `[tool.trueplan]` in `pyproject.toml`. None is needed."""

from __future__ import annotations

import os
from collections.abc import Mapping

from trueplan.errors import ConfigurationError
from trueplan.lint.settings import SEVERITIES, Settings
from trueplan.model.estimate import Rates
from trueplan.record import TYPE_CHECKING, Any, AnyPath, Record
from trueplan.workspace.table import Asker, refuse_unknown, take_table

if TYPE_CHECKING:
    from trueplan.schedule.calendar import Calendars


class Option(Record):
    """A key of the configuration: where it stands, what it takes, what it means."""

    table: str
    key: str
    kind: str
    default: str
    meaning: str


OPTIONS: tuple[Option, ...] = (
    Option(
        "",
        "plans",
        "list of patterns",
        "found by place",
        "files that are plans, as patterns from the root; replaces the search by place",
    ),
    Option("", "exclude", "list of patterns", "[]", "files and folders that are never read"),
    Option("", "adrs", "list of patterns", "found by place", "files that are decision records"),
    Option("", "journals", "list of patterns", "found by place", "files that are dev journals"),
    Option("", "backlog", "list of patterns", "BACKLOG.md anywhere", "files that are a backlog"),
    Option(
        "",
        "indexes",
        "list of patterns",
        "README.md beside plans",
        "files that hold a table of plans",
    ),
    Option("", "template", "path", "built in", "the file that new plans are made from"),
    Option("", "owner", "name", "user.name of git", "the owner of new plans"),
    Option("", "approver", "name", "CEO", "who approves new plans, as a gate of theirs"),
    Option(
        "check",
        "select",
        "list of codes or names",
        "all",
        "the rules that run; the beginning of a code takes all that start with it",
    ),
    Option("check", "ignore", "list of codes or names", "[]", "rules that do not run"),
    Option(
        "check",
        "fail-on",
        "error, warning, note or never",
        "error",
        "the lowest severity that makes `trueplan check` exit with 1",
    ),
    Option(
        "check",
        "template",
        "auto, always or never",
        "auto",
        "when template rules apply: to plans recognisably in the template, to all, to none",
    ),
    Option("check", "largest-phase", "sessions", "2", "above it a phase is oversized (TP106)"),
    Option("check", "largest-file", "megabytes", "10", "above it a file is not read (TP006)"),
    Option(
        "check.per-file-ignores",
        "*",
        "list of codes or names",
        "{}",
        "rules that do not run on files that match a pattern",
    ),
    Option("rates", "session", "hours", "3", "what a session is worth"),
    Option("rates", "day", "hours", "8", "what a day is worth"),
    Option("rates", "week", "hours", "40", "what a week is worth"),
    Option("rates", "sprint", "hours", "80", "what a sprint is worth"),
    Option("rates", "month", "hours", "160", "what a month is worth"),
    Option("schedule", "sessions-per-week", "sessions", "5", "what an owner does in a week"),
    Option("schedule", "weekdays", "list of weekdays", "mon to fri", "the days of work in a week"),
    Option(
        "schedule",
        "days-off",
        "list of days and spans",
        "[]",
        "days on which nobody works: `2026-12-24`, or `2026-12-24..2027-01-01`",
    ),
    Option(
        "schedule.roles",
        "*",
        "table",
        "{}",
        "what a role has of its own: `sessions-per-week`, and `days-off` beside those of all",
    ),
)


class Configuration(Record):
    """What the configuration says. `source` is the file it was read from, or None.

    `told_calendars` is None where nothing is said of the schedule; `calendars` are then the usual
    ones. Most commands never ask for them, and do not import what they are.
    """

    source: str | None = None
    plans: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    adrs: tuple[str, ...] | None = None
    journals: tuple[str, ...] | None = None
    backlog: tuple[str, ...] | None = None
    indexes: tuple[str, ...] | None = None
    template: str | None = None
    owner: str | None = None
    approver: str | None = None
    fail_on: str = "error"
    lint: Settings = Settings()
    told_calendars: Calendars | None = None

    @property
    def calendars(self) -> Calendars:
        """When people work: as it is told, else as it is assumed."""
        if self.told_calendars is not None:
            return self.told_calendars
        from trueplan.schedule.calendar import Calendars

        return Calendars()


def load_configuration(root: AnyPath) -> Configuration:
    """Read the configuration at the root; ConfigurationError names the key that is wrong."""
    for source in ("trueplan.toml", "pyproject.toml"):
        table = read_table(root, source)
        if table is not None:
            return _build(table, source)
    return Configuration()


def read_table(root: AnyPath, source: str) -> Mapping[str, Any] | None:
    """Our table in one of the two files, as it is written; None where there is none."""
    text = _read(root, source)
    if source == "trueplan.toml" or text is None:
        return None if text is None else _parse(text, source)
    if b"trueplan" not in text:
        return None
    tool = take_table(_parse(text, source), "tool", source)
    return take_table(tool, "trueplan", source, "tool.") if "trueplan" in tool else None


def _read(root: AnyPath, name: str) -> bytes | None:
    path = os.path.join(root, name)
    if not os.path.lexists(path):
        return None
    if not os.path.isfile(path):
        raise ConfigurationError(f"{name} is no file", help="it is a folder, or a broken link")
    with open(path, "rb") as stream:
        return stream.read()


def _parse(text: bytes, name: str) -> dict[str, Any]:
    if not any(line.strip() and not line.lstrip().startswith(b"#") for line in text.split(b"\n")):
        return {}  # comments alone are not worth the import
    import tomllib

    try:
        return tomllib.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # not only what tomllib says it raises
        raise ConfigurationError(
            f"{name} is not valid TOML: {error}", help="mend the file; see docs/configuration"
        ) from error


def _build(table: Mapping[str, Any], source: str) -> Configuration:
    refuse_unknown(
        table, [o.key for o in OPTIONS if not o.table] + ["check", "rates", "schedule"], source, ""
    )
    check = take_table(table, "check", source)
    rates = take_table(table, "rates", source)
    refuse_unknown(
        check,
        [o.key for o in OPTIONS if o.table == "check"] + ["per-file-ignores"],
        source,
        "check.",
    )
    refuse_unknown(rates, [o.key for o in OPTIONS if o.table == "rates"], source, "rates.")
    ask = Asker(source)
    lint = Settings(
        select=ask.words(check, "select", "check.") or (),
        ignore=ask.words(check, "ignore", "check.") or (),
        per_file_ignores=_per_file(check, source, ask),
        template=ask.choice(check, "template", ("auto", "always", "never"), "auto"),
        largest_file=int(ask.number(check, "largest-file", 10.0, "check.") * 1_000_000),
        largest_phase=ask.number(check, "largest-phase", 2.0, "check."),
        rates=Rates(
            **{
                name: ask.number(rates, name, default, "rates.")
                for name, default in Rates()._asdict().items()
            }
        ),
    )
    return Configuration(
        source=source,
        plans=ask.words(table, "plans"),
        exclude=ask.words(table, "exclude") or (),
        adrs=ask.words(table, "adrs"),
        journals=ask.words(table, "journals"),
        backlog=ask.words(table, "backlog"),
        indexes=ask.words(table, "indexes"),
        template=ask.text(table, "template"),
        owner=ask.text(table, "owner"),
        approver=ask.text(table, "approver"),
        fail_on=ask.choice(check, "fail-on", (*SEVERITIES, "never"), "error"),
        lint=lint,
        told_calendars=_calendars(table, source),
    )


def _calendars(table: Mapping[str, Any], source: str) -> Calendars | None:
    if "schedule" not in table:
        return None
    from trueplan.workspace.calendar_table import read_calendars

    return read_calendars(take_table(table, "schedule", source), source)


def _per_file(
    check: Mapping[str, Any], source: str, ask: Asker
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = take_table(check, "per-file-ignores", source, "check.")
    return tuple(
        (pattern, ask.words(table, pattern, "check.per-file-ignores.") or ()) for pattern in table
    )
