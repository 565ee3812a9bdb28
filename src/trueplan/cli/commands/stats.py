"""`trueplan stats`: throughput, estimate against actual, where plans stall."""

from __future__ import annotations

import argparse

from trueplan.cli.options import add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_unreadable
from trueplan.errors import UsageError

DESCRIPTION = (
    "What git knows of all plans together: boxes ticked a week, what phases took beside what they\n"
    "were thought to take, how far targets slipped, and at which phase open plans rest."
)
EXAMPLES = (
    ("trueplan stats", "over all plans, the last 12 weeks"),
    ("trueplan stats --weeks 26", "over half a year"),
)
_WEEKS = 12
_MOST_WEEKS = 520


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take how many weeks to look back."""
    parser.add_argument(
        "--weeks",
        metavar="N",
        type=int,
        default=_WEEKS,
        help=f"how many weeks of throughput to show (default: {_WEEKS})",
    )
    add_today(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Gather the figures and print them."""
    from trueplan.app.stats import gather_statistics

    if not 1 <= arguments.weeks <= _MOST_WEEKS:
        raise UsageError(f"--weeks takes 1 to {_MOST_WEEKS}")
    with terminal.progress("reading revisions") as progress:
        found = gather_statistics(
            read_folder(arguments), read_today(arguments), arguments.weeks, progress
        )
    for line in say_unreadable(found.unreadable):
        terminal.say(line)
    if arguments.format == "json":
        from trueplan.wire.encoding import encode
        from trueplan.wire.stats import stats_answer

        terminal.write_bytes(encode(stats_answer(found)))
        return 0
    from trueplan.cli.stats_text import print_statistics

    print_statistics(found, terminal)
    return 0
