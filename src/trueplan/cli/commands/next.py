"""`trueplan next`: what can be done now."""

from __future__ import annotations

import argparse

from trueplan.cli.options import read_folder
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_unreadable
from trueplan.errors import UsageError

DESCRIPTION = (
    "Open tasks of phases that are ready or in progress: plans in progress first, then by target\n"
    "date, then phases that more others wait for, then those that can slip less; then what is\n"
    "blocked. Paused, completed and cancelled plans are left out."
)
EXAMPLES = (
    ("trueplan next", "over all plans"),
    ("trueplan next berth-pricing", "in one plan"),
    ("trueplan next --limit 1", "the one thing to do"),
)
_DEFAULT_LIMIT = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan and a limit."""
    parser.add_argument("plan", metavar="PLAN", nargs="?", help="a plan's name or file")
    parser.add_argument(
        "--limit",
        metavar="N",
        type=int,
        help=f"at most N tasks; 0 shows all (default: {_DEFAULT_LIMIT} as text, all as JSON)",
    )


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Find the tasks and print them."""
    from trueplan.app.next_tasks import find_next

    if arguments.limit is not None and arguments.limit < 0:
        raise UsageError("--limit takes 0 or more")
    with terminal.progress("reading plans") as progress:
        found = find_next(read_folder(arguments), arguments.plan, progress)
    for line in say_unreadable(found.unreadable):
        terminal.say(line)
    if arguments.format == "json":
        from trueplan.wire.encoding import encode
        from trueplan.wire.next import next_answer

        terminal.write_bytes(encode(next_answer(found, arguments.limit or None)))
        return 0
    from trueplan.cli.next_text import print_next

    limit = _DEFAULT_LIMIT if arguments.limit is None else arguments.limit
    print_next(found, limit or len(found.tasks), terminal)
    return 0
