"""`trueplan add criterion`: what must hold in the end."""

from __future__ import annotations

import argparse

from trueplan.cli.add_options import add_item_arguments, run_add_items
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Of a phase, it is one of its acceptance criteria; of a plan, one of its success criteria,\n"
    "among the functional requirements where the plan has no others."
)
EXAMPLES = (
    ('trueplan add criterion berth-pricing#2 "The till agrees to the penny"', "of phase 2"),
    ('trueplan add criterion berth-pricing "No invoice is disputed"', "of the whole plan"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a phase or a plan."""
    add_item_arguments(parser, "a plan, or a phase of it, PLAN#2", create=True)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Add it, and say where it is."""
    return run_add_items("criterion", arguments, terminal)
