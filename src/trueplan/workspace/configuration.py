"""`trueplan.toml`, or `[tool.trueplan]` in `pyproject.toml`. None is needed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from math import inf

from trueplan.errors import ConfigurationError
from trueplan.lint.settings import SEVERITIES, Settings
from trueplan.model.estimate import Rates
from trueplan.record import Any, AnyPath, Record


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
)


class Configuration(Record):
    """What the configuration says. `source` is the file it was read from, or None."""

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
    tool = _table(_parse(text, source), "tool", source)
    return _table(tool, "trueplan", source, "tool.") if "trueplan" in tool else None


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
    _known(table, [o.key for o in OPTIONS if not o.table] + ["check", "rates"], source, "")
    check = _table(table, "check", source)
    rates = _table(table, "rates", source)
    _known(
        check,
        [o.key for o in OPTIONS if o.table == "check"] + ["per-file-ignores"],
        source,
        "check.",
    )
    _known(rates, [o.key for o in OPTIONS if o.table == "rates"], source, "rates.")
    ask = _Asker(source)
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
    )


def _per_file(
    check: Mapping[str, Any], source: str, ask: _Asker
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = _table(check, "per-file-ignores", source, "check.")
    return tuple(
        (pattern, ask.words(table, pattern, "check.per-file-ignores.") or ()) for pattern in table
    )


def _table(table: Mapping[str, Any], key: str, source: str, where: str = "") -> Mapping[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, Mapping):
        raise ConfigurationError(f"{source}: {where}{key} is a table, written [{where}{key}]")
    return value


def _known(table: Mapping[str, Any], names: Iterable[str], source: str, where: str) -> None:
    names = list(names)
    for key in table:
        if key not in names:
            raise ConfigurationError(
                f"{source}: there is no key {where}{key}",
                help=did_you_mean(key, names) or f"known here: {', '.join(sorted(names))}",
            )


def did_you_mean(word: str, names: Iterable[str]) -> str | None:
    """A guess at what was meant by `word`, as a sentence."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(names), n=1)
    return f"did you mean {close[0]}?" if close else None


class _Asker:
    """Takes values of the right kind out of a table; what is wrong is said with its key."""

    def __init__(self, source: str) -> None:
        self.source = source

    def words(self, table: Mapping[str, Any], key: str, where: str = "") -> tuple[str, ...] | None:
        value = table.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self._refuse(where + key, "a list of texts", value)
        return tuple(value)

    def text(self, table: Mapping[str, Any], key: str) -> str | None:
        value = table.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip() or "\n" in value:
            self._refuse(key, "a text of one line", value)
        return str(value).strip()

    def number(self, table: Mapping[str, Any], key: str, default: float, where: str) -> float:
        value = table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < inf:
            self._refuse(where + key, "a number above 0", value)
        return float(value)

    def choice(
        self, table: Mapping[str, Any], key: str, known: tuple[str, ...], default: str
    ) -> Any:
        value = table.get(key, default)
        if value not in known:
            self._refuse(f"check.{key}", f"one of {', '.join(known)}", value)
        return value

    def _refuse(self, key: str, wanted: str, value: object) -> None:
        raise ConfigurationError(f"{self.source}: {key} takes {wanted}, not {value!r}")
