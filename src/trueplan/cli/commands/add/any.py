"""`trueplan add`: which things can be added to a plan."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options
from trueplan.cli.terminal import Terminal
from trueplan.errors import UsageError

DESCRIPTION = (
    "Each goes where the others of its kind are, and is written as they are: their bullet, box,\n"
    "number, table. What only holds the place gives way to it."
)
EXAMPLES = (
    ('trueplan add task berth-pricing#2 "Print the tariff"', "a task of a phase"),
    ('trueplan add phase berth-pricing "Invoices"', "a phase behind the last one"),
    ('trueplan add gate berth-pricing "The harbour office signs"', "a quality gate"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing of its own: the words behind it are those of another command."""
    add_change_options(parser, digest=False)


def run(_: argparse.Namespace, __: Terminal) -> int:
    """Say that it has to be said what."""
    raise UsageError(
        "`trueplan add` needs to know what",
        help="task, phase, deliverable, criterion, requirement, gate, risk, flag or point, "
        'as in: trueplan add task PLAN#1 "Words"',
    )
