"""A process that is killed at any point leaves each file whole, and nothing in anybody's way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash import work
from tests.crash.rounds import kill_at_each_step, kill_at_random
from trueplan.errors import Refused

INDEX_PAUSED = b"| Paused |"


def _tick_again(root: Path) -> None:
    if b"[x] Task 3:" in (root / work.PLAN).read_bytes():
        with pytest.raises(Refused, match="is ticked already"):
            work.tick_one(root)
        work.tick_one(root, 4)
    else:
        work.tick_one(root)


def _pause_again(root: Path) -> None:
    """A plan that is paused already, with an index that does not say so, is moved on and back."""
    if b"**Status**: Paused" in (root / work.PLAN).read_bytes():
        work.resume(root)
    work.pause(root)
    assert b"**Status**: Paused" in (root / work.PLAN).read_bytes()
    assert INDEX_PAUSED in (root / work.INDEX).read_bytes()


def test_a_tick_is_killed_at_each_step(tmp_path: Path) -> None:
    """One file is the old or the new one, never half of one."""
    steps, halves = kill_at_each_step(tmp_path / "r", work.tick_one, _tick_again)
    assert steps > 10
    assert halves == 0


def test_a_move_of_two_files_is_killed_at_each_step(tmp_path: Path) -> None:
    """Each file is whole; between the two renames, and there alone, the plan is ahead."""
    steps, halves = kill_at_each_step(tmp_path / "r", work.pause, _pause_again)
    assert steps > 20
    assert halves == 1


def test_files_that_come_and_go_are_killed_at_each_step(tmp_path: Path) -> None:
    """What goes, goes last: until then it is in both places, and never in none."""

    def again(root: Path) -> None:
        old, new = root / "docs/plans/old.md", root / "docs/plans/done/old.md"
        assert old.exists() or new.exists()
        new.unlink(missing_ok=True)
        old.write_bytes(b"# Old\n")
        work.put_away(root)
        assert new.exists()
        assert not old.exists()

    steps, halves = kill_at_each_step(tmp_path / "r", work.put_away, again)
    assert steps > 20
    assert halves >= 2


def test_processes_are_killed_at_random(tmp_path: Path) -> None:
    """A short form of `just crash`."""
    kill_at_random(tmp_path / "r", rounds=40, seed=1)
