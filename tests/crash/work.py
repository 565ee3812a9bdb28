"""What the processes do that are killed: real changes of real files."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from trueplan.app.move import Asked, move
from trueplan.app.tick import Ticking, tick
from trueplan.workspace.writing import FileChange, write_files

PLAN = "docs/plans/lights.md"
INDEX = "docs/plans/README.md"
TASKS = 40
# Those that leave something behind, and those that open what does; `write` is looked at apart.
_STEPS = ("open", "fsync", "fchmod", "fchown", "link", "replace", "rename", "unlink", "mkdir")


def make_files() -> dict[str, str]:
    """A plan of several blocks on disk, and the index that lists it."""
    head = "# Implementation Plan: Lights\n\n**Status**: In Progress\n\n## Phases\n\n"
    tasks = "".join(f"- [ ] Task {number}: {'light ' * 40}\n" for number in range(1, TASKS + 1))
    notes = "\n## Notes & Learnings\n\n- **2026-02-01**: Begun\n"
    index = "# Plans\n\n| Plan | Status |\n|---|---|\n| [Lights](lights.md) | In Progress |\n"
    return {
        PLAN: f"{head}### Phase 1: Masts\n\n{tasks}{notes}",
        INDEX: index,
        "docs/plans/old.md": "# Old\n",
    }


def tick_one(root: Path, number: int = 3) -> None:
    """One file, by a use case."""
    tick((f"lights#1.{number}",), root, Ticking(True))


def pause(root: Path) -> None:
    """Two files, by a use case: the plan and its row in the index."""
    move("lights", root, Asked("pause", "2026-02-02", because="The ladder broke"))


def resume(root: Path) -> None:
    """The way back."""
    move("lights", root, Asked("resume", "2026-02-02"))


def put_away(root: Path) -> None:
    """A file that is made in a new folder, one that is changed, one that goes."""
    index = (root / INDEX).read_bytes()
    write_files(
        root,
        [
            FileChange("docs/plans/done/old.md", None, b"# Old, done\n"),
            FileChange(INDEX, index, index + b"| [Old](done/old.md) | Completed |\n"),
            FileChange("docs/plans/old.md", b"# Old\n", None),
        ],
    )


def die_at(step: int, work: Callable[[Path], None], root: Path) -> None:
    """Do `work`, but be killed right before call number `step` of the system; a write has a half.

    Comes back where the work takes fewer calls.
    """
    left = step

    def count() -> None:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def step(*words: Any, **named: Any) -> Any:
            count()
            return call(*words, **named)

        return step

    def write(file: int, text: memoryview) -> int:
        count()
        done = real_write(file, text[: len(text) // 2])
        count()
        return done + real_write(file, text[done:])

    real_write = os.write
    for name in _STEPS:
        setattr(os, name, counted(getattr(os, name)))
    os.write = write  # type: ignore[assignment]
    work(root)
    os._exit(0)


def tick_on(root: Path, first: int, told: Connection) -> None:
    """Tick task after task, and tell of each."""
    for number in range(first, TASKS + 1):
        tick_one(root, number)
        told.send(number)


def count_on(root: Path, first: int, told: Connection) -> None:
    """Write two files that hold the same number many times, one number after the other."""
    for number in range(first, first + TASKS):
        changes = [
            FileChange(name, pages(number - 1), pages(number)) for name in ("one.md", "two.md")
        ]
        write_files(root, changes)
        told.send(number)


def pages(number: int) -> bytes:
    """A file of some blocks that says a number."""
    return b"%d\n" % number * 4000
