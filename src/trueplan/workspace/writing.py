"""Put bytes on disk: a new file beside the old one, flushed, then renamed over it.

All files of a change are written aside before the first is renamed, so that what can fail has
failed before anything is visible. Where a rename fails after all, those before it are undone.

A process that is killed leaves every file whole, the old one or the new one, and at most a new
file beside an old one, which the next write of that file clears away. Killed between two renames
it leaves the first file new and the second one old: the files of a change come in the order in
which that does least harm, the plan before what only repeats it, and `check` names the difference.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence

from trueplan.errors import Conflict, TrueplanError
from trueplan.record import AnyPath, Record
from trueplan.workspace.locking import PATIENCE, Locks
from trueplan.workspace.placing import (
    Aside,
    FileChange,
    Seen,
    not_written,
    put_in_place,
    remove,
    write_aside,
)
from trueplan.workspace.root import is_inside

__all__ = ["FileChange", "WayBack", "go_back", "replace_file", "write_files"]

_ANY_WRITE = 0o222


class WayBack(Record):
    """What undoes a change that was written: the files as they were, the folders made for it."""

    changes: tuple[FileChange, ...]
    made: tuple[str, ...] = ()


def write_files(
    root: AnyPath, changes: Sequence[FileChange], patience: float = PATIENCE
) -> WayBack:
    """Write all of `changes`, or none. Waits up to `patience` seconds for other writers.

    Raises Conflict where a file holds other bytes than were read, is there already or is gone;
    TrueplanError where it may not or cannot be written. Links are followed and must stay inside
    `root`; mode and owner stay.
    """
    places = [(change, _real_path(root, change)) for change in changes]
    if len({full for _, full in places}) < len(places):
        raise Conflict("two changes lead to one file", help="nothing was written")
    made: list[str] = []
    with Locks(patience) as locks:
        try:
            for change, full in places:
                if change.before is None:
                    made += _make_folder(change, os.path.dirname(full))
            locks.hold([_to_hold(change, full) for change, full in places])
            seen = [_verify(change, full) for change, full in places]
            _write_held(seen, locks)
        except BaseException:
            _remove_folders(made)
            raise
    return WayBack(tuple(map(_turned, seen)), tuple(made))


def go_back(root: AnyPath, way: WayBack) -> None:
    """Undo a change that was written. Raises what `write_files` does, where others wrote since."""
    write_files(root, way.changes)
    _remove_folders(way.made)


def _turned(seen: Seen) -> FileChange:
    path, before, after, _ = seen.change
    mode = None if seen.about is None else stat.S_IMODE(seen.about.st_mode)
    return FileChange(path, after, before, mode)


def _write_held(seen: Sequence[Seen], locks: Locks) -> None:
    ready: list[Aside] = []
    try:
        for one in seen:
            aside = write_aside(one, locks)
            ready.append(aside)
        put_in_place(ready, locks)
    finally:
        for aside in ready:
            remove(aside.beside)


def replace_file(root: AnyPath, path: str, seen: bytes, fresh: bytes) -> None:
    """Write `fresh` where `seen` stands. Raises what `write_files` does."""
    write_files(root, (FileChange(path, seen, fresh),))


def _real_path(root: AnyPath, change: FileChange) -> str:
    """Where the links of a path lead to; a link in the place of a new file is not followed."""
    full = os.path.join(root, change.path)
    if change.before is None:
        full = os.path.join(os.path.realpath(os.path.dirname(full)), os.path.basename(full))
    else:
        full = os.path.realpath(full)
    if not is_inside(full, os.path.realpath(root)):
        raise Conflict(f"{change.path} leads out of the repository", help="nothing was written")
    return full


def _make_folder(change: FileChange, folder: str) -> list[str]:
    """Make the folder of a new file; returns those that were not there, the innermost first."""
    missing = []
    inner = folder
    while not os.path.isdir(inner):
        missing.append(inner)
        inner = os.path.dirname(inner)
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        _remove_folders(missing)
        raise not_written(change.path, error) from error
    return missing


def _remove_folders(made: Sequence[str]) -> None:
    """Take away folders that nothing was put into."""
    for folder in made:
        try:
            os.rmdir(folder)
        except OSError:
            continue  # another process has use for it


def _to_hold(change: FileChange, full: str) -> tuple[str, str]:
    """What is locked for a change: the file, or the folder in which it will be made."""
    if change.before is not None:
        return full, change.path
    return os.path.dirname(full), os.path.dirname(change.path) or "the folder"


def _verify(change: FileChange, full: str) -> Seen:
    """See that the file is what the caller saw, and may be written."""
    path = change.path
    if change.before is None:
        if os.path.lexists(full):
            raise Conflict(f"{path} is there already", help="nothing was written")
        return Seen(change, full, None)
    about = os.stat(full)
    if not stat.S_ISREG(about.st_mode):
        raise TrueplanError(f"{path} is not a file", help="nothing was written")
    with open(full, "rb") as stream:
        if stream.read() != change.before:
            raise Conflict(
                f"{path} changed while it was read",
                help="nothing was written; run the command again",
            )
    if not about.st_mode & _ANY_WRITE:  # a rename would not ask
        raise TrueplanError(f"{path} is read-only", help="nothing was written; change its mode")
    if about.st_uid != os.geteuid() and os.geteuid():
        raise TrueplanError(
            f"{path} belongs to another user, and writing it would make it yours",
            help="nothing was written; run as its owner, or take the file over",
        )
    return Seen(change, full, about)
