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
        return tuple(
            Acceptance(**{name: str(entry.get(name, "")) for name in Acceptance._fields})
            for entry in entries
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, AttributeError, TypeError) as error:
        raise ConfigurationError(f"{PLACE} cannot be read: {error}", help="mend it") from error


def add_accepted(root: AnyPath, acceptances: Iterable[Acceptance]) -> None:
    """Append to the file, made where it is missing; what stands in it stays as it is."""
    path = Path(root, PLACE)
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.is_file() else _HEAD
    added = "".join(
        "\n[[accepted]]\n"
        + "".join(f"{name} = {_toml(value)}\n" for name, value in one._asdict().items())
        for one in acceptances
    )
    fresh = path.with_suffix(f".{os.getpid()}.tmp")
    fresh.write_text(before + added, encoding="utf-8")
    fresh.replace(path)


def _toml(value: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's, but for the one of DEL."""
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
