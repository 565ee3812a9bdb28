"""`trueplan risk`: how a risk stands now."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Changes the cells of a risk; ratings are spelt as the others are. With --because, the notes\n"
    "say what changed and why."
)
EXAMPLES = (
    ("trueplan risk berth-pricing#r1 --likelihood low", "less likely than it was"),
    (
        'trueplan risk berth-pricing#r3 --impact high --because "the office closes in May"',
        "with the reason",
    ),
)
_FIELDS = ("likelihood", "impact", "mitigation")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a risk and what is now said of it."""
    parser.add_argument("ref", metavar="RISK", help="PLAN#r1; the plan alone, if it has one risk")
    parser.add_argument("--likelihood", metavar="High|Med|Low", default="", help="how likely")
    parser.add_argument("--impact", metavar="High|Med|Low", default="", help="how bad")
    parser.add_argument("--mitigation", metavar="WORDS", default="", help="what is done about it")
    parser.add_argument("--words", dest="words", metavar="WORDS", default="", help="what it is")
    parser.add_argument(
        "--because", metavar="REASON", default="", help="why; it goes into the notes"
    )
    add_today(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Set it, and say what changed."""
    from trueplan.app.set_risk import set_risk

    values = [(name, value) for name in _FIELDS if (value := getattr(arguments, name))]
    if arguments.words:
        values.append(("text", arguments.words))
    repository, carried = set_risk(
        arguments.ref,
        read_folder(arguments),
        values,
        read_today(arguments),
        arguments.because,
        read_terms(arguments),
    )
    return print_change(repository, carried, arguments, terminal)
