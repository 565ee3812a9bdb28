"""Run commands and take what they cost from the kernel."""

from __future__ import annotations

import ctypes
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_PR_SET_CHILD_SUBREAPER = 36
FINE = (0, 1)  # findings are no failure of the command that finds them


class CommandFailed(Exception):
    """A command that was to be measured ended with an exit code that it should not have."""


class Run(NamedTuple):
    """What one run of a command cost, the processes that it started included.

    Times are seconds, `peak` is the resident memory in bytes of the largest single process.
    """

    wall: float
    cpu: float
    peak: int


class Command(NamedTuple):
    """A command line, the folder it runs in, and how the report writes it."""

    shown: str
    words: Sequence[str | Path]
    folder: Path
    codes: tuple[int, ...] = FINE


class Spread(NamedTuple):
    """The median of some values with the lowest and the highest."""

    median: float
    low: float
    high: float


def spread(values: Sequence[float]) -> Spread:
    """The median and the ends; raises ValueError for no values."""
    if not values:
        raise ValueError("there is no median of nothing")
    return Spread(statistics.median(values), min(values), max(values))


def walls(runs: Sequence[Run]) -> Spread:
    """The spread of the wall times."""
    return spread([run.wall for run in runs])


def cpus(runs: Sequence[Run]) -> Spread:
    """The spread of the CPU times, user and system together."""
    return spread([run.cpu for run in runs])


def peak(runs: Sequence[Run]) -> int:
    """The largest peak of all runs, in bytes."""
    return max(run.peak for run in runs)


def adopt_orphans() -> None:
    """Become the parent of what measured commands leave behind, so that its time is counted.

    Without it, CPU time of a process that nobody waited for would be lost. Linux only.
    """
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the kernel refused to make this process a subreaper")


class Stopwatch:
    """Runs commands under a fixed environment; their output goes to files in `folder`."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.output = folder / "stdout"
        self.errors = folder / "stderr"
        self.environment = dict(environment)

    def run(self, command: Command) -> Run:
        """Run once. Raises CommandFailed on an exit code outside of `command.codes`."""
        with self.output.open("wb") as output, self.errors.open("wb") as errors:
            start = time.perf_counter()
            process = subprocess.Popen(
                [os.fspath(word) for word in command.words],
                cwd=command.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=errors,
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in command.codes:
            raise CommandFailed(
                f"`{command.shown}` ended with exit code {process.returncode}: {self._complaint()}"
            )
        # wait4 sums the process and all descendants that were waited for; its memory is the
        # maximum over the same processes.
        cpu = usage.ru_utime + usage.ru_stime + _orphans_cpu()
        return Run(wall, cpu, usage.ru_maxrss * 1024)

    def answer(self, command: Command) -> str:
        """What the command prints."""
        self.run(command)
        return self.output.read_text(encoding="utf-8", errors="replace")

    def tail(self, size: int = 2000) -> str:
        """The end of what the last command printed; the whole of it could fill our own memory."""
        with self.output.open("rb") as output:
            output.seek(max(0, output.seek(0, os.SEEK_END) - size))
            return output.read().decode(errors="replace")

    def _complaint(self) -> str:
        for file in (self.errors, self.output):
            lines = file.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            if lines:
                return lines[0]
        return "it said nothing"


def _orphans_cpu() -> float:
    """The CPU seconds of ended processes that the last command did not wait for."""
    seconds = 0.0
    while True:
        try:
            pid, _, usage = os.wait3(os.WNOHANG)
        except ChildProcessError:
            return seconds
        if pid == 0:
            return seconds
        seconds += usage.ru_utime + usage.ru_stime


def alternate(
    stopwatch: Stopwatch,
    commands: Mapping[str, Command],
    repeat: int,
    warm_ups: int = 0,
    after_first: Callable[[str], None] | None = None,
    before: Callable[[str], None] | None = None,
    after: Callable[[str], None] | None = None,
) -> dict[str, list[Run]]:
    """Run each command `repeat` times, by turns, so that drift of the machine meets all alike.

    Every other round goes backwards. `after_first` is called with the name of each command when
    its first run is over and its output still lies in the stopwatch's files; `before` and `after`
    around every run, unmeasured.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    names = list(commands)
    for turn in range(-warm_ups, repeat):
        for name in names if turn % 2 == 0 else reversed(names):
            if before is not None:
                before(name)
            run = stopwatch.run(commands[name])
            if after is not None:
                after(name)
            if turn == -warm_ups and after_first is not None:
                after_first(name)
            if turn >= 0:
                runs[name].append(run)
    return runs
