"""`trueplan backlog cancel`: items are no longer wanted."""

from __future__ import annotations

import argparse

from trueplan.cli.backlog_options import add_item_arguments, run_item_move
from trueplan.cli.terminal import Terminal

DESCRIPTION = "The row stays, so that nobody asks again; the reason goes into the notes."
EXAMPLES = (('trueplan backlog cancel HAR-009 --because "nobody asked in July"', "an item"),)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take items."""
    add_item_arguments(parser, reason=True)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Cancel them, and say what changed."""
    return run_item_move("cancel", arguments, terminal)
