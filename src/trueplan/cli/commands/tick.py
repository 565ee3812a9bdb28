"""`trueplan tick`: tick tasks, criteria, gates."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import read_folder
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "REF is a place in a plan, or some words of an item behind the plan's name. All of it is one\n"
    "change. What is ticked already is said; where nothing else is left, the exit code is 1."
)
EXAMPLES = (
    ("trueplan tick berth-pricing#2.3", "a task by its number"),
    ('trueplan tick berth-pricing "two seasons"', "by some of its words"),
    ("trueplan tick berth-pricing 2.1 2.2 g1", "several at once"),
    ("trueplan tick berth-pricing#2.3 --commit", "and commit the file"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take references."""
    parser.add_argument(
        "refs", metavar="REF", nargs="+", help="PLAN#PLACE, or PLAN with places or words behind it"
    )
    parser.add_argument(
        "--subtasks", action="store_true", help="tick what is nested in an item as well"
    )
    parser.add_argument(
        "--create-box", action="store_true", help="give an item without a box a ticked one"
    )
    add_change_options(parser, item=True)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Tick, and say what."""
    from trueplan.app.tick import Ticking, tick

    ticking = Ticking(True, arguments.subtasks, arguments.create_box)
    repository, carried = tick(
        arguments.refs, read_folder(arguments), ticking, read_terms(arguments)
    )
    return print_change(repository, carried, arguments, terminal)
