"""`trueplan add requirement`: what it must do, or be like."""

from __future__ import annotations

import argparse

from trueplan.cli.add_options import add_item_arguments, run_add_items
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "One more functional requirement; with --quality one that is not about a function: speed,\n"
    "accessibility, the browsers that it runs in."
)
EXAMPLES = (
    (
        'trueplan add requirement berth-pricing "A skipper sees the price at the berth"',
        "functional",
    ),
    ('trueplan add requirement berth-pricing "Priced within 50 ms" --quality', "not functional"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan."""
    add_item_arguments(parser, "a plan", create=True)
    parser.add_argument(
        "--quality", action="store_true", help="a non-functional requirement: how, not what"
    )


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Add it, and say where it is."""
    return run_add_items("quality" if arguments.quality else "requirement", arguments, terminal)
