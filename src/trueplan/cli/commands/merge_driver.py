"""`trueplan merge-driver`: merge a plan for git, finer than git does."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from trueplan.cli.layout import counted
from trueplan.cli.snippet import showable
from trueplan.cli.terminal import Terminal

DESCRIPTION = """\
Git calls it, once it is told to: `trueplan merge-driver %O %A %B --path %P --marker-size %L`.
Boxes, cells, notes, entries and rows merge wherever they do not contradict; what does becomes a
conflict in just that line. The result is written to OURS; the exit code is 1 where there are
conflicts, and 129 where the file could not be merged at all."""
EXAMPLES = (
    ("trueplan merge-driver BACKLOG.md BACKLOG.md BACKLOG.md", "a file with itself: it stays"),
    (
        "trueplan merge-driver BACKLOG.md BACKLOG.md BACKLOG.md --labels main crane",
        "names for the markers",
    ),
)
_SIZE = 7
_NAMES = ("ours", "theirs")
FORMATS = ("text",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take three files, and what git knows of them."""
    parser.add_argument("base", metavar="BASE", help="the version both sides began with")
    parser.add_argument("ours", metavar="OURS", help="our version; the result is written here")
    parser.add_argument("theirs", metavar="THEIRS", help="their version")
    parser.add_argument("--path", metavar="PATH", help="what the file is called in the repository")
    parser.add_argument(
        "--marker-size",
        metavar="N",
        default=str(_SIZE),
        help="how long markers of conflicts are",
    )
    parser.add_argument(
        "--labels", metavar="NAME", nargs=2, default=_NAMES, help="behind the markers"
    )


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Merge, and say how it went on standard error, for the other output is git's own."""
    from trueplan.app.merge import Labels, merge_files

    ours, theirs = _names(arguments.labels)
    labels = Labels(ours, theirs, _size(arguments.marker_size))
    outcome = merge_files(arguments.base, arguments.ours, arguments.theirs, labels)
    path = showable(arguments.path or arguments.ours)
    if outcome.doubt:
        terminal.say(f"{path}: left to git's own merge, for {outcome.doubt}")
    if outcome.unmerged:
        terminal.say(f"{path}: not merged, our version stays")
    elif outcome.conflicts:
        terminal.say(f"{path}: {counted(outcome.conflicts, 'conflict')}")
    else:
        terminal.say(f"{path}: merged")
    return 1 if outcome.conflicts else 0


def _names(given: Sequence[str]) -> list[str]:
    """The names of both sides; a git that knows no %X hands it over as it is."""
    return [
        default if name.startswith("%") else name
        for name, default in zip(given, _NAMES, strict=True)
    ]


def _size(word: str) -> int:
    """The length of markers. It is no usage error to be odd: git would take that for a conflict."""
    return int(word) if word.isdecimal() and int(word) else _SIZE
