"""`trueplan backlog list`, and `trueplan backlog` alone: the items, one a line."""

from __future__ import annotations

import argparse

from trueplan.cli.options import read_folder, words_of
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_unreadable
from trueplan.errors import UsageError
from trueplan.record import Any

DESCRIPTION = "Those in progress come first, then the blocked and the open ones, each by priority."
EXAMPLES = (
    ("trueplan backlog", "all items"),
    ("trueplan backlog --state open", "what is not done or cancelled"),
    ("trueplan backlog list --priority P0,P1", "the urgent ones"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take filters."""
    parser.add_argument(
        "--state",
        metavar="STATE,…",
        type=words_of,
        default=(),
        help="backlog, in-progress, blocked, done, cancelled, unknown; open is the first three",
    )
    parser.add_argument(
        "--priority", metavar="PRIORITY,…", type=words_of, default=(), help="P0, P1, P2, P3"
    )


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Read the backlog and print the table."""
    from trueplan.app.backlog_list import list_items

    listing = list_items(read_folder(arguments), _states(arguments.state), arguments.priority)
    for line in say_unreadable(listing.unreadable):
        terminal.say(line)
    if arguments.format == "json":
        from trueplan.wire.backlog import backlog_answer
        from trueplan.wire.encoding import encode

        terminal.write_bytes(encode(backlog_answer(listing)))
        return 0
    from trueplan.cli.backlog_text import print_items

    print_items(listing, terminal)
    return 0


def _states(words: tuple[str, ...]) -> Any:
    from trueplan.app.backlog_list import read_states_word

    states: list[Any] = []
    for word in words:
        found = read_states_word(word)
        if not found:
            raise UsageError(
                f"--state takes no {word}",
                help="there are open, backlog, in-progress, blocked, done, cancelled and unknown",
            )
        states += found
    return tuple(states)
