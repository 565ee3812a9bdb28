"""The lives of plans as a commit has them, kept: told once for each state of the repository."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

import msgspec

from trueplan.history.event import Event
from trueplan.history.life import Account, Life, Revision
from trueplan.history.snapshot import SeenItem, SeenPhase, SeenRisk
from trueplan.history.state import State
from trueplan.history.tracked import Tracked
from trueplan.index.database import Database
from trueplan.index.snapshots import unpack_snapshot
from trueplan.record import Any, Record

_MOST_HEADS = 4
_MOST_VARIABLES = 500  # in one question
_NONE = b""  # no plan at this path


class Standing(Record):
    """What lives depend on: the commit with what its history is seen through, and the reader."""

    head: str
    reader: str


def load_accounts(
    database: Database, standing: Standing, paths: Sequence[str]
) -> dict[str, Account | None]:
    """The accounts that are kept of the files at `paths`, None for one that is no plan there."""
    found: dict[str, Account | None] = {}
    for path, account, _ in _load(database, standing, paths, "x''"):
        with suppress(ValueError, TypeError):  # what is damaged is told anew
            found[path] = None if account == _NONE else _unpack_account(account)
    return found


def load_lives(
    database: Database, standing: Standing, paths: Sequence[str]
) -> dict[str, Life | None]:
    """The lives that are kept of the files at `paths`, None for one that is no plan there."""
    found: dict[str, Life | None] = {}
    for path, account, states in _load(database, standing, paths, "states"):
        with suppress(ValueError, TypeError):
            found[path] = None if account == _NONE else _unpack_life(account, states)
    return found


def save_lives(database: Database, standing: Standing, lives: Mapping[str, Life | None]) -> None:
    """Keep lives; those of commits that were long ago are let go."""
    connection = database.connection
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("DELETE FROM lives WHERE reader <> ?", (standing.reader,))
        connection.execute(
            "DELETE FROM lives WHERE head NOT IN"
            " (SELECT head FROM lives GROUP BY head ORDER BY MAX(rowid) DESC LIMIT ?)",
            (_MOST_HEADS,),
        )
        connection.executemany(
            "INSERT OR REPLACE INTO lives VALUES (?, ?, ?, ?, ?)",
            [(*standing, os.fsencode(path), *_pack(life)) for path, life in lives.items()],
        )
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _load(
    database: Database, standing: Standing, paths: Sequence[str], states: str
) -> Iterator[tuple[str, bytes, bytes]]:
    for start in range(0, len(paths), _MOST_VARIABLES):
        some = [os.fsencode(path) for path in paths[start : start + _MOST_VARIABLES]]
        marks = ", ".join("?" * len(some))
        rows = database.connection.execute(
            f"SELECT path, account, {states} FROM lives"
            f" WHERE head = ? AND reader = ? AND path IN ({marks})",
            (*standing, *some),
        )
        for path, account, packed in rows:
            yield os.fsdecode(path), account, packed


def _pack(life: Life | None) -> tuple[bytes, bytes]:
    if life is None:
        return _NONE, _NONE
    encode = msgspec.msgpack.encode
    first = life.first._replace(notes=tuple(life.first.notes))  # type: ignore[arg-type]
    return encode(life.account), encode((first, life.last))


def _unpack_account(packed: bytes) -> Account:
    blob, events, revisions, *counts = _decode(packed)
    return Account(
        blob,
        tuple([Event._make(one) for one in events]),
        tuple([Revision._make(one) for one in revisions]),
        *counts,
    )


def _unpack_life(account: bytes, states: bytes) -> Life:
    told = _unpack_account(account)
    (*fields, phases, items, homes, risks, notes), (snapshot, *keys) = _decode(states)
    first = State._make(
        [
            *fields,
            {key: SeenPhase._make(one) for key, one in phases.items()},
            {key: SeenItem._make(one) for key, one in items.items()},
            homes,
            {key: SeenRisk._make(one) for key, one in risks.items()},
            frozenset(notes),
        ]
    )
    last = Tracked._make([unpack_snapshot(snapshot), *map(tuple, keys)])
    return Life(told.blob, first, last, told.events, told.revisions, told.gaps)


def _decode(packed: bytes) -> Any:
    return msgspec.msgpack.decode(packed)
