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
from trueplan.index.snapshots import load_snapshots, pack, save_snapshots, unpack
from trueplan.model.estimate import Rates
from trueplan.reader.plan import read_plan
from trueplan.reader.revision import Revision, read_next, read_revision
from trueplan.workspace.recognition import why_not_a_plan

_PORTION = 2_000  # blobs that are held in memory at once
_WORTH_A_PROCESS = 600_000  # bytes; below, starting processes costs more than it saves
_RUN = 64  # revisions that a process reads in a row


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
        packed: dict[str, bytes] = {}
        for blob, one in zip(some, _read_all(sized, rates), strict=True):
            packed[blob] = one
            if progress is not None:
                progress(start + len(packed), len(missing))
        kept = {blob: one for blob, one in packed.items() if blob not in large}
        save_snapshots(database, reader, kept)  # how large a file may be can change
        known |= {blob: unpack(one) for blob, one in packed.items()}
    return known


def _refuse_lost(sources: Mapping[str, bytes]) -> None:
    """Git hands out nothing for a blob that it has lost; that is no empty file."""
    for blob, source in sources.items():
        if not source and blob != name_blob(b"", blob):
            raise GitError(
                f"the repository has lost the object {blob}, a revision of a document",
                help="`git fsck` tells what else is missing",
            )


def _read_all(sources: Sequence[bytes], rates: Rates) -> Iterator[bytes]:
    """The snapshots of revisions, packed; neighbours are best revisions of one plan."""
    size = sum(map(len, sources))
    processes = min(os.cpu_count() or 1, size // _WORTH_A_PROCESS + 1)
    if processes < 2 or not hasattr(os, "fork"):
        yield from _read_run(sources, rates)
        return
    import multiprocessing

    global _inherited  # noqa: PLW0603 - forking is what hands it over
    _inherited = (sources, rates)
    context = multiprocessing.get_context("fork")
    with context.Pool(processes) as pool:
        for packed in pool.imap(_read_inherited, range(0, len(sources), _RUN)):
            yield from packed
    _inherited = None


_inherited: tuple[Sequence[bytes], Rates] | None = None


def _read_inherited(start: int) -> list[bytes]:
    assert _inherited is not None
    sources, rates = _inherited
    return list(_read_run(sources[start : start + _RUN], rates))


def read_snapshot(source: bytes, rates: Rates) -> Snapshot | None:
    """The snapshot of a file's bytes; None where they are no plan."""
    plan = read_plan(source, rates)
    return take_snapshot(plan) if why_not_a_plan(plan) is None else None


def _read_run(sources: Sequence[bytes], rates: Rates) -> Iterator[bytes]:
    """Read revisions one after the other, each with the one before in view."""
    before: Revision | None = None
    for source in sources:
        if before is None:
            before = read_revision(source, rates)
        else:
            before = read_next(before, source, rates)
        plan = before.plan
        yield pack(take_snapshot(plan) if why_not_a_plan(plan) is None else None)
