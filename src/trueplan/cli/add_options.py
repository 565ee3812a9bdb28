"""What the commands that add items to a plan have in common."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_create_section, read_folder
from trueplan.cli.terminal import Terminal
from trueplan.record import TYPE_CHECKING

if TYPE_CHECKING:
    from trueplan.app.add_items import AddedKind


def add_item_arguments(
    parser: argparse.ArgumentParser, place: str, *, create: bool = False
) -> None:
    """Take where items go, described as `place`, and their words."""
    parser.add_argument("ref", metavar="PLAN", help=place)
    parser.add_argument("words", metavar="WORDS", nargs="+", help="what it says; several are added")
    parser.add_argument(
        "--after", metavar="REF", default="", help="behind this item instead of the last one"
    )
    if create:
        add_create_section(parser)
    add_change_options(parser)


def run_add_items(kind: AddedKind, arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Add items of a kind, and say under which references."""
    from trueplan.app.add_items import NewItems, add_items

    asked = NewItems(
        kind,
        tuple(arguments.words),
        arguments.after,
        getattr(arguments, "create_section", False),
    )
    repository, carried = add_items(
        arguments.ref, read_folder(arguments), asked, read_terms(arguments)
    )
    return print_change(repository, carried, arguments, terminal)
