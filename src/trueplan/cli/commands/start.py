"""`trueplan start`: a plan or a phase begins."""

from __future__ import annotations

import argparse

from trueplan.cli.move_options import add_move_arguments, run_move
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Status, progress row, index and backlog say In Progress, in one change. Starting a phase of\n"
    "a planned plan starts the plan too."
)
EXAMPLES = (
    ("trueplan start winter-storage", "a plan"),
    ("trueplan start berth-pricing#2", "a phase of it"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan or a phase."""
    add_move_arguments(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Start it, and say what changed."""
    return run_move("start", arguments, terminal)
