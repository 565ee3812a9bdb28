"""What changed of completed plans afterwards, kept: of a plan that stays nothing is read again."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.index.database import Database
from trueplan.record import Record


class KeptCompletion(Record):
    """The position of the revision since which a plan is completed, and the changes by kind."""

    since: int
    changes: tuple[tuple[str, int], ...]


def load_completion(
    database: Database, plan: str, reader: str, blobs: Sequence[str]
) -> tuple[KeptCompletion | None] | None:
    """What is kept of a plan with the revisions `blobs`, read by `reader`; None where nothing is.

    One that is not completed has None in the tuple.
    """
    row = database.connection.execute(
        "SELECT value FROM facts WHERE name = ?", (_name(plan),)
    ).fetchone()
    key, _, said = ("" if row is None else str(row[0])).partition("\n")
    if key != _key(reader, blobs):
        return None
    if not said:
        return (None,)
    since, *changes = said.split("\n")
    pairs = [one.rpartition(" ") for one in changes]
    return (KeptCompletion(int(since), tuple((kind, int(count)) for kind, _, count in pairs)),)


def save_completion(
    database: Database,
    plan: str,
    reader: str,
    blobs: Sequence[str],
    found: KeptCompletion | None,
) -> None:
    """Keep what was found, in place of what was kept of the plan before."""
    lines = [_key(reader, blobs)]
    if found is not None:
        lines += [str(found.since), *(f"{kind} {count}" for kind, count in found.changes)]
    database.connection.execute(
        "INSERT OR REPLACE INTO facts VALUES (?, ?)", (_name(plan), "\n".join(lines))
    )


def _name(plan: str) -> str:
    return f"completion {plan}".encode(errors="surrogateescape").decode(errors="replace")


def _key(reader: str, blobs: Sequence[str]) -> str:
    from hashlib import sha256

    return f"{reader} {sha256(' '.join(blobs).encode()).hexdigest()}"
