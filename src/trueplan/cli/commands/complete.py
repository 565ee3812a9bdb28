"""`trueplan complete`: a plan or a phase is done."""

from __future__ import annotations

import argparse

from trueplan.cli.move_options import add_move_arguments, run_move
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Refused as long as something is missing: a phase needs its dependencies, tasks and\n"
    "acceptance criteria, a plan all of its phases, criteria and gates, and a retrospective. The\n"
    "refusal lists what is missing, where it stands, and what settles it."
)
EXAMPLES = (
    ("trueplan complete link-previews#1", "a phase"),
    (
        "trueplan complete berth-pricing#1 --tick 1.3.2 --tick 1.3 --tick 1.4",
        "with the last boxes of it",
    ),
    ('trueplan complete berth-pricing --force --because "done by hand"', "whatever is missing"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan or a phase."""
    add_move_arguments(parser, guarded=True)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Complete it, and say what changed."""
    return run_move("complete", arguments, terminal)
