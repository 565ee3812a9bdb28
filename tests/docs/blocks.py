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


# The day that it is from here on, where a page tells of several.
_TODAY = re.compile(r"<!-- today: (\d{4}-\d{2}-\d{2}) -->")
# The commands of such a page run in an empty folder, not in the example.
EMPTY = "<!-- begins in an empty folder -->"


class Command(NamedTuple):
    """A line to run, and the lines that are shown below it; none where nothing is shown.

    `today` is the day that it runs on, "" for that of the clock.
    """

    line: str
    shown: tuple[str, ...]
    number: int
    today: str = ""


def pages() -> list[Path]:
    """The README and every page of the documentation."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def read_commands(page: Path) -> list[Command]:
    """The commands of the page's console blocks in order, without those marked as not run."""
    commands: list[Command] = []
    before = today = ""
    language = ticks = ""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(page.read_text(encoding="utf-8").split("\n"), 1):
        match = _FENCE.match(line)
        if ticks:
            if match and match["ticks"] == ticks and not match["language"]:
                if language == "console" and not (_NOT_RUN.search(before) or before == _DEMO):
                    commands += [one._replace(today=today) for one in _split(block)]
                ticks, before = "", ""
            else:
                block.append((number, line))
        elif match:
            ticks, language, block = match["ticks"], match["language"], []
        elif line.strip():
            before = line.strip()
            found = _TODAY.fullmatch(before)
            today = found[1] if found else today
    return commands


def _split(block: list[tuple[int, str]]) -> list[Command]:
    commands: list[Command] = []
    for number, line in block:
        if line.startswith("$ "):
            commands.append(Command(line[2:], (), number))
        elif commands[-1].line.endswith("\\"):  # it goes on
            commands[-1] = commands[-1]._replace(line=f"{commands[-1].line}\n{line}")
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
