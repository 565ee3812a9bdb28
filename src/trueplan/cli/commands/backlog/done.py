"""`trueplan backlog done`: items are done."""

from __future__ import annotations

import argparse

from trueplan.cli.backlog_options import add_item_arguments, run_item_move
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "The status becomes what the table calls Done, and the counts beside it follow. Where the\n"
    "table has a column for the day of completion, that is filled."
)
EXAMPLES = (
    ("trueplan backlog done HAR-008", "an item"),
    ("trueplan backlog done HAR-008 HAR-009 --commit", "two, and commit the file"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take items."""
    add_item_arguments(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Finish them, and say what changed."""
    return run_item_move("done", arguments, terminal)
