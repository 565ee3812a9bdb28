"""`trueplan archive`: plans that are over are put aside."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_create_section, add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "The file moves into the folder `archive` beside it, or the one that the repository has for\n"
    "that. Every relative link in it and to it is kept right, in all Markdown files; code that\n"
    "names its path is reported and left as it is."
)
EXAMPLES = (
    ("trueplan archive tide-tables", "a plan that is completed or cancelled"),
    ("trueplan archive tide-tables --dry-run", "see the links first"),
    (
        'trueplan archive link-previews --force --because "nobody misses it"',
        "one that is not over; its notes say so",
    ),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take plans."""
    parser.add_argument("plans", metavar="PLAN", nargs="+", help="plans by name or path")
    parser.add_argument("--because", metavar="REASON", default="", help="why, with --force")
    parser.add_argument(
        "--force", action="store_true", help="also plans that are not over; the notes will say so"
    )
    add_create_section(parser, "the section for notes")
    add_today(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Archive them, and say where they went."""
    from trueplan.app.archive import AskedArchive, archive

    asked = AskedArchive(
        read_today(arguments), arguments.because, arguments.force, arguments.create_section
    )
    repository, carried = archive(
        arguments.plans, read_folder(arguments), asked, read_terms(arguments)
    )
    return print_change(repository, carried, arguments, terminal)
