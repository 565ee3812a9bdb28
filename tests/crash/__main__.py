"""Kill writing processes over many rounds, and let many write at once; prints what that left."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.crash.many import PATH, PROCESSES, make_plan, shares, tick_at_once
from tests.crash.rounds import kill_at_random


def main() -> int:
    """Stops with an AssertionError at the first file that is neither the old nor the new one."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--ticks", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        left = kill_at_random(Path(folder, "r"), arguments.rounds, arguments.seed)
    print(f"{arguments.rounds} processes killed; every file was the old or the new one")
    print(f"{left} times a file was left beside another, and the next write cleared it away")
    with TemporaryDirectory() as folder:
        _tick(Path(folder), arguments.ticks)
    print(f"{arguments.ticks} ticks by {PROCESSES} processes: none was lost")
    return 0


def _tick(root: Path, ticks: int) -> None:
    (root / ".git").mkdir()
    (root / PATH).parent.mkdir(parents=True)
    (root / PATH).write_text(make_plan(ticks))
    answers = tick_at_once(root, shares(ticks))
    assert [code for code, _ in answers] == [0] * ticks
    assert (root / PATH).read_text() == make_plan(ticks).replace("[ ]", "[x]")


if __name__ == "__main__":
    sys.exit(main())
