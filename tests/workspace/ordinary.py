"""Do things as somebody who may not do everything."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Be nobody for a while where the tests run as root, for whom no mode is a hindrance."""
    if os.geteuid():
        yield
        return
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@contextmanager
def ordinary_folder() -> Iterator[Path]:
    """A folder that an ordinary user owns and can reach."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        if not os.geteuid():
            os.chown(folder, NOBODY, NOBODY)
        yield folder


def files_in(root: Path) -> dict[str, bytes]:
    """Every file below `root` but for git's, with its bytes; a link by what it says."""
    return {
        str(path.relative_to(root)): str(path.readlink()).encode()
        if path.is_symlink()
        else path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def folders_in(root: Path) -> list[str]:
    """Every folder below `root` but for git's."""
    return sorted(
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.is_dir() and path.name != ".git"
    )
