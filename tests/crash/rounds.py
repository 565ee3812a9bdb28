"""Rounds in which a process is killed, and what has to hold after each."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.crash import work
from trueplan.workspace.writing import FileChange, write_files

SUFFIX = ".trueplan-new"
_KILLED = -9
_Texts = dict[str, bytes]


def _context() -> multiprocessing.context.ForkServerContext:
    """Processes that are copies of one which has loaded everything."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crash.work"])
    return context


def texts_in(root: Path) -> _Texts:
    """The files of a repository, but for what a killed process left beside them."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.endswith(SUFFIX)
    }


def left_in(root: Path) -> list[str]:
    """What killed processes left beside the files."""
    return sorted(path.name for path in root.rglob(f"*{SUFFIX}"))


def set_up(root: Path) -> None:
    """Make the repository anew."""
    shutil.rmtree(root, ignore_errors=True)
    (root / ".git").mkdir(parents=True)
    for name, text in work.make_files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def kill_at_each_step(
    root: Path, do: Callable[[Path], None], again: Callable[[Path], None]
) -> tuple[int, int]:
    """Kill `do` before each call of the system that it makes, and look at the files.

    `again` then does it, from whatever state it finds; nothing may be in its way, and nothing be
    left after it. Returns the number of steps, and of those that left one file new, another old.
    """
    set_up(root)
    old = texts_in(root)
    do(root)
    new = texts_in(root)
    assert old != new
    halves = 0
    for step in range(1, 1000):
        set_up(root)
        process = _context().Process(target=work.die_at, args=(step, do, root))
        process.start()
        process.join()
        there = texts_in(root)
        if process.exitcode == 0:
            assert there == new
            return step - 1, halves
        assert process.exitcode == _KILLED
        for name in {*old, *new, *there}:
            assert there.get(name) in (old.get(name), new.get(name)), (step, name)
        halves += there not in (old, new)
        again(root)
        assert left_in(root) == [], step
    raise AssertionError("it never came to an end")


def kill_at_random(root: Path, rounds: int, seed: int) -> int:
    """Kill processes at any moment, in turns one that ticks and one that writes two files.

    Returns how often a file was left beside another.
    """
    random = Random(seed)
    left = 0
    set_up(root)
    plans = _all_ticked(root)
    for name in ("one.md", "two.md"):
        (root / name).write_bytes(work.pages(0))
    for number in range(rounds):
        if number % 2:
            _run_and_kill(work.tick_on, root, plans.index((root / work.PLAN).read_bytes()), random)
            ticked = plans.index((root / work.PLAN).read_bytes())  # whole, or this raises
            left += bool(left_in(root))
            if ticked == work.TASKS:
                (root / work.PLAN).write_bytes(plans[0])
                ticked = 0
            work.tick_one(root, ticked + 1)
        else:
            _run_and_kill(work.count_on, root, _read_pages(root / "one.md"), random)
            one, two = (_read_pages(root / name) for name in ("one.md", "two.md"))
            assert one - two in (0, 1)
            left += bool(left_in(root))
            changes = [
                FileChange(name, work.pages(said), work.pages(one + 1))
                for name, said in (("one.md", one), ("two.md", two))
            ]
            write_files(root, changes)
        assert left_in(root) == []
    return left


def _run_and_kill(do: Callable[..., None], root: Path, last: int, random: Random) -> None:
    """Let a process begin behind `last`, and kill it a moment after it told of some work."""
    receiving, sending = _context().Pipe(duplex=False)
    process = _context().Process(target=do, args=(root, last + 1, sending))
    process.start()
    sending.close()
    try:
        for _ in range(random.randrange(1, 6)):
            receiving.recv()
    except EOFError:
        pass  # it did all there was to do
    for _ in range(random.randrange(60_000)):  # a moment that no clock measures
        pass
    process.kill()
    process.join()
    receiving.close()


def _all_ticked(root: Path) -> list[bytes]:
    """The plan with none, one, two … of its tasks ticked, in their order."""
    texts = [(root / work.PLAN).read_bytes()]
    for number in range(1, work.TASKS + 1):
        box = b"[ ] Task %d:" % number
        texts.append(texts[-1].replace(box, box.replace(b"[ ]", b"[x]")))
    return texts


def _read_pages(path: Path) -> int:
    """The number that a file says; it has to say it in full."""
    text = path.read_bytes()
    number = int(text.partition(b"\n")[0])
    assert text == work.pages(number)
    return number
