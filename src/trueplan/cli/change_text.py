"""A change as text: what was done, what may come next, the diff where it was asked for."""

from __future__ import annotations

from trueplan.app.change import Carried, FileEdits
from trueplan.cli.snippet import showable
from trueplan.cli.terminal import Terminal


def print_carried(carried: Carried, terminal: Terminal, *, diff: bool) -> None:
    """Print a change that was carried out, or, for a dry run, that was not."""
    change = carried.change
    if diff:
        _print_diffs(change.files, terminal)
    if not diff or carried.written:
        for line in change.done:
            terminal.print(_dress(line, terminal))
    if carried.commit is not None:
        terminal.print(terminal.dim(f"commit {carried.commit[:12]}  {showable(change.subject)}"))
    for line in change.hints:
        terminal.say(showable(line))
    if diff and not carried.written and change.files:
        terminal.say("nothing was written")


def _print_diffs(files: tuple[FileEdits, ...], terminal: Terminal) -> None:
    from trueplan.cli.diff import print_diff

    for file in files:
        print_diff(file.path, file.before, file.after, terminal)


def _dress(line: str, terminal: Terminal) -> str:
    """A line of facts: the verb plain, the reference behind it bold, the rest plain."""
    verb, space, rest = line.partition(" ")
    name, gap, words = rest.partition("  ")
    if not gap:
        return showable(line)
    return f"{verb}{space}{terminal.bold(showable(name))}{gap}{showable(words)}"
