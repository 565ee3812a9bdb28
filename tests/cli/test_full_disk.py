"""A disk without room costs nothing but the change."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli

PLAN = "# Implementation Plan: Lights\n\n**Status**: In Progress\n\n### Phase 1: Up\n\n"
TASKS = "".join(f"- [ ] Task {number} of very many\n" for number in range(1, 600))
PATH = "docs/plans/lights.md"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A repository on a disk of 64 kB with one plan of 16 kB."""
    words = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(tmp_path)]
    if os.geteuid() or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs/plans").mkdir(parents=True)
    (tmp_path / PATH).write_text(PLAN + TASKS)
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def _fill(folder: Path) -> None:
    """Write until the disk is full."""
    with (folder / "filler").open("wb", buffering=0) as stream:
        while True:
            try:
                stream.write(bytes(4096))
            except OSError:
                return


@pytest.mark.parametrize("room", [0, 4096, 12288])
def test_a_full_disk_leaves_the_plan(small_disk: Path, run_cli: RunCli, room: int) -> None:
    """With no room at all, and with room for a part of the new file."""
    before = (small_disk / PATH).read_bytes()
    _fill(small_disk)
    filler = small_disk / "filler"
    os.truncate(filler, filler.stat().st_size - room)
    ran = run_cli("tick", "lights#1.3", cwd=small_disk)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"error: {PATH} cannot be written: No space left on device\nhelp: nothing was written\n"
    )
    assert (small_disk / PATH).read_bytes() == before
    assert [path.name for path in (small_disk / "docs/plans").iterdir()] == ["lights.md"]
    filler.unlink()
    assert run_cli("tick", "lights#1.3", cwd=small_disk).code == 0
    assert (small_disk / PATH).read_bytes() == before.replace(b"[ ] Task 3 ", b"[x] Task 3 ")
