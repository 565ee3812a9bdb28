"""The histories of four public repositories that lie beside the project."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

HISTORIES = Path(__file__).resolve().parents[3] / "shared" / "histories"
REPOSITORIES = ("parrotink", "seva", "anon-identity", "clubs")


def import_histories(folder: Path) -> dict[str, Path]:
    """Make a repository of each below `folder`, with nothing checked out."""
    found = {}
    for name in REPOSITORIES:
        root = folder / name
        stream = gzip.decompress((HISTORIES / f"{name}.fi.gz").read_bytes())
        for words, feed in (
            (("init", "--quiet", "--initial-branch=main", str(root)), b""),
            (("-C", str(root), "fast-import", "--quiet"), stream),
        ):
            subprocess.run(["git", *words], input=feed, check=True)
        found[name] = root
    return found
