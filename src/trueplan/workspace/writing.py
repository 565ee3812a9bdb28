"""Put bytes on disk: a new file beside the old one, then renamed over it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from trueplan.errors import Conflict
from trueplan.record import AnyPath


def replace_file(root: AnyPath, path: str, seen: bytes, fresh: bytes) -> None:
    """Write `fresh` where `seen` stands. Raises Conflict where the file holds other bytes now.

    Links are followed; the mode stays.
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
    handle, name = tempfile.mkstemp(dir=full.parent, prefix=f".{full.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(fresh)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, full.stat().st_mode & 0o7777)
        os.replace(name, full)
    except BaseException:
        os.unlink(name)
        raise
