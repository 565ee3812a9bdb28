"""The console blocks of a page: commands with what is shown of their output."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

_FENCE = re.compile(r"^(?P<ticks>`{3,})(?P<language>\S*)[ \t]*$")
_NOT_RUN = re.compile(r"<!-- not run: \S.*-->")
# scripts/demo fills this one; see test_demo.
_DEMO = "<!-- demo -->"


class Command(NamedTuple):
    """A line to run, and the lines that are shown below it; none where nothing is shown."""

    line: str
    shown: tuple[str, ...]
    number: int


def pages() -> list[Path]:
    """The README and every page of the documentation."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def read_commands(page: Path) -> list[Command]:
    """The commands of the page's console blocks in order, without those marked as not run."""
    commands: list[Command] = []
    before = ""
    language = ticks = ""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(page.read_text(encoding="utf-8").split("\n"), 1):
        match = _FENCE.match(line)
        if ticks:
            if match and match["ticks"] == ticks and not match["language"]:
                if language == "console" and not (_NOT_RUN.search(before) or before == _DEMO):
                    commands += _split(block)
                ticks, before = "", ""
            else:
                block.append((number, line))
        elif match:
            ticks, language, block = match["ticks"], match["language"], []
        elif line.strip():
            before = line.strip()
    return commands


def _split(block: list[tuple[int, str]]) -> list[Command]:
    commands: list[Command] = []
    for number, line in block:
        if line.startswith("$ "):
            commands.append(Command(line[2:], (), number))
        else:
            last = commands[-1]
            commands[-1] = last._replace(shown=(*last.shown, line))
    return [one._replace(shown=_without_end(one.shown)) for one in commands]


def _without_end(lines: tuple[str, ...]) -> tuple[str, ...]:
    """`lines` without blank ones at their end, which separate a command from the next."""
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def matches(shown: tuple[str, ...], printed: list[str]) -> bool:
    """Whether what was printed is what is shown; a line `...` stands for any number of lines."""
    pattern = "".join(
        r"(?:[^\n]*\n)*?" if line.strip() == "..." else re.escape(line.rstrip()) + r"\n"
        for line in shown
    )
    text = "".join(f"{line.rstrip()}\n" for line in printed)
    return re.fullmatch(pattern, text.rstrip("\n") + "\n") is not None
