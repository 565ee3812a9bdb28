"""`trueplan cancel`: a plan, phase or task is called off."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import print_change, read_terms
from trueplan.cli.move_options import add_move_arguments, run_move
from trueplan.cli.options import read_folder
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "A plan or a phase becomes Cancelled, and the notes say why. A task or criterion is struck\n"
    "through with its reason, and no longer counts."
)
EXAMPLES = (
    ('trueplan cancel winter-storage --because "the shed was sold"', "a plan"),
    ('trueplan cancel berth-pricing#3 --because "the card is gone"', "a phase"),
    ('trueplan cancel berth-pricing#2.2 --because "the till rounds"', "a task"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan, a phase or an item."""
    add_move_arguments(parser, reason=True)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Cancel it, and say what changed."""
    from trueplan.app.targets import names_item

    folder = read_folder(arguments)
    if not names_item(arguments.ref, folder):
        return run_move("cancel", arguments, terminal)
    from trueplan.app.cancel_item import cancel_items

    repository, carried = cancel_items(
        (arguments.ref,), folder, arguments.because, read_terms(arguments)
    )
    return print_change(repository, carried, arguments, terminal)
