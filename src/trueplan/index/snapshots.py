"""Snapshots of plans by blob, kept: each revision is read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from trueplan.history.snapshot import SeenItem, SeenPhase, SeenRisk, Snapshot
from trueplan.index.database import Database
from trueplan.record import Any

_MOST_VARIABLES = 500  # in one question
_NO_PLAN = b""


def load_snapshots(
    database: Database, reader: str, blobs: Sequence[str]
) -> dict[str, Snapshot | None]:
    """The snapshots that are kept of `blobs`, None for a blob that is no plan.

    `reader` names what made them: snapshots that another reader made are not seen.
    """
    found: dict[str, Snapshot | None] = {}
    for start in range(0, len(blobs), _MOST_VARIABLES):
        some = blobs[start : start + _MOST_VARIABLES]
        marks = ", ".join("?" * len(some))
        rows = database.connection.execute(
            f"SELECT blob, packed FROM snapshots WHERE reader = ? AND blob IN ({marks})",
            (reader, *some),
        )
        for blob, packed in rows:
            try:
                found[blob] = unpack(packed)
            except (ValueError, TypeError):
                continue  # damaged: it is read anew, and kept in its place
    return found


def save_snapshots(database: Database, reader: str, packed: Mapping[str, bytes]) -> None:
    """Keep packed snapshots by their blobs; those that other readers made are let go."""
    connection = database.connection
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("DELETE FROM snapshots WHERE reader <> ?", (reader,))
        connection.executemany(
            "INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?)",
            [(blob, reader, one) for blob, one in packed.items()],
        )
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def pack(snapshot: Snapshot | None) -> bytes:
    """A snapshot as it is kept, and handed from process to process."""
    return _NO_PLAN if snapshot is None else msgspec.msgpack.encode(snapshot)


def unpack(packed: bytes) -> Snapshot | None:
    """The snapshot that was packed. Raises ValueError or TypeError for anything else."""
    return None if packed == _NO_PLAN else unpack_snapshot(msgspec.msgpack.decode(packed))


def unpack_snapshot(values: list[Any]) -> Snapshot:
    """A snapshot out of the lists that MessagePack makes of it."""
    *plain, phases, items, risks, notes = values
    return Snapshot._make(
        [
            *plain,
            tuple([SeenPhase._make(one) for one in phases]),
            tuple([SeenItem._make(one) for one in items]),
            tuple([SeenRisk._make(one) for one in risks]),
            tuple(notes),
        ]
    )
