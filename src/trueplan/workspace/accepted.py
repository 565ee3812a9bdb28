"""Findings that were accepted, with their reasons, in `.trueplan/accepted.toml`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from trueplan.errors import ConfigurationError
from trueplan.lint.finding import Finding
from trueplan.record import AnyPath, Record

PLACE = ".trueplan/accepted.toml"
_HEAD = """\
# Findings that were accepted, each until what it saw changes. Written by `trueplan accept`.
"""


class Acceptance(Record):
    """A finding that somebody accepted: `seen` is what it saw, `commit` where, or ""."""

    rule: str
    plan: str
    seen: str
    because: str
    commit: str
    date: str

    def covers(self, finding: Finding) -> bool:
        """Whether `finding` is the one that was accepted, unchanged."""
        return (self.rule, self.plan, self.seen) == (finding.code, finding.path, finding.seen)


def load_accepted(root: AnyPath) -> tuple[Acceptance, ...]:
    """What was accepted so far. Raises ConfigurationError for a file that cannot be read."""
    path = Path(root, PLACE)
    if not path.is_file():
        return ()
    import tomllib

    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("accepted", [])
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            raise ValueError("accepted is a list of tables, written [[accepted]]")
        return tuple(
            Acceptance(**{name: str(entry.get(name, "")) for name in Acceptance._fields})
            for entry in entries
        )
    except (ValueError, RecursionError) as error:  # not only what tomllib says it raises
        raise ConfigurationError(f"{PLACE} cannot be read: {error}", help="mend it") from error


def add_accepted(root: AnyPath, acceptances: Iterable[Acceptance]) -> None:
    """Append to the file, made where it is missing; what stands in it stays as it is.

    Raises ConfigurationError for a name that TOML cannot hold.
    """
    path = Path(root, PLACE)
    before = path.read_text(encoding="utf-8") if path.is_file() else _HEAD
    added = "".join(
        "\n[[accepted]]\n"
        + "".join(f"{name} = {as_toml(value)}\n" for name, value in one._asdict().items())
        for one in acceptances
    )
    try:
        data = (before + added).encode()
    except UnicodeEncodeError:
        raise ConfigurationError(
            f"{PLACE} cannot hold the name of a file that is not UTF-8", help="rename the file"
        ) from None
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}.tmp")
    fresh.write_bytes(data)
    fresh.replace(path)


def as_toml(value: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's, but for the one of DEL."""
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
