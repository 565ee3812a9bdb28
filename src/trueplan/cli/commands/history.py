"""`trueplan history`: what happened to a plan, from git."""

from __future__ import annotations

import argparse

from trueplan.cli.options import add_today, read_day, read_folder, read_today, words_of
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Every revision of the plan, compared with the one before: what was added, ticked, reworded,\n"
    "moved, completed, by whom and when. A task stays itself when it is reworded, renumbered or\n"
    "moved; renames and moves of the file are followed. What no commit has yet comes last."
)
EXAMPLES = (
    ("trueplan history berth-pricing", "the whole life of a plan"),
    ("trueplan history berth-pricing#2", "of one phase and what stands in it"),
    ("trueplan history berth-pricing --kind ticked,target", "ticks and moves of the target"),
    ("trueplan history berth-pricing --since 2026-03-01", "from a day on"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a reference, and which events to tell."""
    parser.add_argument(
        "plan", metavar="PLAN", help="a plan's name or file; with #PHASE or #PHASE.ITEM a part"
    )
    parser.add_argument(
        "--kind", metavar="KIND,…", type=words_of, default=(), help="only events of these kinds"
    )
    parser.add_argument("--since", metavar="DATE", help="only events of this day and later")
    add_today(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Read the history and print it."""
    from trueplan.app.history import KINDS, Wanted, tell_history
    from trueplan.cli.options import check_words

    check_words("--kind", arguments.kind, KINDS)
    since = read_day(arguments.since, "--since") if arguments.since else ""
    history = tell_history(
        arguments.plan,
        read_folder(arguments),
        read_today(arguments),
        Wanted(tuple(arguments.kind), since),
    )
    if arguments.format == "json":
        from trueplan.wire.encoding import encode
        from trueplan.wire.history import history_answer

        terminal.write_bytes(encode(history_answer(history)))
        return 0
    from trueplan.cli.history_text import print_history

    print_history(history, terminal)
    return 0
