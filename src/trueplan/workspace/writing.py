"""Put bytes on disk: a new file beside the old one, flushed, then renamed over it.

All files of a change are written aside before the first is renamed, so that what can fail has
failed before anything is visible. Where a rename fails after all, those before it are undone.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from trueplan.errors import Conflict, TrueplanError
from trueplan.record import AnyPath, Record
from trueplan.workspace.locking import PATIENCE, Locks
from trueplan.workspace.root import is_inside

_SUFFIX = ".trueplan-new"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
_ANY_WRITE = 0o222


class FileChange(Record):
    """A file before and after; `before` is None for one to be made, `after` for one to go."""

    path: str
    before: bytes | None
    after: bytes | None


class _Aside(Record):
    """A change that is ready: its real path, and the new bytes beside it (None: it goes)."""

    change: FileChange
    full: str
    beside: str | None


def write_files(root: AnyPath, changes: Sequence[FileChange], patience: float = PATIENCE) -> None:
    """Write all of `changes`, or none. Waits up to `patience` seconds for other writers.

    Raises Conflict where a file holds other bytes than were read, is there already or is gone;
    TrueplanError where it may not or cannot be written. Links are followed and must stay inside
    `root`; mode and owner stay.
    """
    places = [(change, _real_path(root, change.path)) for change in changes]
    if len({full for _, full in places}) < len(places):
        raise Conflict("two changes lead to one file", help="nothing was written")
    with Locks(patience) as locks:
        locks.hold([_to_hold(change, full) for change, full in places])
        for change, full in places:
            _verify(change, full)
        ready: list[_Aside] = []
        try:
            for change, full in places:
                ready.append(_write_aside(change, full, locks))
            _put_in_place(ready, locks)
        finally:
            for one in ready:
                if one.beside is not None:
                    _remove(one.beside)


def replace_file(root: AnyPath, path: str, seen: bytes, fresh: bytes) -> None:
    """Write `fresh` where `seen` stands. Raises what `write_files` does."""
    write_files(root, (FileChange(path, seen, fresh),))


def _real_path(root: AnyPath, path: str) -> str:
    full = os.path.realpath(os.path.join(root, path))
    if not is_inside(full, os.path.realpath(root)):
        raise Conflict(f"{path} leads out of the repository", help="nothing was written")
    return full


def _to_hold(change: FileChange, full: str) -> tuple[str, str]:
    """What is locked for a change: the file, or the folder in which it will be made."""
    if change.before is not None:
        return full, change.path
    folder = os.path.dirname(full)
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise TrueplanError(
            f"{change.path} cannot be written: {error.strerror}", help="nothing was written"
        ) from error
    return folder, os.path.dirname(change.path) or "the folder"


def _verify(change: FileChange, full: str) -> None:
    """See that the file is what the caller saw, and may be written."""
    path = change.path
    if change.before is None:
        if os.path.lexists(full):
            raise Conflict(f"{path} is there already", help="nothing was written")
        return
    with open(full, "rb") as stream:
        if stream.read() != change.before:
            raise Conflict(
                f"{path} changed while it was read",
                help="nothing was written; run the command again",
            )
        about = os.fstat(stream.fileno())
    if not about.st_mode & _ANY_WRITE:  # a rename would not ask
        raise TrueplanError(f"{path} is read-only", help="nothing was written; change its mode")
    if about.st_uid != os.geteuid() and os.geteuid():
        raise TrueplanError(
            f"{path} belongs to another user, and writing it would make it yours",
            help="nothing was written; run as its owner, or take the file over",
        )


def _write_aside(change: FileChange, full: str, locks: Locks) -> _Aside:
    """Write the new bytes into a file beside the old one, and hold it."""
    if change.after is None:
        return _Aside(change, full, None)
    folder, name = os.path.split(full)
    beside = os.path.join(folder, f".{name}{_SUFFIX}")
    try:
        _remove(beside)  # file or folder is held, so what stands there was left by a killed process
        file = os.open(beside, _NEW, 0o666)
        try:
            _fill(file, change, full)
        except BaseException:
            os.close(file)
            _remove(beside)
            raise
        locks.keep(file)
    except OSError as error:
        raise TrueplanError(
            f"{change.path} cannot be written: {error.strerror}", help="nothing was written"
        ) from error
    return _Aside(change, full, beside)


def _fill(file: int, change: FileChange, full: str) -> None:
    assert change.after is not None
    left = memoryview(change.after)
    while left:
        left = left[os.write(file, left) :]
    if change.before is not None:
        about = os.stat(full)
        mine = os.fstat(file)
        if (mine.st_uid, mine.st_gid) != (about.st_uid, about.st_gid):
            os.fchown(file, about.st_uid, about.st_gid)
        os.fchmod(file, about.st_mode & 0o7777)
    os.fsync(file)


def _put_in_place(ready: Sequence[_Aside], locks: Locks) -> None:
    """Rename each new file over its old one; those that go, go last."""
    done: list[_Aside] = []
    in_order = sorted(ready, key=lambda one: one.beside is None)
    try:
        for one in in_order:
            _rename(one)
            done.append(one)
        for folder in {os.path.dirname(one.full) for one in ready}:
            _flush_folder(folder)
    except Conflict:
        _undo(done, locks)
        raise
    except OSError as error:
        failed = in_order[min(len(done), len(in_order) - 1)].change.path
        _undo(done, locks)
        raise TrueplanError(
            f"{failed} cannot be written: {error.strerror}",
            help="what was written before it is undone" if done else "nothing was written",
        ) from error


def _rename(one: _Aside) -> None:
    if one.beside is None:
        os.unlink(one.full)
    elif one.change.before is None:
        try:
            os.link(one.beside, one.full)  # unlike a rename, it replaces nothing
        except FileExistsError:
            raise Conflict(
                f"{one.change.path} is there already", help="nothing was written"
            ) from None
    else:
        os.replace(one.beside, one.full)


def _undo(done: Sequence[_Aside], locks: Locks) -> None:
    """Bring back what stood there; the new files are still held, so nobody came between."""
    for one in reversed(done):
        back = one.change._replace(before=one.change.after, after=one.change.before)
        if back.after is None:
            _remove(one.full)
        else:
            beside = _write_aside(back, one.full, locks).beside
            assert beside is not None
            os.replace(beside, one.full)


def _flush_folder(folder: str) -> None:
    file = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
