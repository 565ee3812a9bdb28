"""`trueplan pause`: a plan or a phase rests."""

from __future__ import annotations

import argparse

from trueplan.cli.move_options import add_move_arguments, run_move
from trueplan.cli.terminal import Terminal

DESCRIPTION = "The reason goes into the notes, with the day. `trueplan resume` goes on."
EXAMPLES = (('trueplan pause berth-pricing --because "the CEO is at sea"', "with the reason"),)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan or a phase."""
    add_move_arguments(parser, reason=True)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Pause it, and say what changed."""
    return run_move("pause", arguments, terminal)
