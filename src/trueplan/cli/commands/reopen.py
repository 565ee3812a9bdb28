"""`trueplan reopen`: what was closed goes on after all."""

from __future__ import annotations

import argparse

from trueplan.cli.move_options import add_move_arguments, run_move
from trueplan.cli.terminal import Terminal

DESCRIPTION = "The plan or phase is In Progress again; the reason goes into the notes."
EXAMPLES = (
    ('trueplan reopen tide-tables --because "the summer tides are missing"', "a completed plan"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan or a phase."""
    add_move_arguments(parser, reason=True)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Reopen it, and say what changed."""
    return run_move("reopen", arguments, terminal)
