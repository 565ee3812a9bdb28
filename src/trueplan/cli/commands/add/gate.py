"""`trueplan add gate`: a gate that all must pass."""

from __future__ import annotations

import argparse

from trueplan.cli.add_options import add_item_arguments, run_add_items
from trueplan.cli.terminal import Terminal

DESCRIPTION = "One more box below the quality gates."
EXAMPLES = (('trueplan add gate berth-pricing "The harbour office signs"', "a gate"),)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan."""
    add_item_arguments(parser, "a plan", create=True)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Add it, and say where it is."""
    return run_add_items("gate", arguments, terminal)
