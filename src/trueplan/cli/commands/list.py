"""`trueplan list`: the plans, one a line."""

from __future__ import annotations

import argparse

from trueplan.cli.options import one_of, read_folder, words_of
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_unreadable
from trueplan.errors import UsageError

DESCRIPTION = (
    "Counts are done/total; what was cancelled is in neither. A plan without a status is listed\n"
    "by what its boxes say, with a ? behind."
)
EXAMPLES = (
    ("trueplan list", "all plans, those in progress first"),
    ("trueplan list --status in-progress,paused", "only those"),
    ("trueplan list --owner orla --sort target", "one person's, by target"),
    ("trueplan list --why", "for every Markdown file, why it was taken for a plan or not"),
)
_SORTS = ("state", "ref", "owner", "target", "created", "progress")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take filters and an order."""
    parser.add_argument(
        "--status",
        metavar="STATUS,…",
        type=words_of,
        default=(),
        help="planned, in-progress, paused, completed, cancelled",
    )
    parser.add_argument("--owner", metavar="NAME", default="", help="a part of the owner's name")
    parser.add_argument("--folder", metavar="DIR", default="", help="plans in DIR and below")
    parser.add_argument(
        "--sort",
        metavar="BY",
        type=one_of(*_SORTS),
        default="state",
        help=f"{', '.join(_SORTS[:-1])} or {_SORTS[-1]} (default: state)",
    )
    parser.add_argument(
        "--why",
        action="store_true",
        help="say for every Markdown file why it was taken for a plan or not",
    )


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Read the plans and print the table, or the reasons."""
    from trueplan.app.listing import Filter, list_plans

    wanted = Filter(_states(arguments.status), arguments.owner, arguments.folder)
    with terminal.progress("reading plans") as progress:
        listing = list_plans(
            read_folder(arguments), wanted, arguments.sort, why=arguments.why, progress=progress
        )
    for line in say_unreadable(() if arguments.why else listing.unreadable):
        terminal.say(line)
    if arguments.format == "json":
        from trueplan.wire.encoding import encode
        from trueplan.wire.list import list_answer

        terminal.write_bytes(encode(list_answer(listing)))
        return 0
    from trueplan.cli.list_text import print_places, print_table

    if arguments.why:
        print_places(listing, terminal)
    else:
        print_table(listing, terminal)
    return 0


def _states(words: tuple[str, ...]) -> tuple[str, ...]:
    from trueplan.app.listing import read_state_word

    states = []
    for word in words:
        state = read_state_word(word)
        if state is None:
            raise UsageError(
                f"--status takes no {word}",
                help="there are planned, in-progress, paused, completed and cancelled",
            )
        states.append(state)
    return tuple(states)
