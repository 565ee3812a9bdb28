"""One writer at a time for each file, across processes.

The lock is on the file itself, so that there is nothing to leave behind: the system lifts it when
the process ends, however it ends. Because a write puts a new file in the place of the old one,
whoever waited looks again whether the file that it holds is still the one with that name.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Sequence

from trueplan.errors import Conflict, TrueplanError
from trueplan.record import Any

PATIENCE = 10.0  # seconds; a change takes a few milliseconds
_PAUSES = (0.001, 0.002, 0.005, 0.01)


class Locks:
    """The files that one change holds, as a context: they are let go at its end."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._deadline = time.monotonic() + patience
        self._patience = patience
        self._held: list[int] = []

    def __enter__(self) -> Locks:
        return self

    def __exit__(self, *_error: Any) -> None:
        for file in reversed(self._held):
            os.close(file)
        self._held.clear()

    def hold(self, files: Sequence[tuple[str, str]]) -> None:
        """Lock files, given as real path and the name that messages use, in one order for all.

        Raises Conflict where one is gone, TrueplanError where another process does not let go.
        """
        for full, name in sorted(dict(files).items()):
            self._held.append(self._lock(full, name))

    def keep(self, file: int) -> None:
        """Hold an open file that this process has just made, until the end."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self._held.append(file)

    def _lock(self, full: str, name: str) -> int:
        attempt = 0
        while True:
            file = self._open(full, name)
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if _is_current(file, full):
                    return file
            except BlockingIOError:
                if time.monotonic() > self._deadline:
                    os.close(file)
                    raise TrueplanError(
                        f"{name} is held by another process, for more than {self._patience:g} s",
                        help="nothing was written; try again when that process is done",
                    ) from None
                time.sleep(_PAUSES[min(attempt, len(_PAUSES) - 1)])
                attempt += 1
            except OSError as error:
                os.close(file)
                raise TrueplanError(
                    f"{name} cannot be locked: {error.strerror}",
                    help="nothing was written; its disk may know no locks",
                ) from error
            os.close(file)

    @staticmethod
    def _open(full: str, name: str) -> int:
        try:
            return os.open(full, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        except FileNotFoundError:
            raise Conflict(f"{name} is gone", help="nothing was written") from None
        except OSError as error:
            raise TrueplanError(
                f"{name} cannot be opened: {error.strerror}", help="nothing was written"
            ) from error


def _is_current(file: int, full: str) -> bool:
    """Whether the open file still has its name, and no other took its place."""
    try:
        there = os.stat(full)
    except FileNotFoundError:
        return False
    here = os.fstat(file)
    return (here.st_dev, here.st_ino) == (there.st_dev, there.st_ino)
