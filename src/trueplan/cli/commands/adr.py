"""`trueplan adr`: a decision, under the next number."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_today, one_of, read_folder, read_today
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Makes a decision record where the others are, in their form: file name, title, header. It\n"
    "gets its row in their index. What it supersedes says so, and a plan that rests on it names\n"
    "it. Comments say what belongs where."
)
EXAMPLES = (
    ('trueplan adr "Prices are rounded up"', "proposed, today"),
    ('trueplan adr "Prices are rounded up" --plan berth-pricing', "named by the plan"),
    (
        'trueplan adr "Charts are drawn by the browser" --supersedes 4 --status accepted',
        "in the place of another",
    ),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a title."""
    parser.add_argument("title", metavar="TITLE", help="what is decided, in a few words")
    parser.add_argument(
        "--status",
        metavar="proposed|accepted",
        type=one_of("proposed", "accepted"),
        default="proposed",
        help="default: proposed",
    )
    parser.add_argument(
        "--supersedes",
        metavar="ADR",
        action="append",
        default=[],
        help="the decision that gives way: 7, adr:7, its file; may be given again",
    )
    parser.add_argument(
        "--plan", metavar="PLAN", default="", help="the plan that rests on it and is to name it"
    )
    parser.add_argument(
        "--decider",
        metavar="NAME",
        action="append",
        default=[],
        help="who decides; may be given again",
    )
    parser.add_argument(
        "--date", metavar="DATE", default="", help="the day of the decision (default: today)"
    )
    parser.add_argument(
        "--in", dest="place", metavar="PATH", default="", help="the folder that it goes into"
    )
    add_today(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Make the record, and say where it is."""
    from trueplan.app.adr import AskedAdr, make_adr

    asked = AskedAdr(
        read_today(arguments),
        arguments.title,
        arguments.status,
        arguments.date,
        tuple(arguments.decider),
        tuple(arguments.supersedes),
        arguments.plan,
        arguments.place,
    )
    repository, carried = make_adr(read_folder(arguments), asked, read_terms(arguments))
    return print_change(repository, carried, arguments, terminal)
