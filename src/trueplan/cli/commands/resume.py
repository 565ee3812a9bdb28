"""`trueplan resume`: what was paused goes on."""

from __future__ import annotations

import argparse

from trueplan.cli.move_options import add_move_arguments, run_move
from trueplan.cli.terminal import Terminal

DESCRIPTION = "A reason, if one is given, goes into the notes."
EXAMPLES = (("trueplan resume offline-charts", "a paused plan"),)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan or a phase."""
    add_move_arguments(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Resume it, and say what changed."""
    return run_move("resume", arguments, terminal)
