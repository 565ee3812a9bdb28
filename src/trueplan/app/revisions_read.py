"""Snapshots of blobs: those that the index keeps, and those that have to be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence

from trueplan.app.repository import Repository
from trueplan.errors import GitError
from trueplan.git.blob import name_blob
from trueplan.git.revisions import read_blobs
from trueplan.history.snapshot import Snapshot, take_snapshot
from trueplan.index.database import Database
from trueplan.index.reader_name import name_reader
from trueplan.index.snapshots import load_snapshots, save_snapshots
from trueplan.model.estimate import Rates
from trueplan.reader.plan import read_plan
from trueplan.workspace.recognition import why_not_a_plan

_PORTION = 500  # blobs that are held in memory at once
_WORTH_A_PROCESS = 600_000  # bytes; below, starting processes costs more than it saves
_CHUNK = 16


def read_snapshots(
    repository: Repository,
    database: Database,
    blobs: Sequence[str],
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, Snapshot | None]:
    """The snapshot of each of `blobs`, None for one that is no plan or too large to be read.

    Those that were not known are kept. `progress(done, of)` is called now and then. Raises
    GitError.
    """
    rates = repository.configuration.lint.rates
    reader = name_reader(rates)
    largest = repository.configuration.lint.largest_file
    known = load_snapshots(database, reader, blobs)
    missing = [one for one in blobs if one not in known]
    for start in range(0, len(missing), _PORTION):
        some = missing[start : start + _PORTION]
        sources = read_blobs(repository.root, some)
        _refuse_lost(sources)
        large = {one for one in some if len(sources[one]) > largest}
        sized = [b"" if one in large else sources[one] for one in some]
        fresh: dict[str, Snapshot | None] = {}
        for blob, snapshot in zip(some, _read_all(sized, rates), strict=True):
            fresh[blob] = snapshot
            if progress is not None:
                progress(start + len(fresh), len(missing))
        kept = {blob: one for blob, one in fresh.items() if blob not in large}
        save_snapshots(database, reader, kept)  # how large a file may be can change
        known |= fresh
    return known


def _refuse_lost(sources: Mapping[str, bytes]) -> None:
    """Git hands out nothing for a blob that it has lost; that is no empty file."""
    for blob, source in sources.items():
        if not source and blob != name_blob(b"", blob):
            raise GitError(
                f"the repository has lost the object {blob}, a revision of a document",
                help="`git fsck` tells what else is missing",
            )


def read_snapshot(source: bytes, rates: Rates) -> Snapshot | None:
    """The snapshot of a file's bytes; None where they are no plan."""
    plan = read_plan(source, rates)
    return take_snapshot(plan) if why_not_a_plan(plan) is None else None


def _read_all(sources: Sequence[bytes], rates: Rates) -> Iterator[Snapshot | None]:
    size = sum(map(len, sources))
    processes = min(os.cpu_count() or 1, size // _WORTH_A_PROCESS + 1)
    if processes < 2 or not hasattr(os, "fork"):
        for source in sources:
            yield read_snapshot(source, rates)
        return
    import multiprocessing

    global _inherited  # noqa: PLW0603 - forking is what hands it over
    _inherited = (sources, rates)
    context = multiprocessing.get_context("fork")
    with context.Pool(processes) as pool:
        yield from pool.imap(_read_inherited, range(len(sources)), chunksize=_CHUNK)
    _inherited = None


_inherited: tuple[Sequence[bytes], Rates] | None = None


def _read_inherited(number: int) -> Snapshot | None:
    assert _inherited is not None
    sources, rates = _inherited
    return read_snapshot(sources[number], rates)
