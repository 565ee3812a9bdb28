"""What every question gets: the programs, a stopwatch, a place to make data, how much of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from measure import Command, CommandFailed, Stopwatch
from peers import Tools


class Scale(NamedTuple):
    """How much is measured: numbers of plans, repetitions, files that are not plans.

    `long_repeat` is for what takes minutes: the larger number of plans, the other keepers.
    """

    sizes: tuple[int, int]
    repeat: int
    long_repeat: int
    start_up_repeat: int
    crowd: int


FULL = Scale((1_000, 10_000), 5, 3, 20, 50_000)
QUICK = Scale((80, 320), 2, 2, 5, 2_000)


class Bench(NamedTuple):
    """One run of the benchmark."""

    tools: Tools
    stopwatch: Stopwatch
    environment: Mapping[str, str]
    workplace: Path
    scale: Scale

    @contextmanager
    def folder(self, name: str) -> Iterator[Path]:
        """A place for data, empty at first and gone afterwards."""
        folder = self.workplace / name
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder)

    def command(self, tool: str, words: str, folder: Path) -> Command | None:
        """A command line of a tool; None where the tool is absent.

        `words` are what follows the name of the program.
        """
        program: Path | None = getattr(self.tools, tool)
        if program is None:
            return None
        return Command(f"{tool} {words}", [program, *words.split()], folder)

    def working(self, commands: list[Command | None]) -> tuple[dict[str, Command], list[str]]:
        """The commands that run, by how they are shown; and a sentence about each that does not.

        They are run once to find out, which also warms the page cache.
        """
        works: dict[str, Command] = {}
        failures = []
        for command in commands:
            if command is None:
                continue
            try:
                self.stopwatch.run(command)
            except CommandFailed as failure:
                failures.append(f"Not measured: {failure}.")
            else:
                works[command.shown] = command
        return works, failures
