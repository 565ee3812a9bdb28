"""`trueplan add deliverable`: what a phase leaves behind."""

from __future__ import annotations

import argparse

from trueplan.cli.add_options import add_item_arguments, run_add_items
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "As the other deliverables of the phase are written, else as those of other phases are."
)
EXAMPLES = (('trueplan add deliverable berth-pricing#2 "A printed tariff"', "of phase 2"),)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a phase."""
    add_item_arguments(parser, "a phase, PLAN#2")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Add it, and say where it is."""
    return run_add_items("deliverable", arguments, terminal)
