"""`trueplan backlog reopen`: closed items are wanted again."""

from __future__ import annotations

import argparse

from trueplan.cli.backlog_options import add_item_arguments, run_item_move
from trueplan.cli.terminal import Terminal

DESCRIPTION = "A done or cancelled item is open again; the reason goes into the notes."
EXAMPLES = (('trueplan backlog reopen HAR-006 --because "the gulls left"', "an item"),)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take items."""
    add_item_arguments(parser, reason=True)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Reopen them, and say what changed."""
    return run_item_move("reopen", arguments, terminal)
