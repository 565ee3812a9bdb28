"""`trueplan history`: what happened to a plan, from git."""

from __future__ import annotations

import argparse

from trueplan.cli.options import add_today, read_day, read_folder, read_today, words_of
from trueplan.cli.terminal import Terminal
from trueplan.errors import UsageError
from trueplan.record import TYPE_CHECKING

if TYPE_CHECKING:
    from trueplan.app.history import Wanted

DESCRIPTION = (
    "Every revision of the plan, compared with the one before: what was added, ticked, reworded,\n"
    "moved, completed, by whom and when. A task stays itself when it is reworded, renumbered or\n"
    "moved; renames and moves of the file are followed. What no commit has yet comes last.\n"
    "Without PLAN, what happened last to all plans, the last day first."
)
_DEFAULT_LIMIT = 40
EXAMPLES = (
    ("trueplan history", "what happened last, over all plans"),
    ("trueplan history berth-pricing", "the whole life of a plan"),
    ("trueplan history berth-pricing#2", "of one phase and what stands in it"),
    ("trueplan history berth-pricing --kind ticked,target", "ticks and moves of the target"),
    ("trueplan history berth-pricing --since 2026-03-01", "from a day on"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a reference, and which events to tell."""
    parser.add_argument(
        "plan",
        metavar="PLAN",
        nargs="?",
        help="a plan's name or file; with #PHASE or #PHASE.ITEM a part",
    )
    parser.add_argument(
        "--kind", metavar="KIND,…", type=words_of, default=(), help="only events of these kinds"
    )
    parser.add_argument("--since", metavar="DATE", help="only events of this day and later")
    parser.add_argument(
        "--limit",
        metavar="N",
        type=int,
        help=f"at most N events of all plans; 0 shows all (default: {_DEFAULT_LIMIT} as text)",
    )
    add_today(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Read the history and print it."""
    from trueplan.app.history import KINDS, Wanted, tell_history
    from trueplan.cli.options import check_words

    check_words("--kind", arguments.kind, KINDS)
    since = read_day(arguments.since, "--since") if arguments.since else ""
    wanted = Wanted(tuple(arguments.kind), since)
    if arguments.plan is None:
        return _run_over_all(arguments, wanted, terminal)
    history = tell_history(arguments.plan, read_folder(arguments), read_today(arguments), wanted)
    if arguments.format == "json":
        from trueplan.wire.encoding import encode
        from trueplan.wire.history import history_answer

        terminal.write_bytes(encode(history_answer(history)))
        return 0
    from trueplan.cli.history_text import print_history

    print_history(history, terminal)
    return 0


def _run_over_all(arguments: argparse.Namespace, wanted: Wanted, terminal: Terminal) -> int:
    from trueplan.app.all_history import tell_all_histories

    if arguments.limit is not None and arguments.limit < 0:
        raise UsageError("--limit takes 0 or more")
    as_text = arguments.format == "text"
    limit = _DEFAULT_LIMIT if arguments.limit is None and as_text else arguments.limit
    with terminal.progress("reading revisions") as progress:
        activity = tell_all_histories(
            read_folder(arguments), read_today(arguments), wanted, limit or None, progress
        )
    if as_text:
        from trueplan.cli.history_text import print_activity

        print_activity(activity, terminal)
        return 0
    from trueplan.wire.encoding import encode
    from trueplan.wire.history import activity_answer

    terminal.write_bytes(encode(activity_answer(activity)))
    return 0
