"""`trueplan backlog add`: a new item, under the next ID."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal
from trueplan.errors import UsageError

DESCRIPTION = (
    "The row goes where the table has its place: by priority, by prefix, in its section, else\n"
    "last. An ID that was ever mentioned in the backlog or its archive is not used again."
)
EXAMPLES = (
    ('trueplan backlog add "Lights on the pier" --priority P1', "an item"),
    (
        'trueplan backlog add "Tide alarm" --priority P2 --estimate S --notes "asked for in May"',
        "with all that is known",
    ),
    ('trueplan backlog add "A crane" --prefix YARD', "under another prefix"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what is wanted."""
    parser.add_argument("feature", metavar="TITLE", help="what is wanted, in a few words")
    parser.add_argument("--priority", metavar="P0|P1|P2|P3", default="", help="how urgent it is")
    parser.add_argument("--estimate", metavar="XS|S|M|L|XL|XXL", default="", help="how large it is")
    parser.add_argument("--notes", metavar="WORDS", default="", help="what else is known")
    parser.add_argument(
        "--prefix", metavar="LETTERS", default="", help="of the ID; where there is one, not needed"
    )
    parser.add_argument(
        "--column",
        metavar="NAME=WORDS",
        action="append",
        default=[],
        help="a cell of another column (several times)",
    )
    parser.add_argument(
        "--in", dest="file", metavar="FILE", default="", help="the backlog, where there are several"
    )
    add_today(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Add it, and say under which ID."""
    from trueplan.app.backlog_add import AskedItem, add

    asked = AskedItem(
        arguments.feature,
        read_today(arguments),
        arguments.priority,
        arguments.estimate,
        arguments.notes,
        arguments.prefix,
        arguments.file,
        tuple(_cell(one) for one in arguments.column),
    )
    repository, carried = add(read_folder(arguments), asked, read_terms(arguments))
    return print_change(repository, carried, arguments, terminal)


def _cell(text: str) -> tuple[str, str]:
    name, equals, words = text.partition("=")
    if not equals or not name.strip():
        raise UsageError(f"--column takes NAME=WORDS, not {text}")
    return name.strip().lower(), words.strip()
