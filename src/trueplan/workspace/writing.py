"""Put bytes on disk: a new file beside the old one, then renamed over it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from trueplan.errors import Conflict, TrueplanError
from trueplan.record import AnyPath


def replace_file(root: AnyPath, path: str, seen: bytes, fresh: bytes) -> None:
    """Write `fresh` where `seen` stands. Raises Conflict where the file holds other bytes now.

    Links are followed; the mode stays. Raises TrueplanError where it may not be written.
    """
    full = Path(os.path.realpath(os.path.join(root, path)))
    if not full.is_relative_to(os.path.realpath(root)):
        raise Conflict(f"{path} leads out of the repository", help="nothing was written")
    try:
        changed = full.read_bytes() != seen
    except FileNotFoundError as error:
        raise Conflict(f"{path} is gone", help="nothing was written") from error
    if changed:
        raise Conflict(f"{path} changed while it was read", help="run the command again")
    mode = full.stat().st_mode & 0o7777
    if not mode & 0o222:  # a rename would not ask
        raise TrueplanError(f"{path} is read-only", help="nothing was written; change its mode")
    try:
        _write_beside(full, fresh, mode)
    except OSError as error:
        raise TrueplanError(
            f"{path} cannot be written: {error.strerror}", help="it stays as it was"
        ) from error


def _write_beside(full: Path, fresh: bytes, mode: int) -> None:
    handle, name = tempfile.mkstemp(dir=full.parent, prefix=f".{full.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(fresh)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode)
        os.replace(name, full)
    except BaseException:
        os.unlink(name)
        raise
