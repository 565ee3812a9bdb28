"""Several processes that tick boxes of one plan at once."""

from __future__ import annotations

import multiprocessing
from multiprocessing.queues import Queue
from pathlib import Path

from trueplan.app.change import AT_ONCE, Terms
from trueplan.app.tick import Ticking, tick
from trueplan.errors import TrueplanError

PROCESSES = 8
PATH = "docs/plans/many.md"
_Answers = list[tuple[int, str]]


def make_plan(tasks: int) -> str:
    """A plan with so many tasks, in phases of a hundred."""
    lines = ["# Implementation Plan: Many", "", "**Status**: In Progress", "", "## Phases"]
    for number in range(tasks):
        phase, task = divmod(number, 100)
        if not task:
            lines += ["", f"### Phase {phase + 1}: Part {phase + 1}", ""]
        lines.append(f"- [ ] Task {task + 1} of part {phase + 1}")
    return "\n".join(lines) + "\n"


def reference(number: int) -> str:
    """The name of a task, counted from zero."""
    phase, task = divmod(number, 100)
    return f"many#{phase + 1}.{task + 1}"


def shares(count: int) -> list[list[str]]:
    """The references of so many tasks, dealt out to the processes."""
    return [[reference(n) for n in range(first, count, PROCESSES)] for first in range(PROCESSES)]


def tick_at_once(root: Path, dealt: list[list[str]], terms: Terms = AT_ONCE) -> _Answers:
    """Let a process for each share tick its references, all at once.

    Returns the exit code and the words that each tick would end with.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crash.many"])
    answers: Queue[_Answers] = context.Queue()
    gate = context.Barrier(len(dealt))
    processes = [
        context.Process(target=_tick_share, args=(root, share, terms, gate, answers))
        for share in dealt
    ]
    for process in processes:
        process.start()
    found = [answer for _ in processes for answer in answers.get()]
    for process in processes:
        process.join()
    return found


def _tick_share(
    root: Path,
    share: list[str],
    terms: Terms,
    gate: multiprocessing.synchronize.Barrier,
    answers: Queue[_Answers],
) -> None:
    said: _Answers = []
    try:
        gate.wait()
        for ref in share:
            try:
                _, carried = tick((ref,), root, Ticking(True), terms)
                said.append((0, carried.change.done[0]))
            except TrueplanError as error:
                said.append((error.exit_code, error.message))
    except Exception as error:  # a bug; the parent must not wait for this one
        said.append((70, repr(error)))
    answers.put(said)
