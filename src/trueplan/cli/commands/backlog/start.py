"""`trueplan backlog start`: items are being worked on."""

from __future__ import annotations

import argparse

from trueplan.cli.backlog_options import add_item_arguments, run_item_move
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "The status becomes what the table calls In Progress, and the counts beside it follow. A\n"
    "blocked item goes on this way. Starting a plan starts the items that its header names."
)
EXAMPLES = (
    ("trueplan backlog start HAR-008", "an item"),
    ("trueplan backlog start HAR-008 HAR-009", "two, in one change"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take items."""
    add_item_arguments(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Start them, and say what changed."""
    return run_item_move("start", arguments, terminal)
