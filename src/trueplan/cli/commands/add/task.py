"""`trueplan add task`: a task of a phase, or below another."""

from __future__ import annotations

import argparse

from trueplan.cli.add_options import add_item_arguments, run_add_items
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Behind the last task of the phase, or behind the one that --after names. With a task in\n"
    "place of a phase it is nested in that task."
)
EXAMPLES = (
    ('trueplan add task berth-pricing#2 "Print the tariff"', "behind the others of phase 2"),
    (
        'trueplan add task berth-pricing#2 "Count berths" "Count boats" --after 2.1',
        "two, behind a certain one",
    ),
    ('trueplan add task berth-pricing#2.2 "Ask the till"', "nested in another"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a phase, or a task to nest it in."""
    add_item_arguments(parser, "a phase, PLAN#2, or a task to nest it in, PLAN#2.3")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Add it, and say where it is."""
    return run_add_items("task", arguments, terminal)
