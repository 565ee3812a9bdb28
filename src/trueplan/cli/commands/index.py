"""`trueplan index`: the table of plans, as the plans say."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import read_folder
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Each row takes status, dates, phases and owner from its plan, in the words of the table;\n"
    "plans without a row get one. Columns that are people's own stay as they are, and so does the\n"
    "order. A row whose plan is gone is reported, and taken out by --prune."
)
EXAMPLES = (
    ("trueplan index", "bring the rows into line"),
    ("trueplan index --dry-run", "see what would change"),
    ("trueplan index --prune", "and take out the rows of plans that are gone"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where a row is not right"
    )
    parser.add_argument("--prune", action="store_true", help="take out rows of plans that are gone")
    parser.add_argument("--create", action="store_true", help="make an index where plans have none")
    add_change_options(parser, digest=False)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Write the rows, and say which."""
    from trueplan.app.index_plans import AskedIndex, index_plans

    asked = AskedIndex(arguments.check, arguments.prune, arguments.create)
    repository, carried = index_plans(read_folder(arguments), asked, read_terms(arguments))
    return print_change(repository, carried, arguments, terminal)
