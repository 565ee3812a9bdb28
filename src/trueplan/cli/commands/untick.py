"""`trueplan untick`: empty boxes again."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import read_folder
from trueplan.cli.terminal import Terminal

DESCRIPTION = "Takes the same references as `trueplan tick`, and undoes it byte for byte."
EXAMPLES = (
    ("trueplan untick berth-pricing#1.1", "a task by its number"),
    ('trueplan untick berth-pricing "nights of a stay"', "by some of its words"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take references."""
    parser.add_argument(
        "refs", metavar="REF", nargs="+", help="PLAN#PLACE, or PLAN with places or words behind it"
    )
    add_change_options(parser, item=True)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Untick, and say what."""
    from trueplan.app.tick import Ticking, tick

    repository, carried = tick(
        arguments.refs, read_folder(arguments), Ticking(False), read_terms(arguments)
    )
    return print_change(repository, carried, arguments, terminal)
