"""`trueplan backlog block`: items wait for something."""

from __future__ import annotations

import argparse

from trueplan.cli.backlog_options import add_item_arguments, run_item_move
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "The status becomes what the table calls Blocked, and the reason goes into the notes.\n"
    "`trueplan backlog start` takes the item up again."
)
EXAMPLES = (('trueplan backlog block HAR-002 --because "the scale is at the smith"', "an item"),)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take items."""
    add_item_arguments(parser, reason=True)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Block them, and say what changed."""
    return run_item_move("block", arguments, terminal)
