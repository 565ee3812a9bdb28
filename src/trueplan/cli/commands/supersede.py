"""`trueplan supersede`: a task gives way to another."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import read_folder
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "The old line is struck through and stays to be read; the new one stands below it, with what\n"
    "was nested in the old one. What is done already is not superseded."
)
EXAMPLES = (
    ('trueplan supersede berth-pricing#2.2 "Round to five pence"', "a task, by its number"),
    ('trueplan supersede berth-pricing#2.2 "Round down" --commit', "and commit the file"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take an item and the words of the new one."""
    parser.add_argument("ref", metavar="REF", help="PLAN#PLACE")
    parser.add_argument("words", metavar="WORDS", help="what is to be done instead")
    add_change_options(parser, item=True)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Supersede it, and say so."""
    from trueplan.app.supersede import supersede

    repository, carried = supersede(
        arguments.ref, arguments.words, read_folder(arguments), read_terms(arguments)
    )
    return print_change(repository, carried, arguments, terminal)
