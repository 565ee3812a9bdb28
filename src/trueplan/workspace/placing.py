"""The new bytes of a file beside the old ones, and how they take their place."""

from __future__ import annotations

import os
from collections.abc import Sequence
from errno import EACCES, EINVAL, ENOTSUP, EPERM

from trueplan.errors import Conflict, TrueplanError
from trueplan.record import Record
from trueplan.workspace.locking import Locks

_SUFFIX = ".trueplan-new"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
_LONGEST_NAME = 200  # bytes; the name beside it is longer, and most systems stop at 255


class FileChange(Record):
    """A file before and after; `before` is None for one to be made, `after` for one to go.

    `mode` is for a file to be made; None gives it the usual one.
    """

    path: str
    before: bytes | None
    after: bytes | None
    mode: int | None = None


class Seen(Record):
    """A change that may be made: its real path, and what the system says of the old file."""

    change: FileChange
    full: str
    about: os.stat_result | None


class Aside(Record):
    """A change that is ready, with the new bytes in the file `beside` (None: it goes)."""

    seen: Seen
    beside: str | None


def write_aside(seen: Seen, locks: Locks) -> Aside:
    """Write the new bytes into a file beside the old one, and hold it."""
    after = seen.change.after
    if after is None:
        return Aside(seen, None)
    beside = _name_beside(seen.full)
    try:
        remove(beside)  # file or folder is held, so what stands there was left by a killed process
        file = os.open(beside, _NEW, 0o666)
        try:
            _fill(file, after)
            _dress(file, seen)
            os.fsync(file)
        except BaseException:
            os.close(file)
            remove(beside)
            raise
        locks.keep(file)
    except OSError as error:
        raise not_written(seen.change.path, error) from error
    return Aside(seen, beside)


def _name_beside(full: str) -> str:
    folder, name = os.path.split(full)
    if len(os.fsencode(name)) > _LONGEST_NAME:
        from zlib import crc32

        name = f"{name[:40]}-{crc32(os.fsencode(name)):08x}"
    return os.path.join(folder, f".{name}{_SUFFIX}")


def _fill(file: int, text: bytes) -> None:
    left = memoryview(text)
    while left:
        left = left[os.write(file, left) :]


def _dress(file: int, seen: Seen) -> None:
    """Give a new file the owner and mode of the old one."""
    about, mode = seen.about, seen.change.mode
    if about is not None:
        mine = os.fstat(file)
        if (mine.st_uid, mine.st_gid) != (about.st_uid, about.st_gid):
            os.fchown(file, about.st_uid, about.st_gid)
        mode = about.st_mode & 0o7777
    if mode is not None:
        os.fchmod(file, mode)


def put_in_place(ready: Sequence[Aside], locks: Locks) -> None:
    """Rename each new file over its old one; those that go, go last."""
    done: list[Aside] = []
    in_order = sorted(ready, key=lambda one: one.beside is None)
    try:
        for one in in_order:
            _rename(one)
            done.append(one)
        for folder in {os.path.dirname(one.seen.full) for one in ready}:
            _flush_folder(folder)
    except BaseException as error:
        stuck = _undo(done, locks)
        if stuck:
            raise TrueplanError(
                f"only a part of the change was written: {', '.join(stuck)}",
                help="it could not be put back; look at the rest by hand",
            ) from error
        if isinstance(error, OSError):
            failed = in_order[min(len(done), len(in_order) - 1)].seen.change.path
            raise not_written(failed, error, undone=bool(done)) from error
        raise


def _rename(one: Aside) -> None:
    full = one.seen.full
    if one.beside is None:
        os.unlink(full)
    elif one.seen.change.before is not None:
        os.replace(one.beside, full)
    else:
        try:
            os.link(one.beside, full)  # unlike a rename, it replaces nothing
        except FileExistsError:
            raise Conflict(
                f"{one.seen.change.path} is there already", help="nothing was written"
            ) from None
        except OSError as error:
            if error.errno not in (EPERM, ENOTSUP):
                raise
            os.rename(one.beside, full)  # a disk without such links; the folder is held


def _undo(done: Sequence[Aside], locks: Locks) -> list[str]:
    """Bring back what stood there; the new files are still held, so nobody came between.

    Returns the paths where that failed.
    """
    stuck = []
    for one in reversed(done):
        seen, change = one.seen, one.seen.change
        back = seen._replace(change=change._replace(before=change.after, after=change.before))
        try:
            if change.before is None:
                remove(seen.full)
            else:
                beside = write_aside(back, locks).beside
                assert beside is not None
                os.replace(beside, seen.full)
        except (OSError, TrueplanError):
            stuck.append(change.path)
    return stuck


def _flush_folder(folder: str) -> None:
    file = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(file)
    except OSError as error:
        if error.errno not in (EINVAL, ENOTSUP):  # where folders cannot be flushed
            raise
    finally:
        os.close(file)


def remove(path: str | None) -> None:
    """Remove a file, if there is one."""
    if path is not None:
        try:
            os.unlink(path)
        except FileNotFoundError:
            return


def not_written(path: str, error: OSError, *, undone: bool = False) -> TrueplanError:
    """The error for a file that the system did not let us write."""
    said = error.strerror
    if error.errno in (EACCES, EPERM):
        said = f"{said}; the folder may be read-only"
    return TrueplanError(
        f"{path} cannot be written: {said}",
        help="what was written before it is undone" if undone else "nothing was written",
    )
