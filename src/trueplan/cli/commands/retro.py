"""`trueplan retro`: the facts of a plan's retrospective."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_create_section, add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Writes what git and the journals tell into the retrospective: sessions estimated and spent,\n"
    "dates, how often the target moved, what was added, cancelled and reopened. The judgement is\n"
    "left to people. Run again, it renews the facts and touches nothing else."
)
EXAMPLES = (
    ("trueplan retro link-previews", "write them"),
    ("trueplan retro link-previews --dry-run", "see them first"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan."""
    parser.add_argument("plan", metavar="PLAN", help="a plan's name or file")
    add_create_section(parser, "the retrospective")
    add_today(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Write the facts, and say them."""
    from trueplan.app.retro import retro

    repository, carried = retro(
        arguments.plan,
        read_folder(arguments),
        read_today(arguments),
        read_terms(arguments),
        create=arguments.create_section,
    )
    return print_change(repository, carried, arguments, terminal)
