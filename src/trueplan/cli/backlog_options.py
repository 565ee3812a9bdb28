"""What the commands that move items of the backlog have in common."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal


def add_item_arguments(parser: argparse.ArgumentParser, *, reason: bool = False) -> None:
    """Take items; `reason` says that one is owed."""
    parser.add_argument("items", metavar="ITEM", nargs="+", help="the ID of an item: GEO-001")
    parser.add_argument(
        "--because",
        metavar="REASON",
        default="",
        help=f"why; it goes into the notes{' (required)' if reason else ''}",
    )
    add_today(parser)
    add_change_options(parser)


def run_item_move(name: str, arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Make the move called `name`, and say what changed."""
    from trueplan.app.backlog_move import AskedMove, move_items

    asked = AskedMove(name, read_today(arguments), arguments.because)
    repository, carried = move_items(
        arguments.items, read_folder(arguments), asked, read_terms(arguments)
    )
    return print_change(repository, carried, arguments, terminal)
