"""`trueplan init`: what is missing to work with plans."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import read_folder
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Makes a configuration, a folder with an index for plans, decisions and journals each, a\n"
    "backlog, and in git a merge driver for them. It asks nothing, adapts to what is there, and\n"
    "changes no file but .gitattributes; run again, it makes what is missing since."
)
EXAMPLES = (
    ("trueplan init --dry-run", "look first"),
    ("trueplan init", "make it"),
    ("trueplan init --template", "with a template of your own to edit"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the options of a change."""
    parser.add_argument(
        "--template",
        action="store_true",
        help="write TEMPLATE.md too, which new plans are made from; edit it at will",
    )
    add_change_options(parser, digest=False)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Make what is missing, and say what."""
    from trueplan.app.initialise import initialise

    repository, carried = initialise(
        read_folder(arguments), read_terms(arguments), template=arguments.template
    )
    return print_change(repository, carried, arguments, terminal)
